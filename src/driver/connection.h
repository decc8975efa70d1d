#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "driver/backend.h"
#include "driver/parameter.h"
#include "driver/result.h"
#include "driver/url.h"
#include "limbeck/error.h"

namespace limbeck::driver {

/// Where the connection stands, as the database itself sees it: a script may have written BEGIN or COMMIT by itself.
enum class TransactionState {
  kNone,    ///< autocommit: each statement is its own transaction
  kActive,  ///< in a transaction
  kFailed,  ///< in a transaction that can only be rolled back
};

enum class IsolationLevel { kDefault, kReadUncommitted, kReadCommitted, kRepeatableRead, kSerializable };

struct BeginOptions {
  /// PostgreSQL. SQLite has only one level.
  IsolationLevel isolation = IsolationLevel::kDefault;
  /// SQLite takes no write lock then.
  bool read_only = false;
  /// SQLite: asked again and again while another connection has the write lock; false gives up. It sleeps itself, and
  /// must not throw. Empty: the lock timeout decides.
  std::function<bool()> keep_waiting = {};
};

/// What the server says beside results: RAISE NOTICE, "relation already exists, skipping".
struct Notice {
  std::string severity;
  std::string sqlstate;
  std::string message;
  std::string detail;
  std::string hint;
  bool operator==(const Notice&) const = default;
};
using NoticeHandler = std::function<void(const Notice&)>;

class StatementWatch;

/// Something that answers in place of a database.
class StandIn {
 public:
  virtual ~StandIn() = default;
  /// What a statement gives, if it is one that the stand-in knows about.
  virtual std::optional<Result> Answer(const std::string& sql) = 0;
};

/// A connection to a database. It and all that is made from it belong to one thread at a time; only Cancel() may be
/// called from another. Destroying it ends it; an open transaction is rolled back.
///
/// What a database refuses is thrown as Error (kDatabase) with the statement, the database's facts and the names of the
/// Python exceptions; `transaction_lost` and `connection_lost` say what is left. After a lost connection every call
/// throws.
class Connection {
 public:
  explicit Connection(Url url) : url_(std::move(url)), backend_(BackendOf(url_)) {}
  virtual ~Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  const Url& url() const { return url_; }
  Backend backend() const { return backend_; }
  /// SQLAlchemy's name: "sqlite", "postgresql".
  std::string_view dialect() const { return NameOf(backend_); }

  // Statements. All of them first flush what is queued.

  /// Runs a statement and reads all it gives. On PostgreSQL a text without parameters may hold several statements, the
  /// last one's result is given; SQLite refuses more than one, as Python's sqlite3 does.
  virtual Result Execute(const std::string& sql, const Parameters& parameters = {}) = 0;
  /// Runs a statement for each set of parameters, prepared once; the row count is the sum. An error says by its `tag`
  /// which set failed. Outside a transaction the sets before it stay on SQLite, and none on PostgreSQL (with a
  /// pipeline).
  virtual Result ExecuteMany(const std::string& sql, std::span<const Parameters> sets) = 0;
  /// Runs statements separated by ';'.
  virtual void ExecuteScript(const std::string& sql) = 0;
  /// Runs a statement and gives its rows as they come.
  virtual std::unique_ptr<RowStream> Stream(const std::string& sql, const Parameters& parameters = {}) = 0;

  /// Runs a statement, fetches its rows and gives them one at a time: few are kept in memory, many in a temporary file.
  /// SQLite's are not fetched before they are asked for.
  virtual std::unique_ptr<RowStream> Fetch(const std::string& sql, const Parameters& parameters) {
    return Stream(sql, parameters);
  }

  /// Runs a statement whose result nobody reads, at the latest when the queue is flushed. In a transaction on
  /// PostgreSQL it travels with others, and its error may be thrown by a later call; everything behind it is left out.
  /// Elsewhere it runs at once. Its error has the tag.
  virtual void Queue(const std::string& sql, const Parameters& parameters, uint64_t tag) = 0;
  /// Waits for all that is queued, and throws the error of the first statement that failed.
  virtual void Flush() = 0;
  /// Runs a statement behind those that are queued and waits for all of them; gives the rows that it counted itself.
  virtual int64_t FlushWith(const std::string& sql, const Parameters& parameters) {
    return Execute(sql, parameters).row_count();
  }
  /// Whether what is queued may travel before the last statement was answered.
  virtual bool answers_late() const { return false; }
  /// Told the error of a queued statement before whichever call throws it: may throw another one in its place.
  using QueueErrorHandler = std::function<void(const Error&)>;
  void OnQueueError(QueueErrorHandler handler) { queue_error_handler_ = std::move(handler); }

  /// SQLite: whether foreign keys are enforced from now on, also in a transaction, where PRAGMA foreign_keys does
  /// nothing. Returns what was so far; elsewhere nothing happens, and false is returned.
  virtual bool EnforceForeignKeys(bool) { return false; }

  // Transactions. transaction.h has the scopes for them.

  /// Throws when a transaction is open already. SQLite takes the write lock at once (BEGIN IMMEDIATE), waiting for it
  /// as long as the lock timeout says.
  virtual void Begin(const BeginOptions& options = {}) = 0;
  /// Nothing happens when no transaction is open. Throws kInDoubt when the connection is lost after COMMIT was sent,
  /// and kDatabase when the database rolled back instead.
  virtual void Commit() = 0;
  /// Nothing happens when no transaction is open. What is queued and was not run is dropped.
  virtual void Rollback() = 0;
  /// For destructors: rolls back what is open, and says whether nothing is left open.
  virtual bool TryRollback() noexcept = 0;
  virtual void SetSavepoint(const std::string& name) = 0;
  virtual void ReleaseSavepoint(const std::string& name) = 0;
  virtual void RollbackToSavepoint(const std::string& name) = 0;
  /// For destructors: goes back to the savepoint and ends it, and says whether that was done.
  virtual bool TryEndSavepoint(const std::string& name) noexcept = 0;
  virtual TransactionState transaction_state() const = 0;
  bool in_transaction() const { return transaction_state() != TransactionState::kNone; }

  /// How long a statement waits for a lock, and how long it may take; 0 is "for ever". On PostgreSQL a rollback of the
  /// transaction in which it was set undoes it.
  virtual void SetLockTimeout(std::chrono::milliseconds timeout) = 0;
  virtual void SetStatementTimeout(std::chrono::milliseconds timeout) = 0;

  // Locks between programs, for those who want to be alone with something. They last as long as the connection.

  /// False where transactions are all there is to keep programs apart: SQLite.
  virtual bool has_named_locks() const { return false; }
  /// Takes the lock of that name in this database, unless another connection has it.
  virtual bool TryLock(const std::string&) { return true; }
  /// Who has the lock, for a person: "process 4711, ann from 10.0.0.7, for 12 s"; empty when nobody has.
  virtual std::string LockHolder(const std::string&) { return {}; }
  /// A pooler stands between us and the server, and may give each transaction another session.
  virtual bool IsPooled() { return false; }
  /// Another connection, made as this one was.
  virtual std::unique_ptr<Connection> ConnectAgain() const = 0;

  /// Stops the running statement, which then throws (QueryCanceled, "interrupted"). From any thread; nothing happens
  /// when none is running.
  virtual void Cancel() = 0;

  /// What answers in place of a database, and for its catalogue; null for all that are there.
  virtual StandIn* stand_in() const { return nullptr; }

  /// False once the connection is known to be lost.
  virtual bool alive() const = 0;
  /// As SQLAlchemy's server_version_info: {15, 4}, {3, 40, 1}.
  virtual std::vector<int> server_version() const = 0;
  /// The server process, 0 on SQLite.
  virtual int backend_pid() const = 0;
  /// Name of the database; on SQLite the file, empty for one in memory.
  virtual std::string database_name() const = 0;
  /// The schema that names without one mean: "public", "main"; empty when the search path names none that exists. Asks
  /// the server.
  virtual std::string CurrentSchema() = 0;
  /// The handler must not throw.
  virtual void OnNotice(NoticeHandler handler) = 0;

  /// Who hears of what scripts run on it (statement_watch.h); null for nobody. Borrowed.
  StatementWatch* watch() const { return watch_; }
  void set_watch(StatementWatch* watch) { watch_ = watch; }

 protected:
  /// Throws the error of a queued statement, or what the handler makes of it.
  [[noreturn]] void ThrowQueued(const Error& error) const {
    if (queue_error_handler_) queue_error_handler_(error);
    throw Error(error);
  }

 private:
  Url url_;
  Backend backend_;
  StatementWatch* watch_ = nullptr;
  QueueErrorHandler queue_error_handler_;
};

/// What a program adds to a URL.
struct ConnectOptions {
  /// Arguments of the Python driver's connect() (`connect_args`), in its own words; they win over the URL's.
  std::vector<std::pair<std::string, std::string>> arguments;
  /// PG* variables that a script has set for itself; they win over those of the process.
  std::map<std::string, std::string> environment;
  /// False: no statement travels before the last one was answered, for a pooler that cannot do with it. An old libpq
  /// (before 14) never does.
  bool pipeline = true;
};

/// Opens connections: the seam that a test replaces. Connect may be called from several threads.
class Connector {
 public:
  virtual ~Connector() = default;
  /// Throws kConfig for a URL that makes no sense, kDatabase with `connection_lost` when the database cannot be reached
  /// or refuses, kUnsupported when libpq is missing.
  virtual std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options) = 0;
  std::unique_ptr<Connection> Connect(const Url& url) { return Connect(url, ConnectOptions()); }
};

/// Connects to SQLite and PostgreSQL by their own libraries.
std::unique_ptr<Connector> MakeConnector();

}  // namespace limbeck::driver
