#include "assure/backup.h"

#include "cli/backup_option.h"
#include "cli/commands.h"
#include "cli/common_options.h"

namespace limbeck::cli {
namespace {

/// Runs env.py and gives the database that it connects to.
void WithDatabase(CommandContext& context, const std::function<void(driver::Connection& connection)>& work) {
  engine::RunRequest request = context.Request();
  request.dont_mutate = true;
  std::unique_ptr<driver::Connection> connection;
  request.plan = [&](const std::vector<std::string>&, engine::MigrationContext& migration) {
    if (connection != nullptr) {
      throw Error(ErrorKind::kCommand, "env.py connects to several databases; only one can be kept in a file");
    }
    connection = migration.connection()->driver().ConnectAgain();
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
  if (connection == nullptr) throw Error(ErrorKind::kCommand, "env.py connects to no database");
  work(*connection);
}

void BackUp(CommandContext& context, driver::Connection& connection) {
  const engine::Services& services = context.project.services();
  const std::string file = context.arguments.Get("file", assure::BackupName(connection, services));
  assure::BackUp(connection, file, services, context.processes);
  context.Print("backed up " + connection.url().ToString() + " to " + file);
}

void RunBackup(CommandContext& context) {
  WithDatabase(context, [&](driver::Connection& connection) { BackUp(context, connection); });
}

void RunRestore(CommandContext& context) {
  WithDatabase(context, [&](driver::Connection& connection) {
    const std::string file = context.arguments.Get("file");
    assure::Restore(connection, file, context.project.services(), context.processes);
    context.Print("restored " + connection.url().ToString() + " from " + file);
  });
}

}  // namespace

void BackUpIfAsked(CommandContext& context, const driver::Connection& connection) {
  if (!context.arguments.Has("backup")) return;
  // Not the run's own connection, whose transaction has begun.
  const std::unique_ptr<driver::Connection> reader = connection.ConnectAgain();
  BackUp(context, *reader);
}

Option BackupOption() {
  return {.names = {"--backup"},
          .kind = OptionKind::kFlag,
          .help = "Back up the database first if there is anything to do, to a file beside it or in the current folder",
          .is_ours = true};
}

Command BackupCommand() {
  return {.spec = {.name = "backup",
                   .help = "Write the database to a file: SQLite's online backup, or pg_dump's custom format.",
                   .positionals = {{"file", Count::kOptional, "where to; a name with the time in it when not given"}},
                   .group = group::kApply,
                   .examples = "  limbeck backup                # to a new file with the time in its name\n"
                               "  limbeck backup before.db\n",
                   .is_ours = true},
          .run = RunBackup};
}

Command RestoreCommand() {
  return {.spec = {.name = "restore",
                   .help = "Make the database what a backup has. What was done since is gone.",
                   .positionals = {{"file", Count::kOne, "what `backup` wrote"}},
                   .group = group::kApply,
                   .examples = "  limbeck restore before.db\n",
                   .is_ours = true},
          .run = RunRestore};
}

}  // namespace limbeck::cli
