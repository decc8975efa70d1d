#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/log.h"
#include "base/text.h"
#include "driver/connection.h"
#include "engine/environment_run.h"
#include "engine/project.h"
#include "library/embedded_files.h"
#include "limbeck/migrator.h"

namespace limbeck {

/// A project is one thread's at a time: calls borrow one each, and so the history is read once for each thread that
/// calls at the same time.
struct Migrator::State {
  State(Migrations given, MigratorOptions chosen)
      : migrations(std::move(given)), options(std::move(chosen)), files(*real_files, migrations.files) {
    log.SetLevel("", static_cast<int>(LogLevel::kInfo));
    log.AddHandler("", {.format = {.format = "%(levelname)s %(name)s %(message)s"}});
  }

  static LogSeverity SeverityOf(std::string_view name) {
    if (name == "DEBUG") return LogSeverity::kDebug;
    if (name == "INFO") return LogSeverity::kInfo;
    return name == "WARNING" ? LogSeverity::kWarning : LogSeverity::kError;
  }

  /// A line of the handler's format, back in its parts.
  void TakeLog(std::string_view line) const {
    if (!options.log) return;
    const size_t level = line.find(' ');
    const size_t logger = line.find(' ', level + 1);
    const std::string_view message = line.substr(logger + 1);
    options.log(SeverityOf(line.substr(0, level)), line.substr(level + 1, logger - level - 1),
                message.substr(0, message.find_last_not_of('\n') + 1));
  }

  void Tell(LogSeverity severity, const char* logger, std::string_view text) const {
    if (options.log) options.log(severity, logger, Trim(text));
  }

  engine::Services MakeServices() {
    engine::Services services;
    services.files = &files;
    services.clock = clock.get();
    services.environment = environment.get();
    services.connector = connector.get();
    services.log = &log;
    services.compiled = &migrations.revisions;
    services.interrupted = &is_cancelled;
    services.print = [this](std::string_view text) { Tell(LogSeverity::kInfo, "stdout", text); };
    services.print_error = [this](std::string_view text) { Tell(LogSeverity::kWarning, "stderr", text); };
    return services;
  }

  std::unique_ptr<engine::Project> MakeProject(engine::Services services) {
    return std::make_unique<engine::Project>(std::move(services), library::EmbeddedConfig(migrations, files));
  }

  std::unique_ptr<engine::Project> Take() {
    {
      const std::lock_guard lock(mutex);
      if (!projects.empty()) {
        auto project = std::move(projects.back());
        projects.pop_back();
        return project;
      }
    }
    return MakeProject(MakeServices());
  }

  void GiveBack(std::unique_ptr<engine::Project> project) {
    const std::lock_guard lock(mutex);
    projects.push_back(std::move(project));
  }

  engine::RunRequest MakeRequest() const {
    engine::RunRequest request;
    request.version_table = options.version_table;
    request.version_table_schema = options.version_table_schema;
    request.transaction_per_migration = options.transaction_per_migration;
    request.lock_timeout = options.lock_timeout;
    request.x_arguments = options.variables;
    return request;
  }

  void RefuseWhenCancelled() const {
    if (is_cancelled) throw Error(ErrorKind::kCommand, "the run was cancelled").ExceptionClass("KeyboardInterrupt");
  }

  const Migrations migrations;
  const MigratorOptions options;
  const std::unique_ptr<FileSystem> real_files = MakeRealFileSystem();
  library::EmbeddedFiles files;
  const std::unique_ptr<Clock> clock = MakeRealClock();
  const std::unique_ptr<limbeck::Environment> environment = MakeRealEnvironment();
  const std::unique_ptr<driver::Connector> connector = driver::MakeConnector();
  LogTree log{*clock, [this](LogHandler::Target, const std::string&, std::string_view line) { TakeLog(line); }};
  std::atomic<bool> is_cancelled = false;
  std::mutex mutex;
  std::vector<std::unique_ptr<engine::Project>> projects;
};

}  // namespace limbeck
