#include "engine/scratch_models.h"

#include <algorithm>
#include <set>

#include "compare/model_ground.h"
#include "driver/sql_text.h"
#include "engine/change_sql.h"
#include "engine/database_schema.h"
#include "engine/scratch_database.h"
#include "inspect/catalogue.h"
#include "pymodules/comparison_backend.h"

namespace limbeck::engine {
namespace {

constexpr const char* kExtension = "extension";

SchemaScope AllOfIt() {
  return {.left_out = {}, .all_schemas = true};
}

}  // namespace

ScratchModels::ScratchModels(Project& project, pymodules::ScriptConnection& near)
    : project_(project),
      near_(near),
      objects_(ObjectFiles::Read(project.config().Words("schema_objects"), *project.services().files)) {}

/// What models may need without saying so: their schemas, the extensions that the project's database has.
void ScratchModels::MakeGround(pymodules::ScriptConnection& scratch, const pymodules::Models& models,
                               const std::vector<schema::Sequence>& sequences) const {
  std::set<std::string> schemas;
  const auto add = [&](const std::optional<sql::Name>& schema) {
    if (schema) schemas.insert(schema->text);
  };
  for (const compare::ModelTable& model : models.tables()) {
    add(model.table.schema);
    for (const schema::Column& column : model.table.columns) {
      if (column.type.enumeration) add(column.type.enumeration->schema);
    }
  }
  for (const schema::Sequence& sequence : sequences) add(sequence.schema);
  for (const std::string& schema : schemas) {
    scratch.driver().Execute("CREATE SCHEMA IF NOT EXISTS " + driver::QuoteName(schema));
  }
  for (const compare::ObjectVersion& object : pymodules::ReadObjectVersions(near_.driver())) {
    if (object.object.kind == kExtension) scratch.driver().Execute(object.object.create.front() + " CASCADE");
  }
  objects_.MakeGround(scratch.driver());
}

/// Those of the project's database, too: a default may count with one that no model knows.
std::vector<schema::Sequence> ScratchModels::Sequences(const pymodules::Models& models) const {
  std::vector<schema::Sequence> sequences = models.sequences();
  const std::unique_ptr<inspect::Catalogue> catalogue = inspect::OpenCatalogue(near_.driver());
  for (schema::Sequence& sequence : pymodules::ReadFreeSequences(*catalogue, "*")) {
    sequences.push_back(std::move(sequence));
  }
  return sequences;
}

ScratchModels::Contents ScratchModels::Make(const pymodules::Models& models) {
  const ScratchDatabase database(*project_.services().connector, near_.url());
  pymodules::ScriptConnection scratch(project_.services().connector->Connect(database.url()));
  const std::vector<schema::Sequence> sequences = Sequences(models);
  MakeGround(scratch, models, sequences);
  std::vector<compare::ModelTable> tables = models.tables();
  pymodules::ComparisonBackend backend(scratch);
  const std::unique_ptr<compare::Rules> rules = compare::MakeRules(backend);
  ApplyChanges(compare::MakeGroundFor(tables, sequences, scratch.driver().CurrentSchema(), *rules), scratch);
  ApplyChanges(CompareToTables(scratch, tables, AllOfIt()), scratch);
  Contents contents{{ReadDatabaseSchema(scratch, AllOfIt()).tables, {}}, std::nullopt, std::nullopt};
  if (rules->rewords_expressions()) MakeChecksAgain(scratch, contents.tables);
  if (objects_.empty()) return contents;
  scratch.Commit();  // each statement is then its own, and one that fails takes no other along
  objects_.MakeObjects(scratch.driver());
  contents.objects = pymodules::ReadObjectVersions(scratch.driver());
  if (rules->rewords_expressions()) MakeObjectsAgain(scratch.driver(), *contents.objects);
  return contents;
}

// What a revision says is what the scratch database says of the models; what the project's database then says of that
// may be a third wording, and is no difference.

void ScratchModels::MakeChecksAgain(pymodules::ScriptConnection& scratch, compare::TableCopies& copies) {
  compare::Changes changes;
  for (const compare::DatabaseTable& one : copies.tables) {
    compare::ModifyTable modify{one.table.name, one.table.schema, {}};
    for (const schema::Constraint& constraint : one.table.constraints) {
      if (!std::holds_alternative<schema::Check>(constraint)) continue;
      ops::DropConstraint drop{.name = schema::NameOf(constraint), .table = modify.table};
      drop.schema = modify.schema;
      modify.operations.emplace_back(std::move(drop));
      modify.operations.emplace_back(ops::AddConstraint{modify.table, modify.schema, constraint});
    }
    if (!modify.operations.empty()) changes.emplace_back(std::move(modify));
  }
  if (changes.empty()) return;
  ApplyChanges(changes, scratch);
  copies.again = ReadDatabaseSchema(scratch, AllOfIt()).tables;
}

void ScratchModels::MakeObjectsAgain(driver::Connection& scratch, std::vector<compare::ObjectVersion>& objects) {
  std::vector<const compare::ObjectVersion*> ordered = compare::InOrder(objects);
  std::erase_if(ordered, [](const compare::ObjectVersion* one) { return one->object.kind == kExtension; });
  for (auto one = ordered.rbegin(); one != ordered.rend(); ++one) scratch.Execute((*one)->object.drop);
  for (const compare::ObjectVersion* one : ordered) {
    for (const std::string& statement : one->object.create) scratch.Execute(statement);
  }
  for (compare::ObjectVersion& made : pymodules::ReadObjectVersions(scratch)) {
    const auto first = std::find_if(objects.begin(), objects.end(), [&](const compare::ObjectVersion& one) {
      return one.object.kind == made.object.kind && one.object.schema == made.object.schema &&
             one.object.name == made.object.name;
    });
    if (first != objects.end()) first->again = std::move(made.object.create);
  }
}

}  // namespace limbeck::engine
