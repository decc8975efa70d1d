#include "engine/revision_run.h"

#include <set>

#include "base/text.h"
#include "compare/diff_text.h"
#include "engine/configure_options.h"
#include "graph/range.h"
#include "pymodules/autogenerate.h"

namespace limbeck::engine {
namespace {

using python::Value;

std::string TokenOf(const python::DictObject& options, python::Interpreter& interpreter, const char* option,
                    const char* otherwise) {
  const Value value = ConfiguredOptions::Find(options, option);
  return value.is_none() ? otherwise : interpreter.Str(value);
}

void RequireHeads(const graph::RevisionMap& revisions, const std::vector<std::string>& rows) {
  const std::vector<std::string> heads = revisions.heads();
  if (std::set(rows.begin(), rows.end()) == std::set(heads.begin(), heads.end())) return;
  throw Error(ErrorKind::kCommand, "Target database is not up to date.");
}

}  // namespace

std::vector<GeneratedRevision> RevisionRun::Run(RunRequest request) {
  revisions_ = {{request_, {{"upgrades", "pass"}, {"downgrades", "pass"}, {"imports", ""}}}};
  EnvironmentRun* running = nullptr;
  request.plan = [&](const std::vector<std::string>& heads, MigrationContext& context) {
    Generate(*running, heads, context);
    return std::vector<graph::Step>{};
  };
  EnvironmentRun run(project_, std::move(request));
  running = &run;
  run.Run();
  return std::move(revisions_);
}

void RevisionRun::Generate(EnvironmentRun& run, const std::vector<std::string>& heads, MigrationContext& context) {
  if (!autogenerate_) return;
  RequireHeads(project_.revisions(), heads);
  CompareModels(run, context);
}

void RevisionRun::CompareModels(EnvironmentRun& run, MigrationContext& context) {
  if (context.is_offline()) {
    throw Error(ErrorKind::kCommand,
                "autogenerate can't use as_sql=True as it prevents querying the database for schema information");
  }
  pymodules::AutogenerateRequest request;
  request.interpreter = &run.interpreter();
  request.options = &run.options();
  request.connection = context.connection().get();
  request.version_table = context.options().version_table.name;
  request.version_table_schema = context.options().version_table.schema;
  request.environment_script = project_.directory().EnvironmentScript();
  pymodules::Autogenerate autogenerate(request);
  const compare::Changes changes = autogenerate.Compare();
  differences_ = compare::DiffText(changes);
  std::map<std::string, std::string>& variables = revisions_.front().variables;
  const std::string upgrades = TokenOf(run.options(), run.interpreter(), "upgrade_token", "upgrades");
  const std::string downgrades = TokenOf(run.options(), run.interpreter(), "downgrade_token", "downgrades");
  variables[upgrades] = autogenerate.Render(changes, false, imports_);
  variables[downgrades] = autogenerate.Render(compare::Reverse(changes), true, imports_);
  variables["imports"] = Join(imports_, "\n");
}

}  // namespace limbeck::engine
