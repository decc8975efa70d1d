#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "limbeck/error.h"
#include "limbeck/export.h"
#include "limbeck/revision.h"

struct sqlite3;
struct pg_conn;

// Brings a program's database to date:
//
//   limbeck::Migrator migrator(app_migrations());
//   migrator.Upgrade(limbeck::Database::Url("sqlite:///books.db"));

namespace limbeck {

struct Models;

/// The database that a call works on. Cheap to copy.
class LIMBECK_API Database {
 public:
  /// "sqlite:///relative.db", "sqlite:////absolute.db", "postgresql://user:password@host/name": opened by each call.
  static Database Url(std::string url);
  /// A path of any characters.
  static Database SqliteFile(const std::string& path);
  /// Connections of the program's own. Limbeck uses one while a call runs, leaves it as it was, and never closes it. No
  /// transaction may be open. A PGconn must come from the shared libpq that the program loads, and have UTF8.
  static Database Borrow(sqlite3* connection);
  static Database Borrow(pg_conn* connection);

 private:
  friend class Migrator;
  friend class DatabaseOpener;
  std::string url_;
  sqlite3* sqlite_ = nullptr;
  pg_conn* postgresql_ = nullptr;
};

/// What a history says of one revision.
struct RevisionInfo {
  std::string id;
  std::vector<std::string> down_revisions;
  std::vector<std::string> branch_labels;
  std::vector<std::string> depends_on;
  /// The first paragraph of its message.
  std::string message;
  bool is_head = false;
  bool operator==(const RevisionInfo&) const = default;
};

/// One step of a run.
struct PlannedStep {
  enum class Direction { kUpgrade, kDowngrade, kStamp };
  Direction direction = Direction::kUpgrade;
  /// Empty for a stamp that takes the last row away.
  std::string revision;
  std::string message;
  bool operator==(const PlannedStep&) const = default;
};

/// Rows of the version table before and after a run, and the steps between.
struct Outcome {
  std::vector<std::string> before;
  std::vector<std::string> after;
  std::vector<PlannedStep> steps;
  bool changed() const { return !steps.empty(); }
};

/// One thing that has to be done to a database so that it is as models say.
struct Difference {
  /// The directive: "create_table", "add_column", "alter_column".
  std::string operation;
  std::string table;
  /// Of the column, index or constraint; empty for the table itself and for what has no name.
  std::string name;
  std::string schema;
  bool operator==(const Difference&) const = default;
};

/// One thing that Verify tried.
struct Trial {
  enum class Result { kPassed, kFailed, kSkipped };
  /// "single head", "empty to head", "upgrade", "downgrade", "upgrade again", "stamp", "models"
  std::string name;
  /// Empty: the whole history.
  std::string revision;
  Result result = Result::kPassed;
  /// Why it failed or was skipped.
  std::string message;
  bool operator==(const Trial&) const = default;
};

struct Progress {
  /// Steps that are done, and all of them. Told before each step, and once after the last.
  size_t done = 0;
  size_t total = 0;
  /// What comes now; nullptr at the end.
  const PlannedStep* step = nullptr;
};

enum class LogSeverity { kDebug, kInfo, kWarning, kError };

/// How a migrator works. Functions are called by the thread that migrates; what they throw ends the run as a failure
/// of its own would, and everything of the run is rolled back.
struct MigratorOptions {
  std::string version_table = "alembic_version";
  std::string version_table_schema = {};
  /// Each revision is committed by itself. Otherwise a run is one transaction, and nothing of a run that failed stays.
  bool transaction_per_migration = false;
  /// How long to wait for another program that migrates the same database.
  std::chrono::seconds lock_timeout{300};
  /// What SQL revisions have for :'name' and :"name" and Python ones for context.get_x_argument(): "name=value".
  std::vector<std::string> variables = {};
  /// Told what Alembic logs: "Running upgrade a -> b, add users". Empty: nobody.
  std::function<void(LogSeverity severity, std::string_view logger, std::string_view message)> log = {};
  std::function<void(const Progress& progress)> progress = {};
  /// Called once the database is locked and there is something to do, before the first step: the time to copy the
  /// file. Throwing prevents the run.
  std::function<void(const Outcome& planned)> backup = {};
};

/// Migrates databases by one history of revisions. The history is read by the first call and kept. Any number of
/// threads may call, each for a database or at least a connection of its own; two runs on one database wait for each
/// other. Errors are thrown as limbeck::Error; a Try... returns them.
class LIMBECK_API Migrator {
 public:
  /// Reads nothing yet. `Migrations::files` must stay: constant data does.
  explicit Migrator(Migrations migrations, MigratorOptions options = {});
  Migrator(Migrator&&) noexcept;
  Migrator& operator=(Migrator&&) noexcept;
  ~Migrator();

  // Runs. Targets are Alembic's: an id or the beginning of one, "head", "heads", "base", "+1", "label@head".

  /// A database that is at the target already is only looked at.
  Outcome Upgrade(const Database& database, std::string_view target = "heads");
  Outcome Downgrade(const Database& database, std::string_view target);
  /// Writes the version table and runs nothing. `purge` forgets what is in it first.
  Outcome Stamp(const Database& database, std::string_view target = "heads", bool purge = false);

  std::optional<Error> TryUpgrade(const Database& database, std::string_view target = "heads") noexcept;
  std::optional<Error> TryDowngrade(const Database& database, std::string_view target) noexcept;
  std::optional<Error> TryStamp(const Database& database, std::string_view target = "heads",
                                bool purge = false) noexcept;

  // Questions, which change nothing.

  /// Rows of the version table; none when there is no such table.
  std::vector<std::string> Current(const Database& database);
  bool IsUpToDate(const Database& database);
  /// What Upgrade would do now.
  Outcome Plan(const Database& database, std::string_view target = "heads");
  std::vector<std::string> Heads();
  /// Newest first.
  std::vector<RevisionInfo> History();
  /// The script that Upgrade would run on such a database, from a revision or, without, from nothing. `dialect` is
  /// "sqlite" or "postgresql".
  std::string Script(std::string_view dialect, std::string_view target = "heads", std::string_view from = "");

  // Checks, for continuous integration.

  /// What the database lacks and has too much, next to the models. Throws Error (kCommand) when it is not at the newest
  /// revision. Changes nothing.
  std::vector<Difference> Check(const Database& database, const Models& models);
  /// Tries the history on scratch databases: from nothing to the newest revision, each revision up, down and up again
  /// with the schema as it was, and, with models, whether the migrations make them. `url` is "sqlite://", or a
  /// PostgreSQL server whose user may create databases; a database that it names is not touched. What is wrong is a
  /// trial that failed; only errors of the server are thrown.
  std::vector<Trial> Verify(const std::string& url, const Models* models = nullptr);

  /// Stops all runs of this migrator that wait or are between two steps or statements of a script; they throw an Error
  /// whose exception_class() is "KeyboardInterrupt". From any thread, also from a callback. Lasts until Resume().
  void Cancel();
  void Resume();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace limbeck
