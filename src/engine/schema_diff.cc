#include "engine/schema_diff.h"

#include <algorithm>

#include "engine/configure_options.h"
#include "engine/data_loss.h"
#include "engine/database_schema.h"
#include "engine/scratch_models.h"
#include "graph/plan.h"
#include "pymodules/comparison_backend.h"
#include "pymodules/models.h"

namespace limbeck::engine {
namespace {

using Kind = SchemaSource::Kind;

std::shared_ptr<pymodules::ScriptConnection> ConnectTo(Project& project, const driver::Url& url) {
  return std::make_shared<pymodules::ScriptConnection>(project.services().connector->Connect(url));
}

/// Operations without a project's say in how they look.
std::string RenderPlainly(const compare::Changes& changes, pymodules::ScriptConnection& connection) {
  pymodules::ComparisonBackend backend(connection);
  const std::unique_ptr<compare::Rules> rules = compare::MakeRules(backend);
  compare::RenderOptions options;
  options.render_as_batch = backend.name() == "sqlite";
  compare::ItemRenderer items;
  return compare::PythonRenderer(options, *rules, items).RenderBody(changes);
}

bool IsTrue(EnvironmentRun& run, const char* option) {
  return run.interpreter().Truth(ConfiguredOptions::Find(run.options(), option));
}

}  // namespace

SchemaSource SchemaSource::Parse(const std::string& text) {
  if (text == "models") return {Kind::kModels, text};
  if (text == "database") return {Kind::kDatabase, text};
  if (text.find("://") != std::string::npos) return {Kind::kUrl, text};
  if (text.ends_with(".sql")) return {Kind::kFile, text};
  return {Kind::kRevision, text};
}

void SchemaReader::Run(Project& project, RunRequest request, const std::vector<SchemaSource>& sources,
                       const std::function<void(SchemaReader&)>& work) {
  SchemaReader reader(project, request);
  const auto is_url = [](const SchemaSource& source) { return source.kind == Kind::kUrl; };
  if (std::all_of(sources.begin(), sources.end(), is_url)) {
    reader.url_ = driver::Url::Parse(sources.front().text);
    reader.dialect_ = &dialect::FindDialect(driver::NameOf(driver::BackendOf(reader.url_)));
    return work(reader);
  }
  // Models alone need no database.
  const auto is_models = [](const SchemaSource& source) { return source.kind == Kind::kModels; };
  request.as_sql = std::all_of(sources.begin(), sources.end(), is_models);
  // BEGIN and COMMIT of the run that finds the models are no part of what is told of them.
  request.listen = [](std::string_view, const Place&) {};
  request.dont_mutate = true;
  request.plan = [&](const std::vector<std::string>&, MigrationContext& context) {
    reader.TakeEnvironment(*reader.run_, context);
    work(reader);
    return std::vector<graph::Step>{};
  };
  EnvironmentRun run(project, std::move(request));
  reader.run_ = &run;
  run.Run();
}

void SchemaReader::TakeEnvironment(EnvironmentRun& run, MigrationContext& context) {
  run_ = &run;
  if (!context.is_offline()) url_ = context.connection()->url();
  dialect_ = &context.dialect();
  version_table_ = context.options().version_table.name;
  version_table_schema_ = context.options().version_table.schema;
  scope_ = {{version_table_}, IsTrue(run, "include_schemas")};
}

SchemaReader SchemaReader::Within(Project& project, EnvironmentRun& run, MigrationContext& context) {
  SchemaReader reader(project, {});
  reader.TakeEnvironment(run, context);
  return reader;
}

// ------------------------------------------------------------------------------------------ opening

OpenSchema SchemaReader::Open(const SchemaSource& source) {
  switch (source.kind) {
    case Kind::kModels:
      return OpenModels();
    case Kind::kDatabase:
      return {nullptr, ConnectTo(project_, url_)};
    case Kind::kUrl:
      return {nullptr, ConnectTo(project_, driver::Url::Parse(source.text))};
    case Kind::kRevision:
      return OpenRevision(source.text);
    case Kind::kFile:
      break;
  }
  OpenSchema schema = OpenScratch();
  schema.Load(project_.services().files->ReadFile(source.text));
  return schema;
}

OpenSchema SchemaReader::OpenScratch() {
  auto scratch = std::make_unique<ScratchDatabase>(*project_.services().connector, url_);
  auto connection = ConnectTo(project_, scratch->url());
  return {std::move(scratch), std::move(connection)};
}

OpenSchema SchemaReader::OpenRevision(const std::string& revision) {
  auto scratch = std::make_unique<ScratchDatabase>(*project_.services().connector, url_);
  const graph::RevisionMap& revisions = project_.revisions();
  RunRequest request;
  request.x_arguments = request_.x_arguments;
  request.url_instead_of_script = scratch->url().ToStringWithPassword();
  request.plan = [&](const std::vector<std::string>& heads, MigrationContext&) {
    if (revision == "base") return std::vector<graph::Step>{};
    return graph::UpgradeSteps(revisions, revision, heads);
  };
  EnvironmentRun run(project_, std::move(request));
  run.Run();
  return {std::move(scratch), run.connection()};
}

OpenSchema SchemaReader::OpenModels() {
  OpenSchema schema = OpenScratch();
  pymodules::Autogenerate autogenerate(ModelsRequest(schema.connection()));
  ApplyChanges(autogenerate.Compare(), schema.connection());
  return schema;
}

pymodules::AutogenerateRequest SchemaReader::ModelsRequest(pymodules::ScriptConnection& connection) {
  pymodules::AutogenerateRequest request;
  request.interpreter = &run_->interpreter();
  request.options = &run_->options();
  request.connection = &connection;
  request.tables = project_.services().models;
  request.version_table = version_table_;
  request.version_table_schema = version_table_schema_;
  request.environment_script = project_.directory().EnvironmentScript();
  return request;
}

// ------------------------------------------------------------------------------------------ comparing

SchemaDiff SchemaReader::Compare(const SchemaSource& from, const SchemaSource& to) {
  if (to.kind == Kind::kModels) return ToModels(from);
  OpenSchema before = Open(from);
  OpenSchema after = Open(to);
  const compare::Changes changes = CompareDatabases(before.connection(), after.connection(), scope_);
  return Tell(changes, before.connection(),
              [&](const compare::Changes& all) { return RenderPlainly(all, before.connection()); });
}

SchemaDiff SchemaReader::ToModels(const SchemaSource& from) {
  OpenSchema before = Open(from);
  pymodules::AutogenerateRequest request = ModelsRequest(before.connection());
  request.also = {.enums = true, .checks = false, .primary_keys = true, .sequences = true};
  for (const std::string& word : project_.config().Words("compare_also")) request.also.Add(word);
  ScratchModels copy(project_, before.connection());
  if (copy.IsNeededFor(request.also)) request.copy = &copy;
  pymodules::Autogenerate autogenerate(request);
  const compare::Changes changes = autogenerate.Compare();
  std::set<std::string> imports;
  return Tell(changes, before.connection(),
              [&](const compare::Changes& all) { return autogenerate.Render(all, false, imports); });
}

SchemaDiff SchemaReader::Tell(const compare::Changes& changes, pymodules::ScriptConnection& from,
                              const std::function<std::string(const compare::Changes&)>& render) {
  SchemaDiff diff;
  diff.differences = compare::Describe(changes, pymodules::ComparisonBackend(from));
  diff.operations = render(changes);
  diff.sql = SqlOf(changes, from);
  diff.losses = LossesOf(changes, from);
  return diff;
}

std::vector<schema::Table> SchemaReader::Tables(const SchemaSource& source) {
  if (source.kind == Kind::kModels) return ModelTables();
  OpenSchema schema = Open(source);
  std::vector<schema::Table> tables;
  for (compare::DatabaseTable& table : ReadDatabaseSchema(schema.connection(), scope_).tables) {
    tables.push_back(std::move(table.table));
  }
  return tables;
}

pymodules::Models SchemaReader::ReadModels() {
  if (project_.services().models != nullptr) return pymodules::Models::Of(*project_.services().models, *dialect_);
  python::Interpreter& interpreter = run_->interpreter();
  interpreter.RunDeferredImports();
  const python::Value metadata = ConfiguredOptions::Find(run_->options(), "target_metadata");
  if (metadata.is_none()) throw Error(ErrorKind::kCommand, "env.py gives no target_metadata");
  return pymodules::Models::Read(interpreter, metadata, *dialect_);
}

std::vector<schema::Table> SchemaReader::ModelTables() {
  std::vector<schema::Table> tables;
  const pymodules::Models models = ReadModels();
  for (const compare::ModelTable& model : models.tables()) {
    tables.push_back(model.table);
  }
  return tables;
}

}  // namespace limbeck::engine
