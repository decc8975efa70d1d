#include "cli/common_options.h"

namespace limbeck::cli {

Option SqlOption() {
  return {{"--sql"},
          OptionKind::kFlag,
          "Don't emit SQL to database - dump to standard output/file instead. See docs on offline mode."};
}

Option TagOption() {
  return {{"--tag"}, OptionKind::kStore, "Arbitrary 'tag' name - can be used by custom env.py scripts."};
}

Option VerboseOption() {
  return {{"-v", "--verbose"}, OptionKind::kFlag, "Use more verbose output"};
}

Option MessageOption() {
  return {{"-m", "--message"}, OptionKind::kStore, "Message string to use with 'revision'"};
}

Option BranchLabelOption() {
  return {{"--branch-label"}, OptionKind::kStore, "Specify a branch label to apply to the new revision"};
}

Option RevisionIdOption() {
  return {{"--rev-id"}, OptionKind::kStore, "Specify a hardcoded revision id instead of generating one"};
}

Option SpliceOption() {
  return {{"--splice"}, OptionKind::kFlag, "Allow a non-head revision as the 'head' to splice onto"};
}

Option LockTimeoutOption() {
  return {.names = {"--lock-timeout"},
          .kind = OptionKind::kStore,
          .help = "Seconds to wait for another run on the same database (lock_timeout of the configuration, or 300)",
          .metavar = "SECONDS",
          .is_ours = true};
}

Option JsonOption() {
  return {.names = {"--json"}, .help = "Print the report as JSON", .is_ours = true};
}

Option AlsoOption() {
  return {.names = {"--also"},
          .kind = OptionKind::kAppend,
          .help = "Compare what Alembic does not: enums, checks, primary_keys, sequences or all.",
          .metavar = "KIND",
          .is_ours = true};
}

Option ScratchUrlOption() {
  return {.names = {"--scratch-url"},
          .kind = OptionKind::kStore,
          .help = "PostgreSQL server on which to make scratch databases (the one of the project's database)",
          .metavar = "URL",
          .is_ours = true};
}

assure::ScratchOptions ScratchOptionsOf(const CommandContext& context) {
  assure::ScratchOptions options;
  if (context.arguments.Has("scratch_url")) options.server = driver::Url::Parse(context.arguments.Get("scratch_url"));
  return options;
}

Positional ManyRevisions(Count count) {
  return {"revisions", count, "one or more revisions, or 'heads' for all heads"};
}

}  // namespace limbeck::cli
