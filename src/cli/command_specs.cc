#include "cli/command_specs.h"

// The words of Alembic's own options and commands are its help's facts; what Limbeck adds says so in its own help.

namespace limbeck::cli {
namespace {

constexpr OptionKind kFlag = OptionKind::kFlag;
constexpr OptionKind kStore = OptionKind::kStore;
constexpr OptionKind kAppend = OptionKind::kAppend;

constexpr const char* kApply = "apply";
constexpr const char* kLook = "look";
constexpr const char* kWrite = "write";

Option Sql() {
  return {
      {"--sql"}, kFlag, "Don't emit SQL to database - dump to standard output/file instead. See docs on offline mode."};
}
Option Tag() {
  return {{"--tag"}, kStore, "Arbitrary 'tag' name - can be used by custom env.py scripts."};
}
Option Verbose() {
  return {{"-v", "--verbose"}, kFlag, "Use more verbose output"};
}
Option Message() {
  return {{"-m", "--message"}, kStore, "Message string to use with 'revision'"};
}
Option BranchLabel() {
  return {{"--branch-label"}, kStore, "Specify a branch label to apply to the new revision"};
}
Option RevisionId() {
  return {{"--rev-id"}, kStore, "Specify a hardcoded revision id instead of generating one"};
}
Option Splice() {
  return {{"--splice"}, kFlag, "Allow a non-head revision as the 'head' to splice onto"};
}
Option Template() {
  return {{"-t", "--template"}, kStore, "Setup template for use with 'init'"};
}

Positional OneRevision(Count count) {
  return {"revision", count, "revision identifier"};
}
Positional ManyRevisions(Count count) {
  return {"revisions", count, "one or more revisions, or 'heads' for all heads"};
}

CommandSpec Branches() {
  return {"branches", "Show current branch points.", {Verbose()}, {}, kLook};
}

CommandSpec Check() {
  return {"check", "Check if revision command with autogenerate has pending upgrade ops.", {}, {}, kLook};
}

CommandSpec Current() {
  const Option check_heads = {{"-c", "--check-heads"},
                              kFlag,
                              "Check if all head revisions are applied to the database. Exit with an error code if "
                              "this is not the case."};
  return {"current", "Display the current revision for a database.", {check_heads, Verbose()}, {}, kLook};
}

CommandSpec Doctor() {
  return {"doctor",
          "Tell which revisions, env.py and template will not run, and why.",
          {{{"--run"}, kFlag, "Also run env.py and every upgrade and downgrade, on a database that is not there"},
           {{"--json"}, kFlag, "Print the report as JSON"}},
          {},
          kLook,
          "  limbeck doctor                # parse and load everything\n"
          "  limbeck doctor --run          # and try every step\n",
          true};
}

CommandSpec Downgrade() {
  return {"downgrade",
          "Revert to a previous version.",
          {Sql(), Tag()},
          {OneRevision(Count::kOptional)},
          kApply,
          "  limbeck downgrade             # one revision back\n"
          "  limbeck downgrade base        # everything\n"
          "  limbeck downgrade ae10:base --sql\n"};
}

CommandSpec Edit() {
  return {"edit", "Edit revision script(s) using $EDITOR.", {}, {{"rev", Count::kOne, ""}}, kWrite};
}

CommandSpec EnsureVersion() {
  return {"ensure_version", "Create the alembic version table if it doesn't exist already .", {Sql()}, {}, kApply};
}

CommandSpec Heads() {
  const Option resolve = {{"--resolve-dependencies"}, kFlag, "Treat dependency versions as down revisions"};
  return {"heads", "Show current available heads in the script directory.", {Verbose(), resolve}, {}, kLook};
}

CommandSpec History() {
  return {"history",
          "List changeset scripts in chronological order.",
          {{{"-r", "--rev-range"}, kStore, "Specify a revision range; format is [start]:[end]"},
           Verbose(),
           {{"-i", "--indicate-current"}, kFlag, "Indicate the current revision"}},
          {},
          kLook,
          "  limbeck history -r base:ae10\n"
          "  limbeck history -i            # marks what the database has\n"};
}

CommandSpec Init() {
  const Option package = {
      {"--package"}, kFlag, "Write empty __init__.py files to the environment and version locations"};
  return {"init",
          "Initialize a new scripts directory.",
          {Template(), package},
          {{"directory", Count::kOne, "location of scripts directory"}},
          kWrite,
          "  limbeck init migrations\n"
          "  limbeck init -t sql migrations   # revisions in SQL, no Python\n"};
}

CommandSpec ListTemplates() {
  return {"list_templates", "List available templates.", {}, {}, kWrite};
}

CommandSpec Merge() {
  return {"merge",
          "Merge two revisions together. Creates a new migration file.",
          {Message(), BranchLabel(), RevisionId(), Splice()},
          {ManyRevisions(Count::kOneOrMore)},
          kWrite};
}

CommandSpec Revision() {
  return {
      "revision",
      "Create a new revision file.",
      {Message(),
       {{"--autogenerate"},
        kFlag,
        "Populate revision script with candidate migration operations, based on comparison of database to model."},
       Sql(),
       {{"--head"}, kStore, "Specify head revision or <branchname>@head to base new revision on."},
       Splice(),
       BranchLabel(),
       {{"--version-path"}, kStore, "Specify specific path from config for version file"},
       RevisionId(),
       {{"--depends-on"}, kAppend, "Specify one or more revision identifiers which this revision should depend on."}},
      {},
      kWrite,
      "  limbeck revision -m \"add users\"\n"
      "  limbeck revision --autogenerate -m \"as the models are\"\n"};
}

CommandSpec Show() {
  return {"show", "Show the revision(s) denoted by the given symbol.", {}, {{"rev", Count::kOne, ""}}, kLook};
}

CommandSpec Stamp() {
  return {"stamp",
          "'stamp' the revision table with the given revision; don't run any migrations.",
          {Sql(), Tag(), {{"--purge"}, kFlag, "Unconditionally erase the version table before stamping"}},
          {ManyRevisions(Count::kZeroOrMore)},
          kApply};
}

CommandSpec Upgrade() {
  return {"upgrade",
          "Upgrade to a later version.",
          {Sql(), Tag()},
          {OneRevision(Count::kOptional)},
          kApply,
          "  limbeck upgrade               # to the head\n"
          "  limbeck upgrade +1\n"
          "  limbeck upgrade head --sql    # print the SQL, touch nothing\n"};
}

}  // namespace

std::vector<Option> GlobalOptions() {
  return {{{"--version"}, kFlag, "show program's version number and exit"},
          {{"-c", "--config"},
           kAppend,
           "Alternate config file; defaults to value of ALEMBIC_CONFIG environment variable, or \"alembic.ini\". May "
           "also refer to pyproject.toml file. May be specified twice to reference both files separately"},
          {{"-n", "--name"},
           kStore,
           "Name of section in .ini file to use for Alembic config (only applies to configparser config, not toml)"},
          {{"-x"},
           kAppend,
           "Additional arguments consumed by custom env.py scripts, e.g. -x setting1=somesetting -x "
           "setting2=somesetting"},
          {{"--raiseerr"}, kFlag, "Raise a full stack trace on error"},
          {{"-q", "--quiet"}, kFlag, "Do not log to std output."}};
}

std::vector<CommandSpec> CommandSpecs() {
  return {Branches(), Check(), Current(),       Doctor(), Downgrade(), Edit(), EnsureVersion(), Heads(),
          History(),  Init(),  ListTemplates(), Merge(),  Revision(),  Show(), Stamp(),         Upgrade()};
}

std::vector<CommandSpec> AlembicCommandSpecs() {
  std::vector<CommandSpec> specs = CommandSpecs();
  for (CommandSpec& spec : specs) {
    if (spec.is_ours) spec.group.clear();
  }
  return specs;
}

}  // namespace limbeck::cli
