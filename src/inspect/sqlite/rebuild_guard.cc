#include "inspect/sqlite/rebuild_guard.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

#include "base/text.h"
#include "inspect/sqlite/table_reader.h"
#include "limbeck/error.h"

namespace limbeck::inspect::sqlite {
namespace {

/// Turns enforcement off for its life.
class ForeignKeysOff {
 public:
  explicit ForeignKeysOff(driver::Connection& connection)
      : connection_(connection), were_on_(connection.EnforceForeignKeys(false)) {}
  ~ForeignKeysOff() { Restore(); }
  ForeignKeysOff(const ForeignKeysOff&) = delete;
  ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;

  bool were_on() const { return were_on_; }
  void Restore() {
    if (were_on_) connection_.EnforceForeignKeys(true);
  }

 private:
  driver::Connection& connection_;
  bool were_on_;
};

struct SchemaObject {
  std::string type;
  std::string name;
  std::string owner;
  std::string sql;
};

bool IsWord(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_';
}

/// The name stands in the text as a word of its own.
bool Mentions(const SchemaObject& object, const std::string& name) {
  const std::string text = ToLower(object.sql);
  const std::string word = ToLower(name);
  for (size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || !IsWord(text[at - 1])) && (end == text.size() || !IsWord(text[end]))) return true;
  }
  return false;
}

class SqliteGuard : public RebuildGuard {
 public:
  SqliteGuard(driver::Connection& connection, std::string table, std::string database)
      : connection_(connection), table_(std::move(table)), database_(std::move(database)), off_(connection) {
    if (off_.were_on()) violations_ = CountViolations();
    ReadObjects();
    DropObjects();
  }

  void Finish() override {
    for (const SchemaObject& object : kept_) connection_.Execute(object.sql);
    if (off_.were_on()) CompareViolations();
    off_.Restore();
  }

 private:
  /// Violations by the table that has them.
  using Violations = std::map<std::string, int64_t>;

  /// Of the table's own keys and of those that refer to it.
  Violations CountViolations() {
    const driver::Result rows = connection_.Execute(
        "SELECT m.name, count(*) FROM " + QuoteIdentifier(database_) +
            ".sqlite_master AS m, pragma_foreign_key_check(m.name, " + QuoteText(database_) +
            ") AS v WHERE m.type = 'table' AND (m.name = ?1 OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name, " +
            QuoteText(database_) + ") AS f WHERE lower(f.\"table\") = lower(?1))) GROUP BY m.name",
        {table_});
    Violations violations;
    for (const driver::Row row : rows) violations[row[0].ToString()] = row[1].AsInteger();
    return violations;
  }

  void CompareViolations() {
    for (const auto& [table, count] : CountViolations()) {
      const int64_t before = violations_[table];
      if (count <= before) continue;
      throw Error(ErrorKind::kDatabase, "after the batch on '" + table_ + "', " + std::to_string(count - before) +
                                            " rows of '" + table + "' refer to rows that are not there")
          .ExceptionClass("sqlalchemy.exc.IntegrityError")
          .Hint("PRAGMA foreign_key_check shows them");
    }
  }

  /// Triggers and views that would be lost, or that SQLite would stumble over while the table is away.
  void ReadObjects() {
    std::vector<SchemaObject> all;
    for (const driver::Row row :
         connection_.Execute("SELECT type, name, tbl_name, sql FROM " + QuoteIdentifier(database_) +
                             ".sqlite_master WHERE type IN ('view', 'trigger') ORDER BY rowid")) {
      all.push_back({row[0].ToString(), row[1].ToString(), row[2].ToString(), row[3].ToString()});
    }
    std::vector<std::string> names = {table_};
    for (size_t next = 0; next < names.size(); ++next) {
      const std::string name = names[next];
      for (const SchemaObject& object : all) {
        const bool is_view = object.type == "view";
        const bool known = std::find(names.begin(), names.end(), object.name) != names.end();
        if (is_view && !known && Mentions(object, name)) names.push_back(object.name);
      }
    }
    const auto concerned = [&](const SchemaObject& object) {
      return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return Mentions(object, name); });
    };
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept_), concerned);
  }

  void DropObjects() {
    for (const SchemaObject& object : kept_) {
      const std::string name = QuoteIdentifier(database_) + "." + QuoteIdentifier(object.name);
      connection_.Execute("DROP " + ToUpper(object.type) + " IF EXISTS " + name);
    }
  }

  driver::Connection& connection_;
  std::string table_;
  std::string database_;
  ForeignKeysOff off_;
  Violations violations_;
  std::vector<SchemaObject> kept_;
};

}  // namespace

std::unique_ptr<RebuildGuard> GuardRebuild(driver::Connection& connection, const std::string& table,
                                           const std::string& database) {
  return std::make_unique<SqliteGuard>(connection, table, database);
}

}  // namespace limbeck::inspect::sqlite
