#include "pymodules/autogenerate.h"

#include <set>

#include "compare/check_texts.h"
#include "compare/enum_comparer.h"
#include "compare/primary_key_references.h"
#include "compare/rename.h"
#include "compare/sequence_comparer.h"
#include "inspect/catalogue.h"
#include "pymodules/alembic_context.h"
#include "pymodules/autogenerate_hooks.h"
#include "pymodules/comparison_backend.h"
#include "pymodules/scripted_operations.h"
#include "pymodules/text_values.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

constexpr const char* kPluginPrefix = "alembic.autogenerate.";
constexpr const char* kPlugins[] = {
    "schemas", "tables", "types", "constraints", "defaults", "comments", "checkconstraint_byname"};

/// "alembic.autogenerate.*" means all that begin so.
bool MatchesPlugin(const std::string& pattern, const std::string& name) {
  const size_t star = pattern.find('*');
  return star == std::string::npos ? pattern == name : name.starts_with(pattern.substr(0, star));
}

/// autogenerate_plugins=: names, `*` and `~name` for what is left out. Throws CommandError for a name that nobody has.
std::set<std::string> ChosenPlugins(Interpreter& interpreter, const AutogenerateHooks& hooks) {
  const Value given = hooks.Option("autogenerate_plugins");
  std::vector<std::string> patterns = {std::string(kPluginPrefix) + "*"};
  if (!given.is_none()) {
    patterns.clear();
    interpreter.ForEach(given, [&](const Value& item) { patterns.push_back(interpreter.Str(item)); });
  }
  std::set<std::string> chosen;
  std::set<std::string> excluded;
  for (const std::string& pattern : patterns) {
    const bool excludes = pattern.starts_with("~");
    const std::string plain = excludes ? pattern.substr(1) : pattern;
    bool found = false;
    for (const char* plugin : kPlugins) {
      if (!MatchesPlugin(plain, std::string(kPluginPrefix) + plugin)) continue;
      found = true;
      (excludes ? excluded : chosen).insert(plugin);
    }
    if (!found) throw Error(ErrorKind::kCommand, "Did not locate plugins: " + plain);
  }
  for (const std::string& plugin : excluded) chosen.erase(plugin);
  return chosen;
}

void Append(compare::Changes& changes, compare::Changes others) {
  changes.insert(changes.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
}

}  // namespace

struct Autogenerate::State {
  explicit State(const AutogenerateRequest& given) : request(given), backend(*given.connection) {}

  Value Metadata() const;
  void ReadModels();
  std::vector<std::optional<std::string>> Schemas();
  std::vector<compare::DatabaseTable> ReadDatabase();
  std::vector<std::string> TableNames(const std::optional<std::string>& schema);
  compare::DatabaseTable Convert(inspect::TableFacts facts);
  void Warn(const inspect::TableFacts& facts);
  compare::Options OptionsFor(const std::set<std::string>& plugins) const;
  std::vector<schema::Sequence> ReadSequences() const;
  void CompareWithCopy(const ModelCopy::Contents& copy, const std::vector<compare::ModelTable>& tables,
                       const std::vector<compare::DatabaseTable>& database, const compare::Options& options,
                       compare::Changes& changes);

  AutogenerateRequest request;
  ComparisonBackend backend;
  std::unique_ptr<compare::Rules> rules;
  Models models;
  std::unique_ptr<AutogenerateHooks> hooks;
  compare::RenderOptions render_options;
  std::unique_ptr<inspect::Catalogue> catalogue;
  std::string default_schema;
  std::vector<std::optional<std::string>> schemas;
};

Value Autogenerate::State::Metadata() const {
  const auto* entry = request.options->table.Find(python::Symbol::Intern("target_metadata"));
  const Value metadata = entry == nullptr ? Value::None() : request.interpreter->Resolve(entry->value);
  if (!metadata.is_none()) return metadata;
  throw Error(ErrorKind::kCommand, "Can't proceed with --autogenerate option; environment script " +
                                       request.environment_script +
                                       " does not provide a MetaData object or sequence of objects to the context.");
}

void Autogenerate::State::ReadModels() {
  if (request.tables != nullptr) {
    models = Models::Of(*request.tables, request.connection->dialect());
    return;
  }
  request.interpreter->RunDeferredImports();
  models = Models::Read(*request.interpreter, Metadata(), request.connection->dialect());
  if (models.lacking().empty()) models.RequireReferents();
  for (const std::string& name : models.lacking()) {
    hooks->Warn("models derive from '" + name + "', which Limbeck does not have: columns that it adds are not seen");
  }
}

Autogenerate::Autogenerate(const AutogenerateRequest& request) : state_(std::make_unique<State>(request)) {
  State& state = *state_;
  state.rules = compare::MakeRules(state.backend);
  state.hooks = std::make_unique<AutogenerateHooks>(*request.interpreter, *request.options, state.models);
  state.render_options.alembic_prefix = state.hooks->Text("alembic_module_prefix").value_or("op.");
  state.render_options.sqlalchemy_prefix = state.hooks->Text("sqlalchemy_module_prefix").value_or("sa.");
  state.render_options.user_prefix = state.hooks->Text("user_module_prefix");
  state.render_options.render_as_batch = state.hooks->IsTrue("render_as_batch", false);
}

Autogenerate::~Autogenerate() = default;

// ------------------------------------------------------------------------------------------ the database

std::vector<std::optional<std::string>> Autogenerate::State::Schemas() {
  std::vector<std::optional<std::string>> found;
  const auto add = [&](const std::optional<std::string>& schema) {
    if (hooks->IncludeSchema(schema)) found.push_back(schema);
  };
  add(std::nullopt);
  if (!hooks->IsTrue("include_schemas", false)) return found;
  for (const std::string& name : catalogue->SchemaNames()) {
    if (name != "information_schema" && name != default_schema) add(name);
  }
  return found;
}

std::vector<std::string> Autogenerate::State::TableNames(const std::optional<std::string>& schema) {
  std::vector<std::string> names;
  for (std::string& name : catalogue->Names(inspect::NameKind::kTable, schema)) {
    if (schema == request.version_table_schema && name == request.version_table) continue;
    if (hooks->IncludeTable(name, schema)) names.push_back(std::move(name));
  }
  return names;
}

void Autogenerate::State::Warn(const inspect::TableFacts& facts) {
  for (const auto* warnings : {&facts.column_warnings, &facts.key_warnings, &facts.index_warnings}) {
    for (const std::string& warning : *warnings) hooks->Warn(warning);
  }
}

compare::DatabaseTable Autogenerate::State::Convert(inspect::TableFacts facts) {
  Warn(facts);
  for (const inspect::ColumnFacts& column : facts.columns) {
    if (!column.owned_sequence) continue;
    hooks->LogInfo("ddl.postgresql", "Detected sequence named '" + *column.owned_sequence +
                                         "' as owned by integer column '" + facts.name + "(" + column.name +
                                         ")', assuming SERIAL and omitting");
  }
  return ToDatabaseTable(std::move(facts), *rules);
}

std::vector<compare::DatabaseTable> Autogenerate::State::ReadDatabase() {
  catalogue = inspect::OpenCatalogue(request.connection->driver());
  default_schema = catalogue->DefaultSchema();
  std::vector<compare::DatabaseTable> tables;
  schemas = Schemas();
  for (const std::optional<std::string>& schema : schemas) {
    inspect::TableQuery query;
    query.schema = schema;
    query.names = TableNames(schema);
    if (query.names.empty()) continue;
    for (inspect::TableFacts& facts : catalogue->Tables(query)) tables.push_back(Convert(std::move(facts)));
  }
  return tables;
}

std::vector<schema::Sequence> Autogenerate::State::ReadSequences() const {
  std::vector<schema::Sequence> sequences;
  for (const std::optional<std::string>& schema : schemas) {
    for (schema::Sequence& sequence : ReadFreeSequences(*catalogue, schema)) sequences.push_back(std::move(sequence));
  }
  return sequences;
}

void Autogenerate::State::CompareWithCopy(const ModelCopy::Contents& copy,
                                          const std::vector<compare::ModelTable>& tables,
                                          const std::vector<compare::DatabaseTable>& database,
                                          const compare::Options& options, compare::Changes& changes) {
  if (request.also.checks) {
    compare::CompareCheckTexts(tables, copy.tables, database, options, *hooks, *rules, changes);
  }
  if (!copy.objects) return;
  compare::CompareObjects(*copy.objects, ReadObjectVersions(request.connection->driver()), *hooks, changes);
}

// ------------------------------------------------------------------------------------------ comparing and writing

compare::Options Autogenerate::State::OptionsFor(const std::set<std::string>& plugins) const {
  compare::Options options;
  options.compare_type = hooks->IsTrue("compare_type", true) && plugins.contains("types");
  options.compare_tables = plugins.contains("schemas") && plugins.contains("tables");
  options.compare_constraints = plugins.contains("constraints");
  options.compare_defaults = plugins.contains("defaults");
  options.compare_comments = plugins.contains("comments");
  options.compare_checks = plugins.contains("checkconstraint_byname");
  options.compare_primary_keys = request.also.primary_keys;
  options.keep_checks_of_types = request.also.checks;
  options.compare_server_default = hooks->IsTrue("compare_server_default", false);
  options.default_schema = default_schema;
  return options;
}

compare::Changes Autogenerate::Compare() {
  State& state = *state_;
  const std::set<std::string> plugins = ChosenPlugins(*state.request.interpreter, *state.hooks);
  for (const char* plugin : kPlugins) {
    if (plugins.contains(plugin)) {
      state.hooks->LogInfo("runtime.plugins", std::string("setting up autogenerate plugin ") + kPluginPrefix + plugin);
    }
  }
  state.ReadModels();
  state.render_options.metadata_schema = state.models.schema();
  std::vector<compare::DatabaseTable> database = state.ReadDatabase();
  const compare::Options options = state.OptionsFor(plugins);
  state.models.LeaveOut(state.request.version_table, state.request.version_table_schema);
  const std::vector<compare::ModelTable>& models = state.models.tables();
  const compare::FurtherKinds& also = state.request.also;
  std::optional<ModelCopy::Contents> copy;
  if (state.request.copy != nullptr) copy = state.request.copy->Make(state.models);
  std::vector<compare::DatabaseEnum> enums;
  if (also.enums || !state.request.renames.empty()) enums = ReadEnums(*state.catalogue);
  std::vector<std::string> renames = state.request.renames;
  compare::Changes changes = compare::ApplyEnumRenames(renames, database, enums);
  Append(changes, compare::ApplyRenames(renames, models, database));
  compare::Changes others = compare::Compare(models, database, options, *state.rules, *state.hooks);
  compare::MakeRoomForPrimaryKeys(database, options, *state.rules, others);
  if (also.enums) {
    compare::CompareEnums(models, database, enums, options, *state.rules, *state.hooks, others);
  }
  if (also.sequences) {
    const std::vector<schema::Sequence> sequences =
        copy && copy->sequences ? *copy->sequences : state.models.sequences();
    compare::CompareSequences(sequences, state.ReadSequences(), models, options, *state.rules, *state.hooks, others);
  }
  // Last, for it makes room for what the others found.
  if (copy) state.CompareWithCopy(*copy, models, database, options, others);
  Append(changes, std::move(others));
  return changes;
}

std::string Autogenerate::Render(const compare::Changes& changes, bool is_downgrade, std::set<std::string>& imports) {
  state_->render_options.restores_database = is_downgrade;
  compare::PythonRenderer renderer(state_->render_options, *state_->rules, *state_->hooks);
  std::string body = renderer.RenderBody(changes);
  imports.merge(renderer.imports());
  return body;
}

// ------------------------------------------------------------------------------------------ as scripts see it

bool Autogenerate::IsScripted() {
  if (!state_->hooks->Option("process_revision_directives").is_none()) return true;
  // Who extends autogenerate has imported it.
  return state_->request.interpreter->modules().Find(python::Symbol::Intern("alembic.autogenerate.compare")) != nullptr;
}

Value Autogenerate::WrapUpgrade(const compare::Changes& changes, const std::string& token) {
  ScriptedOperations operations(*state_->request.interpreter, state_->hooks->context());
  const Value upgrade = operations.Wrap(changes, "UpgradeOps", token);
  if (!operations.HasComparators()) return upgrade;
  std::vector<Value> schemas;
  for (const std::optional<std::string>& schema : state_->schemas) {
    schemas.push_back(TextOrNone(schema));
  }
  operations.RunComparators(upgrade, schemas);
  return upgrade;
}

Value Autogenerate::WrapDowngrade(const compare::Changes& changes, const Value& upgrade, const std::string& token) {
  ScriptedOperations operations(*state_->request.interpreter, state_->hooks->context());
  if (operations.HasComparators()) return operations.Reverse(upgrade, "DowngradeOps", token);
  return operations.Wrap(compare::Reverse(changes), "DowngradeOps", token);
}

void Autogenerate::CallDirectivesHook(const std::vector<std::string>& heads, const Value& directives) {
  const Value hook = state_->hooks->Option("process_revision_directives");
  if (hook.is_none()) return;
  Interpreter& interpreter = *state_->request.interpreter;
  std::vector<Value> revisions;
  for (const std::string& head : heads) revisions.push_back(python::MakeStr(head));
  interpreter.Call(hook, {MakeMigrationContext(interpreter), python::MakeTuple(std::move(revisions)), directives});
}

std::string Autogenerate::RenderScripted(const Value& container, bool is_downgrade, std::set<std::string>& imports) {
  state_->render_options.restores_database = is_downgrade;
  compare::PythonRenderer renderer(state_->render_options, *state_->rules, *state_->hooks);
  ScriptedOperations operations(*state_->request.interpreter, state_->hooks->context());
  std::string body = operations.Render(container, renderer);
  imports.merge(renderer.imports());
  return body;
}

compare::Changes Autogenerate::ReadChanges(const Value& container) {
  return ScriptedOperations(*state_->request.interpreter, state_->hooks->context()).Read(container);
}

}  // namespace limbeck::pymodules
