#include "base/text.h"
#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/operation_lines.h"
#include "cli/rename_offers.h"
#include "cli/write_revision.h"

namespace limbeck::cli {
namespace {

/// "upgrades" and the operations of that name.
void PrintAsComment(CommandContext& context, const std::string& name, const std::string& body) {
  context.Print("-- " + name + ":");
  for (const std::string& line : OperationLines(body)) context.Print("-- " + line);
  context.Print("");
}

std::optional<project::RevisionKind> ReadKind(const ParsedArguments& arguments) {
  if (!arguments.Has("lang")) return std::nullopt;
  const std::string& name = arguments.Get("lang");
  if (name == "python") return project::RevisionKind::kPython;
  return name == "sql" ? project::RevisionKind::kSql : project::RevisionKind::kCpp;
}

void CompareAsAsked(engine::RevisionRun& run, const ParsedArguments& arguments) {
  run.CompareAlso(arguments.All("also"));
  const engine::SchemaSource source = engine::SchemaSource::Parse(arguments.Get("from", "models"));
  if (source.kind != engine::SchemaSource::Kind::kModels) run.CompareWith(source);
}

/// What would be written, and the statements that it would run. No file comes of it.
void Preview(CommandContext& context, const project::NewRevision& request) {
  engine::RevisionRun run(context.project, request, true);
  run.Preview();
  run.Rename(context.arguments.All("rename"));
  CompareAsAsked(run, context.arguments);
  engine::RunRequest asked = context.Request();
  asked.as_sql = false;
  for (const engine::GeneratedRevision& revision : run.Run(std::move(asked))) {
    for (auto entry = revision.variables.rbegin(); entry != revision.variables.rend(); ++entry) {
      if (entry->first != "imports") PrintAsComment(context, entry->first, entry->second);
    }
  }
  for (const std::string& loss : run.losses()) context.terminal.Err("warning: " + loss + "\n");
  for (const engine::ChangeSql& change : run.upgrade_sql()) {
    for (const std::string& statement : change.statements) context.Print(statement + "\n");
  }
}

project::NewRevision ReadRequest(const CommandContext& context) {
  const ParsedArguments& arguments = context.arguments;
  project::NewRevision request;
  request.id = RevisionIdFor(context);
  if (arguments.Has("message")) request.message = arguments.Get("message");
  if (arguments.Has("head")) request.head = arguments.Get("head");
  request.splice = arguments.Has("splice");
  if (arguments.Has("branch_label")) request.branch_labels = {arguments.Get("branch_label")};
  if (arguments.Has("version_path")) request.version_path = arguments.Get("version_path");
  request.depends_on = arguments.All("depends_on");
  request.kind = ReadKind(arguments);
  return request;
}

/// What a run gave, and the run, which knows how to render it.
struct Generated {
  std::unique_ptr<engine::RevisionRun> run;
  std::vector<engine::GeneratedRevision> revisions;
};

/// Where somebody says that what looks gone was renamed, the models are compared once more.
Generated Generate(CommandContext& context, const project::NewRevision& request, std::vector<std::string> renames,
                   bool may_ask) {
  const ParsedArguments& arguments = context.arguments;
  Generated generated;
  generated.run = std::make_unique<engine::RevisionRun>(context.project, request, arguments.Has("autogenerate"));
  generated.run->Rename(renames);
  CompareAsAsked(*generated.run, arguments);
  if (!context.is_alembic) generated.run->LookForLosses();
  generated.revisions = generated.run->Run(context.Request());
  if (!may_ask) return generated;
  const std::vector<std::string> told = OfferRenames(generated.run->rename_candidates(), context.terminal);
  if (told.empty()) return generated;
  renames.insert(renames.end(), told.begin(), told.end());
  return Generate(context, request, std::move(renames), false);
}

/// What only has a meaning where models are compared.
void RequireAutogenerate(const ParsedArguments& arguments) {
  for (const char* option : {"from", "rename", "also", "skip_empty"}) {
    if (!arguments.Has(option) || arguments.Has("autogenerate")) continue;
    throw Error(ErrorKind::kCommand, "--" + ReplaceAll(option, "_", "-") + " is for revision --autogenerate");
  }
}

void Run(CommandContext& context) {
  const ParsedArguments& arguments = context.arguments;
  const project::NewRevision request = ReadRequest(context);
  RequireAutogenerate(arguments);
  const bool runs_environment = context.project.config().RevisionEnvironment();
  if (arguments.Has("sql") && arguments.Has("autogenerate")) {
    if (!context.is_alembic) return Preview(context, request);
    throw Error(ErrorKind::kCommand, "Using --sql with --autogenerate does not make any sense");
  }
  if (arguments.Has("sql") && !runs_environment) {
    throw Error(ErrorKind::kCommand,
                "Using --sql with the revision command when revision_environment is not configured does not make any "
                "sense");
  }
  const bool autogenerate = arguments.Has("autogenerate");
  if (!runs_environment && !autogenerate) {
    engine::EnvironmentRun run(context.project, context.Request());
    return WriteNewRevision(context, {request, {}}, run);
  }
  const Generated generated = Generate(context, request, arguments.All("rename"), !context.is_alembic);
  if (autogenerate && arguments.Has("skip_empty") && generated.run->differences().empty()) {
    return context.Print("No changes: no revision was written.");
  }
  for (const engine::GeneratedRevision& revision : generated.revisions) {
    WriteNewRevision(context, revision, generated.run->environment());
  }
  for (const std::string& loss : generated.run->losses()) context.terminal.Err("warning: " + loss + "\n");
}

}  // namespace

Command RevisionCommand() {
  return {.spec = {.name = "revision",
                   .help = "Create a new revision file.",
                   .options = {MessageOption(),
                               {{"--autogenerate"},
                                OptionKind::kFlag,
                                "Populate revision script with candidate migration operations, based on comparison of "
                                "database to model."},
                               SqlOption(),
                               {{"--head"},
                                OptionKind::kStore,
                                "Specify head revision or <branchname>@head to base new revision on."},
                               SpliceOption(),
                               BranchLabelOption(),
                               {{"--version-path"},
                                OptionKind::kStore,
                                "Specify specific path from config for version file"},
                               RevisionIdOption(),
                               {{"--depends-on"},
                                OptionKind::kAppend,
                                "Specify one or more revision identifiers which this revision should depend on."},
                               {.names = {"--from"},
                                .kind = OptionKind::kStore,
                                .help = "What the database is to be like, in place of the models: a file.sql, a URL "
                                        "or a revision.",
                                .metavar = "SOURCE",
                                .is_ours = true},
                               {.names = {"--rename"},
                                .kind = OptionKind::kAppend,
                                .help = "Take a table (old:new), a column (table.old:new), an enum or its value "
                                        "(enum.old:new) for renamed, not for dropped and added.",
                                .metavar = "OLD:NEW",
                                .is_ours = true},
                               AlsoOption(),
                               {.names = {"--skip-empty"},
                                .help = "Write no revision where the models ask for no change.",
                                .is_ours = true},
                               {.names = {"--lang"},
                                .kind = OptionKind::kStore,
                                .help = "What it is written in; without, as the project's template is",
                                .choices = {"python", "sql", "cpp"},
                                .is_ours = true},
                               JsonOption()},
                   .group = group::kWrite,
                   .examples = "  limbeck revision -m \"add users\"\n"
                               "  limbeck revision --autogenerate -m \"as the models are\"\n"
                               "  limbeck revision --autogenerate --rename users:people --rename people.name:alias\n"
                               "  limbeck revision --autogenerate --from schema.sql -m \"as the file says\"\n"},
          .run = Run};
}

}  // namespace limbeck::cli
