#include "cli/commands.h"
#include "cli/find_program.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

/// The program to edit with: EDITOR, VISUAL, or the first known one on the PATH, as Alembic chooses.
std::string FindEditor(const CommandContext& context) {
  Environment& environment = *context.project.services().environment;
  FileSystem& files = *context.project.services().files;
  std::vector<std::string> candidates;
  for (const char* variable : {"EDITOR", "VISUAL"}) {
    const std::optional<std::string> choice = environment.Get(variable);
    if (!choice) continue;
    if (files.Exists(*choice)) return *choice;
    if (choice->find('/') == std::string::npos) candidates.push_back(*choice);
  }
  for (const char* known : {"sensible-editor", "editor", "nano", "vim", "code"}) candidates.emplace_back(known);
  for (const std::string& candidate : candidates) {
    if (const std::optional<std::string> found = FindProgram(context, candidate)) return *found;
  }
  throw Error(ErrorKind::kCommand,
              "Error executing editor (No suitable editor found. Please set the \"EDITOR\" or \"VISUAL\" environment "
              "variables)");
}

void OpenInEditor(CommandContext& context, const std::string& path) {
  const std::string editor = FindEditor(context);
  const int status = context.processes.Run({.words = {editor, path}});
  if (status == 0) return;
  throw Error(ErrorKind::kCommand, "Error executing editor (Command '['" + editor + "', '" + path +
                                       "']' returned non-zero exit status " + std::to_string(status) + ".)");
}

void Run(CommandContext& context) {
  const std::string symbol = context.arguments.Get("rev");
  const graph::RevisionMap& revisions = context.project.revisions();
  if (symbol != "current") {
    const auto nodes = graph::RequireAttribute(graph::Resolver(revisions).GetRevisions(symbol), "path");
    if (nodes.empty()) {
      throw Error(ErrorKind::kCommand, "No revision files indicated by symbol '" + symbol + "'");
    }
    for (const graph::Node* node : nodes) OpenInEditor(context, node->revision.path);
    return;
  }
  engine::RunRequest request = context.Request();
  request.only_looks = true;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext&) {
    if (rows.empty()) throw Error(ErrorKind::kCommand, "No current revisions");
    for (const graph::Node* node : graph::RequireRevisions(graph::Resolver(revisions).GetRevisions(rows))) {
      OpenInEditor(context, node->revision.path);
    }
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace

Command EditCommand() {
  return {.spec = {.name = "edit",
                   .help = "Edit revision script(s) using $EDITOR.",
                   .positionals = {{"rev", Count::kOne, ""}},
                   .group = group::kWrite,
                   .examples = "  limbeck edit head\n"
                               "  limbeck edit current\n"},
          .run = Run};
}

}  // namespace limbeck::cli
