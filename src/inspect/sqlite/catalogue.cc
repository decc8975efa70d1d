#include "inspect/sqlite/catalogue.h"

#include <algorithm>
#include <set>

#include "inspect/sqlite/table_reader.h"

namespace limbeck::inspect::sqlite {
namespace {

std::vector<std::string> FirstColumn(const driver::Result& rows) {
  std::vector<std::string> texts;
  for (const driver::Row row : rows) texts.emplace_back(row[0].AsText());
  return texts;
}

class SqliteCatalogue : public Catalogue {
 public:
  explicit SqliteCatalogue(driver::Connection& connection) : connection_(connection) {}

  std::vector<std::string> SchemaNames() override {
    return FirstColumn(connection_.Execute("SELECT name FROM pragma_database_list WHERE name <> 'temp' ORDER BY seq"));
  }
  std::string DefaultSchema() override { return "main"; }

  std::vector<std::string> Names(NameKind kind, const std::optional<std::string>& schema) override {
    switch (kind) {
      case NameKind::kTable:
        return NamesOf("table", schema.value_or("main"));
      case NameKind::kView:
        return NamesOf("view", schema.value_or("main"));
      case NameKind::kTemporaryTable:
        return NamesOf("table", "temp");
      case NameKind::kTemporaryView:
        return NamesOf("view", "temp");
      default:
        return {};
    }
  }

  bool HasTable(const std::string& name, const std::optional<std::string>& schema) override {
    for (const std::string& database : DatabasesOf(schema)) {
      const driver::Parameters names = {name, database};
      if (!connection_.Execute("SELECT 1 FROM pragma_table_info(?, ?) LIMIT 1", names).empty()) return true;
    }
    return false;
  }

  std::optional<std::string> ViewDefinition(const std::string& name,
                                            const std::optional<std::string>& schema) override {
    for (const std::string& database : DatabasesOf(schema)) {
      const driver::Result rows = connection_.Execute(
          "SELECT sql FROM " + QuoteIdentifier(database) + ".sqlite_master WHERE name = ? AND type = 'view'", {name});
      if (!rows.empty()) return rows.Scalar().ToString();
    }
    return std::nullopt;
  }

  /// Names without a schema mean the main database, and what it has not, the temporary one.
  std::vector<TableFacts> Tables(const TableQuery& query) override {
    std::vector<TableFacts> tables;
    std::set<std::string> seen;
    for (const std::string& database : DatabasesOf(query.schema)) {
      for (TableFacts& table : TableReader(connection_, database, query.schema, query).Read()) {
        if (seen.insert(table.name).second) tables.push_back(std::move(table));
      }
    }
    std::sort(tables.begin(), tables.end(),
              [](const TableFacts& one, const TableFacts& other) { return one.name < other.name; });
    return tables;
  }

 private:
  std::vector<std::string> DatabasesOf(const std::optional<std::string>& schema) {
    if (!schema) return {"main", "temp"};
    const std::vector<std::string> known = SchemaNames();
    const bool exists = *schema == "temp" || std::find(known.begin(), known.end(), *schema) != known.end();
    return exists ? std::vector<std::string>{*schema} : std::vector<std::string>{};
  }

  std::vector<std::string> NamesOf(const std::string& type, const std::string& database) {
    return FirstColumn(connection_.Execute("SELECT name FROM " + QuoteIdentifier(database) +
                                               ".sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite~_%' ESCAPE '~' "
                                               "ORDER BY name",
                                           {type}));
  }

  driver::Connection& connection_;
};

}  // namespace

std::unique_ptr<Catalogue> OpenCatalogue(driver::Connection& connection) {
  return std::make_unique<SqliteCatalogue>(connection);
}

}  // namespace limbeck::inspect::sqlite
