#include "engine/database_schema.h"

#include <algorithm>

#include "inspect/catalogue.h"
#include "limbeck/error.h"
#include "pymodules/comparison_backend.h"
#include "schema/table_order.h"

namespace limbeck::engine {
namespace {

/// Nobody has a say, and nobody listens.
class SilentHooks : public compare::Hooks {
 public:
  void LogInfo(const char*, const std::string&) override {}
  void Warn(const std::string&) override {}
};

std::vector<std::optional<std::string>> SchemasOf(inspect::Catalogue& catalogue, const std::string& default_schema,
                                                  const SchemaScope& scope) {
  std::vector<std::optional<std::string>> schemas = {std::nullopt};
  if (!scope.all_schemas) return schemas;
  for (const std::string& name : catalogue.SchemaNames()) {
    if (name != "information_schema" && name != default_schema) schemas.emplace_back(name);
  }
  return schemas;
}

std::vector<std::string> NamesIn(inspect::Catalogue& catalogue, const std::optional<std::string>& schema,
                                 const SchemaScope& scope) {
  std::vector<std::string> names;
  for (std::string& name : catalogue.Names(inspect::NameKind::kTable, schema)) {
    if (!scope.left_out.contains(name)) names.push_back(std::move(name));
  }
  return names;
}

/// As models have it: what is there for a constraint's sake is no index of its own.
compare::ModelTable ToModel(const compare::DatabaseTable& table, const compare::Rules& rules) {
  compare::ModelTable model{table.table};
  std::erase_if(model.table.indexes, [&table](const schema::Index& index) {
    return index.name && table.indexes_of_constraints.contains(index.name.text->text);
  });
  rules.AdjustUniques(model.table);
  return model;
}

std::vector<compare::ModelTable> ToModels(const DatabaseSchema& database, const compare::Rules& rules) {
  std::vector<schema::Table> tables;
  for (const compare::DatabaseTable& table : database.tables) tables.push_back(table.table);
  std::vector<compare::ModelTable> models;
  for (const size_t place : schema::SortTables(tables).order) {
    models.push_back(ToModel(database.tables[place], rules));
  }
  return models;
}

/// Alembic drops tables before it drops the foreign keys that other tables have to them, which PostgreSQL refuses.
void DropTablesLast(compare::Changes& changes) {
  std::stable_partition(changes.begin(), changes.end(), [](const compare::Change& change) {
    const auto* operation = std::get_if<ops::Operation>(&change);
    return operation == nullptr || !std::holds_alternative<ops::DropTable>(*operation);
  });
}

}  // namespace

DatabaseSchema ReadDatabaseSchema(pymodules::ScriptConnection& connection, const SchemaScope& scope) {
  pymodules::ComparisonBackend backend(connection);
  const std::unique_ptr<compare::Rules> rules = compare::MakeRules(backend);
  const std::unique_ptr<inspect::Catalogue> catalogue = inspect::OpenCatalogue(connection.driver());
  DatabaseSchema read{catalogue->DefaultSchema(), {}};
  for (const std::optional<std::string>& schema : SchemasOf(*catalogue, read.default_schema, scope)) {
    inspect::TableQuery query;
    query.schema = schema;
    query.names = NamesIn(*catalogue, schema, scope);
    if (query.names.empty()) continue;
    for (inspect::TableFacts& facts : catalogue->Tables(query)) {
      read.tables.push_back(pymodules::ToDatabaseTable(std::move(facts), *rules));
    }
  }
  return read;
}

compare::Changes CompareToTables(pymodules::ScriptConnection& from, const std::vector<compare::ModelTable>& to,
                                 const SchemaScope& scope) {
  pymodules::ComparisonBackend backend(from);
  const std::unique_ptr<compare::Rules> rules = compare::MakeRules(backend);
  const DatabaseSchema database = ReadDatabaseSchema(from, scope);
  compare::Options options;
  options.compare_server_default = true;
  options.default_schema = database.default_schema;
  SilentHooks hooks;
  compare::Changes changes = compare::Compare(to, database.tables, options, *rules, hooks);
  DropTablesLast(changes);
  return changes;
}

compare::Changes CompareDatabases(pymodules::ScriptConnection& from, pymodules::ScriptConnection& to,
                                  const SchemaScope& scope) {
  if (from.dialect().name() != to.dialect().name()) {
    throw Error(ErrorKind::kCommand, "a " + std::string(from.dialect().name()) + " database and a " +
                                         std::string(to.dialect().name()) + " database cannot be compared");
  }
  pymodules::ComparisonBackend backend(to);
  const std::unique_ptr<compare::Rules> rules = compare::MakeRules(backend);
  return CompareToTables(from, ToModels(ReadDatabaseSchema(to, scope), *rules), scope);
}

}  // namespace limbeck::engine
