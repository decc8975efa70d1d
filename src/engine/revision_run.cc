#include "engine/revision_run.h"

#include "base/text.h"
#include "compare/cpp_renderer.h"
#include "compare/diff_text.h"
#include "engine/configure_options.h"
#include "engine/data_loss.h"
#include "engine/way_back.h"
#include "pymodules/comparison_backend.h"
#include "pymodules/text_values.h"

namespace limbeck::engine {
namespace {

using python::Interpreter;
using python::Symbol;
using python::Value;

std::string TokenOf(EnvironmentRun& run, const char* option, const char* otherwise) {
  const Value value = ConfiguredOptions::Find(run.options(), option);
  return value.is_none() ? otherwise : run.interpreter().Str(value);
}

void RequireHeads(const graph::RevisionMap& revisions, const std::vector<std::string>& rows) {
  const std::vector<std::string>& heads = revisions.heads();
  if (std::set(rows.begin(), rows.end()) == std::set(heads.begin(), heads.end())) return;
  throw Error(ErrorKind::kCommand, "Target database is not up to date.");
}

Value ToValue(const graph::Identifier& identifier) {
  if (const auto* text = std::get_if<std::string>(&identifier)) return python::MakeStr(*text);
  const auto* many = std::get_if<std::vector<std::string>>(&identifier);
  return pymodules::TextTuple(many == nullptr ? std::vector<std::string>() : *many);
}

Value ToValue(const std::vector<std::string>& texts) {
  return texts.empty() ? Value::None() : pymodules::TextTuple(texts);
}

/// None, a str, or several.
std::vector<std::string> ToTexts(Interpreter& interpreter, const Value& value) {
  if (value.is_none()) return {};
  if (python::Cast<python::StrObject>(value) != nullptr) return {interpreter.Str(value)};
  std::vector<std::string> texts;
  interpreter.ForEach(value, [&](const Value& item) { texts.push_back(interpreter.Str(item)); });
  return texts;
}

pymodules::AutogenerateRequest MakeRequest(EnvironmentRun& run, MigrationContext& context, Project& project) {
  pymodules::AutogenerateRequest request;
  request.interpreter = &run.interpreter();
  request.options = &run.options();
  request.connection = context.connection().get();
  request.tables = project.services().models;
  request.version_table = context.options().version_table.name;
  request.version_table_schema = context.options().version_table.schema;
  request.environment_script = project.directory().EnvironmentScript();
  return request;
}

}  // namespace

std::vector<GeneratedRevision> RevisionRun::Run(RunRequest request) {
  revisions_ = {{request_, {}}};
  request.plan = [this](const std::vector<std::string>& heads, MigrationContext& context) {
    Generate(*environment_, heads, context);
    return std::vector<graph::Step>{};
  };
  environment_ = std::make_unique<EnvironmentRun>(project_, std::move(request));
  environment_->Run();
  scripts_ = {};
  return std::move(revisions_);
}

void RevisionRun::Generate(EnvironmentRun& run, const std::vector<std::string>& heads, MigrationContext& context) {
  if (autogenerate_ && context.is_offline()) {
    throw Error(ErrorKind::kCommand,
                "autogenerate can't use as_sql=True as it prevents querying the database for schema information");
  }
  const Tokens tokens{TokenOf(run, "upgrade_token", "upgrades"), TokenOf(run, "downgrade_token", "downgrades")};
  if (context.is_offline()) {
    revisions_.front().variables = {{tokens.upgrades, "pass"}, {tokens.downgrades, "pass"}, {"imports", ""}};
    return;
  }
  if (autogenerate_) RequireHeads(project_.revisions(), heads);
  pymodules::AutogenerateRequest request = MakeRequest(run, context, project_);
  request.renames = renames_;
  for (const std::string& word : project_.config().Words("compare_also")) request.also.Add(word);
  for (const std::string& word : also_) request.also.Add(word);
  std::unique_ptr<pymodules::ModelCopy> copy;
  if (autogenerate_) copy = CopyFor(request, context);
  pymodules::Autogenerate autogenerate(request);
  compare::Changes changes = autogenerate_ ? autogenerate.Compare() : compare::Changes();
  const bool is_scripted = autogenerate.IsScripted();
  if (is_scripted) {
    GenerateScripted(run, autogenerate, changes, heads, tokens);
    changes = scripted_changes_;
  }
  TakeChanges(changes, context);
  const project::RevisionKind kind =
      project::KindOfNewRevision(project_.directory(), request_, *project_.services().files);
  // A check has no id, and writes nothing.
  if (kind != project::RevisionKind::kPython && !request_.id.empty()) {
    return WriteOtherwise(kind, changes, context, tokens);
  }
  if (is_scripted) return;
  std::map<std::string, std::string>& variables = revisions_.front().variables;
  variables[tokens.upgrades] = autogenerate.Render(changes, false, imports_);
  variables[tokens.downgrades] = autogenerate.Render(compare::Reverse(changes), true, imports_);
  variables["imports"] = Join(imports_, "\n");
}

std::unique_ptr<pymodules::ModelCopy> RevisionRun::CopyFor(pymodules::AutogenerateRequest& request,
                                                           MigrationContext& context) {
  std::unique_ptr<pymodules::ModelCopy> copy;
  if (source_) {
    SchemaReader reader = SchemaReader::Within(project_, *environment_, context);
    auto source = std::make_unique<SourceTables>(reader.Open(*source_), reader.scope());
    request.also = compare::FurtherKinds::All();
    request.tables = &source->tables();
    copy = std::move(source);
  } else {
    auto models = std::make_unique<ScratchModels>(project_, *context.connection());
    if (models->IsNeededFor(request.also)) copy = std::move(models);
  }
  request.copy = copy.get();
  return copy;
}

void RevisionRun::TakeChanges(const compare::Changes& changes, MigrationContext& context) {
  differences_ = compare::DiffText(changes);
  pymodules::ScriptConnection& connection = *context.connection();
  pymodules::ComparisonBackend backend(connection);
  details_ = compare::Describe(changes, backend);
  if (is_preview_) upgrade_sql_ = SqlOf(changes, connection);
  if (!looks_for_losses_) return;
  losses_ = LossesOf(changes, connection);
  rename_candidates_ = compare::FindRenames(changes, *compare::MakeRules(backend));
}

void RevisionRun::WriteOtherwise(project::RevisionKind kind, const compare::Changes& changes, MigrationContext& context,
                                 const Tokens& tokens) {
  if (revisions_.size() > 1) {
    throw Error(ErrorKind::kUnsupported,
                "env.py makes several revisions of one run, which can be written as Python only");
  }
  if (revisions_.empty() || changes.empty()) return;
  pymodules::ScriptConnection& connection = *context.connection();
  std::map<std::string, std::string>& variables = revisions_.front().variables;
  if (kind == project::RevisionKind::kSql) {
    variables[tokens.upgrades] = TextOf(SqlOf(changes, connection));
    variables[tokens.downgrades] = TextOf(SqlOfWayBack(changes, connection, *project_.services().connector));
    return;
  }
  pymodules::ComparisonBackend backend(connection);
  const std::unique_ptr<compare::Rules> rules = compare::MakeRules(backend);
  const compare::Changes back = compare::Reverse(changes);
  const bool in_batches = Rebuilds(changes, connection.dialect()) || Rebuilds(back, connection.dialect());
  const compare::CppRenderer renderer(*rules, in_batches);
  variables[tokens.upgrades] = renderer.RenderBody(changes);
  variables[tokens.downgrades] = renderer.RenderBody(back);
}

// ------------------------------------------------------------------------------------------ with the project's say

void RevisionRun::GenerateScripted(EnvironmentRun& run, pymodules::Autogenerate& autogenerate,
                                   const compare::Changes& changes, const std::vector<std::string>& heads,
                                   const Tokens& tokens) {
  Interpreter& interpreter = run.interpreter();
  const Value upgrade = autogenerate.WrapUpgrade(changes, tokens.upgrades);
  const Value downgrade = autogenerate.WrapDowngrade(changes, upgrade, tokens.downgrades);
  if (!scripts_) {
    const Value scripts = python::MakeList({MakeScript(interpreter, upgrade, downgrade)});
    scripts_ = python::Ref<python::ListObject>(python::Cast<python::ListObject>(scripts));
  } else if (!scripts_->items.empty()) {
    // A further database of the same run.
    const Value script = scripts_->items.back();
    const auto append = [&](const char* list, const Value& container) {
      interpreter.CallMethod(interpreter.GetAttribute(script, Symbol::Intern(list)), "append", {container});
    };
    append("upgrade_ops_list", upgrade);
    append("downgrade_ops_list", downgrade);
  }
  autogenerate.CallDirectivesHook(heads, scripts_);
  revisions_.clear();
  scripted_changes_.clear();
  for (const Value& script : std::vector<Value>(scripts_->items)) {
    revisions_.push_back(ReadScript(interpreter, autogenerate, script));
  }
}

Value RevisionRun::MakeScript(Interpreter& interpreter, const Value& upgrade, const Value& downgrade) const {
  const auto facts = python::MakeDict();
  facts->table.Set(Symbol::Intern("head"), ToValue(request_.head));
  facts->table.Set(Symbol::Intern("splice"), Value::Bool(request_.splice));
  facts->table.Set(Symbol::Intern("branch_label"), ToValue(request_.branch_labels));
  facts->table.Set(Symbol::Intern("version_path"), pymodules::TextOrNone(request_.version_path));
  facts->table.Set(Symbol::Intern("depends_on"), ToValue(request_.depends_on));
  return interpreter.CallMethod(
      interpreter.Import("alembic.autogenerate._bridge"), "make_script",
      {python::MakeStr(request_.id), pymodules::TextOrNone(request_.message), upgrade, downgrade, Value(facts)});
}

GeneratedRevision RevisionRun::ReadScript(Interpreter& interpreter, pymodules::Autogenerate& autogenerate,
                                          const Value& script) {
  const auto get = [&](const Value& object, const char* name) {
    return interpreter.GetAttribute(object, Symbol::Intern(name));
  };
  GeneratedRevision revision{request_, {}};
  revision.request.id = interpreter.Str(get(script, "rev_id"));
  const std::vector<std::string> message = ToTexts(interpreter, get(script, "message"));
  revision.request.message = message.empty() ? std::nullopt : std::optional(message.front());
  const std::vector<std::string> head = ToTexts(interpreter, get(script, "head"));
  if (head.size() == 1) revision.request.head = head.front();
  if (head.size() > 1) revision.request.head = head;
  revision.request.splice = interpreter.Truth(get(script, "splice"));
  revision.request.branch_labels = ToTexts(interpreter, get(script, "branch_label"));
  const std::vector<std::string> path = ToTexts(interpreter, get(script, "version_path"));
  revision.request.version_path = path.empty() ? std::nullopt : std::optional(path.front());
  revision.request.depends_on = ToTexts(interpreter, get(script, "depends_on"));
  std::set<std::string> imports;
  for (const std::string& line : ToTexts(interpreter, get(script, "imports"))) imports.insert(line);
  for (const Value& container : interpreter.ToVector(get(script, "upgrade_ops_list"))) {
    const std::string token = interpreter.Str(get(container, "upgrade_token"));
    revision.variables[token] = autogenerate.RenderScripted(container, false, imports);
    for (compare::Change& change : autogenerate.ReadChanges(container)) scripted_changes_.push_back(std::move(change));
  }
  for (const Value& container : interpreter.ToVector(get(script, "downgrade_ops_list"))) {
    const std::string token = interpreter.Str(get(container, "downgrade_token"));
    revision.variables[token] = autogenerate.RenderScripted(container, true, imports);
  }
  revision.variables["imports"] = Join(imports, "\n");
  return revision;
}

}  // namespace limbeck::engine
