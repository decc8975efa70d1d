#include "engine/database_schema.h"

#include <algorithm>

#include "compare/check_texts.h"
#include "compare/primary_key_references.h"
#include "compare/sequence_comparer.h"
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

/// Alembic drops tables before it drops the foreign keys that other tables have to them, which PostgreSQL refuses.
void DropTablesLast(compare::Changes& changes) {
  std::stable_partition(changes.begin(), changes.end(), [](const compare::Change& change) {
    const auto* operation = std::get_if<ops::Operation>(&change);
    return operation == nullptr || !std::holds_alternative<ops::DropTable>(*operation);
  });
}

/// What a database lacks to be as another is.
class Comparison {
 public:
  Comparison(pymodules::ScriptConnection& from, const SchemaScope& scope)
      : from_(from),
        scope_(scope),
        backend_(from),
        rules_(compare::MakeRules(backend_)),
        database_(ReadDatabaseSchema(from, scope)) {
    options_.compare_server_default = true;
    options_.default_schema = database_.default_schema;
  }

  compare::Changes CompareTables(const std::vector<compare::ModelTable>& models) {
    compare::Changes changes = compare::Compare(models, database_.tables, options_, *rules_, hooks_);
    DropTablesLast(changes);
    compare::MakeRoomForPrimaryKeys(database_.tables, options_, *rules_, changes);
    return changes;
  }

  /// And all that is not of tables.
  compare::Changes CompareAll(pymodules::ScriptConnection& to, const DatabaseSchema& wanted,
                              const std::vector<compare::ModelTable>& models) {
    options_.compare_primary_keys = true;
    compare::Changes changes = CompareTables(models);
    const std::unique_ptr<inspect::Catalogue> catalogue = inspect::OpenCatalogue(from_.driver());
    compare::CompareEnums(models, database_.tables, pymodules::ReadEnums(*catalogue), options_, *rules_, hooks_,
                          changes);
    compare::CompareSequences(SequencesOf(to), SequencesOf(from_), models, options_, *rules_, hooks_, changes);
    compare::CompareCheckTexts(models, {wanted.tables, {}}, database_.tables, options_, hooks_, *rules_, changes);
    compare::CompareObjects(ObjectsOf(to), ObjectsOf(from_), hooks_, changes);
    return changes;
  }

 private:
  std::vector<schema::Sequence> SequencesOf(pymodules::ScriptConnection& connection) const {
    const std::unique_ptr<inspect::Catalogue> catalogue = inspect::OpenCatalogue(connection.driver());
    return pymodules::ReadFreeSequences(*catalogue,
                                        scope_.all_schemas ? std::optional<std::string>("*") : std::nullopt);
  }

  std::vector<compare::ObjectVersion> ObjectsOf(pymodules::ScriptConnection& connection) const {
    std::vector<compare::ObjectVersion> objects = pymodules::ReadObjectVersions(connection.driver());
    if (scope_.all_schemas) return objects;
    std::erase_if(objects, [](const compare::ObjectVersion& version) { return version.object.schema.has_value(); });
    return objects;
  }

  pymodules::ScriptConnection& from_;
  const SchemaScope& scope_;
  pymodules::ComparisonBackend backend_;
  std::unique_ptr<compare::Rules> rules_;
  DatabaseSchema database_;
  compare::Options options_;
  SilentHooks hooks_;
};

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

std::vector<compare::ModelTable> AsModels(const DatabaseSchema& schema, pymodules::ScriptConnection& connection) {
  pymodules::ComparisonBackend backend(connection);
  const std::unique_ptr<compare::Rules> rules = compare::MakeRules(backend);
  std::vector<schema::Table> tables;
  for (const compare::DatabaseTable& table : schema.tables) tables.push_back(table.table);
  std::vector<compare::ModelTable> models;
  for (const size_t place : schema::SortTables(tables).order) models.push_back(ToModel(schema.tables[place], *rules));
  return models;
}

compare::Changes CompareToTables(pymodules::ScriptConnection& from, const std::vector<compare::ModelTable>& to,
                                 const SchemaScope& scope) {
  return Comparison(from, scope).CompareTables(to);
}

compare::Changes CompareDatabases(pymodules::ScriptConnection& from, pymodules::ScriptConnection& to,
                                  const SchemaScope& scope) {
  if (from.dialect().name() != to.dialect().name()) {
    throw Error(ErrorKind::kCommand, "a " + std::string(from.dialect().name()) + " database and a " +
                                         std::string(to.dialect().name()) + " database cannot be compared");
  }
  const DatabaseSchema wanted = ReadDatabaseSchema(to, scope);
  return Comparison(from, scope).CompareAll(to, wanted, AsModels(wanted, to));
}

}  // namespace limbeck::engine
