#include "driver/postgresql/connection.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "driver/postgresql/pipeline.h"
#include "driver/postgresql/rows.h"
#include "driver/postgresql/session.h"
#include "driver/postgresql/stream.h"
#include "driver/sql_text.h"

namespace limbeck::driver::postgresql {
namespace {

using std::chrono::milliseconds;

/// The two halves of an advisory lock's key: that it is ours, and what it is about.
std::string LockKey(const std::string& name) {
  constexpr int32_t kOurs = 0x6c696d62;
  constexpr uint32_t kOffset = 2166136261U;
  constexpr uint32_t kPrime = 16777619U;
  uint32_t hash = kOffset;
  for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * kPrime;
  return std::to_string(kOurs) + ", " + std::to_string(static_cast<int32_t>(hash));
}

/// How the connection was made, so that another can be made like it.
Url UrlOf(PGconn* connection) {
  const Libpq& pq = TheLibpq();
  Url url;
  url.drivername = "postgresql";
  PQconninfoOption* options = pq.PQconninfo(connection);
  for (const PQconninfoOption* option = options; option != nullptr && option->keyword != nullptr; ++option) {
    if (option->val == nullptr || *option->val == '\0') continue;
    const std::string_view keyword = option->keyword;
    if (keyword == "user") {
      url.username = option->val;
    } else if (keyword == "password") {
      url.password = option->val;
    } else if (keyword == "dbname") {
      url.database = option->val;
    } else if (keyword != "client_encoding" && keyword != "fallback_application_name") {
      url.query[option->keyword] = {option->val};
    }
  }
  pq.PQconninfoFree(options);
  return url;
}

class PostgresqlConnection : public Connection {
 public:
  PostgresqlConnection(const Url& url, const ConnectOptions& options)
      : Connection(url),
        options_(options),
        session_(url, options),
        pipeline_(session_),
        may_pipeline_(options.pipeline && TheLibpq().has_pipeline()),
        cancel_(TheLibpq().PQgetCancel(session_.connection())) {}
  PostgresqlConnection(const Url& url, PGconn* lent)
      : Connection(url),
        session_(lent),
        pipeline_(session_),
        may_pipeline_(TheLibpq().has_pipeline()),
        cancel_(TheLibpq().PQgetCancel(session_.connection())),
        is_lent_(true) {}
  ~PostgresqlConnection() override {
    if (reader_ != nullptr) reader_->Drop();
    if (is_lent_) TryRollback();
  }
  PostgresqlConnection(const PostgresqlConnection&) = delete;
  PostgresqlConnection& operator=(const PostgresqlConnection&) = delete;

  Result Execute(const std::string& sql, const Parameters& parameters) override;
  Result ExecuteMany(const std::string& sql, std::span<const Parameters> sets) override;
  void ExecuteScript(const std::string& sql) override { Execute(sql, {}); }
  std::unique_ptr<RowStream> Stream(const std::string& sql, const Parameters& parameters) override;
  std::unique_ptr<RowStream> Fetch(const std::string& sql, const Parameters& parameters) override;
  void Queue(const std::string& sql, const Parameters& parameters, uint64_t tag) override;
  void Flush() override { FinishQueue(); }
  int64_t FlushWith(const std::string& sql, const Parameters& parameters) override;
  bool answers_late() const override { return may_pipeline_; }

  void Begin(const BeginOptions& options) override;
  void Commit() override;
  void Rollback() override;
  bool TryRollback() noexcept override;
  void SetSavepoint(const std::string& name) override { Execute("SAVEPOINT " + QuoteName(name), {}); }
  void ReleaseSavepoint(const std::string& name) override { Execute("RELEASE SAVEPOINT " + QuoteName(name), {}); }
  void RollbackToSavepoint(const std::string& name) override;
  bool TryEndSavepoint(const std::string& name) noexcept override;
  TransactionState transaction_state() const override {
    return pipeline_.idle() ? session_.transaction_state() : TransactionState::kActive;
  }

  void SetLockTimeout(milliseconds timeout) override { Set("lock_timeout", timeout); }
  void SetStatementTimeout(milliseconds timeout) override { Set("statement_timeout", timeout); }
  bool has_named_locks() const override { return true; }
  bool TryLock(const std::string& name) override;
  std::string LockHolder(const std::string& name) override;
  bool IsPooled() override;
  std::unique_ptr<Connection> ConnectAgain() const override {
    return std::make_unique<PostgresqlConnection>(url(), options_);
  }
  void Cancel() override;
  bool alive() const override { return session_.alive(); }
  std::vector<int> server_version() const override;
  int backend_pid() const override { return TheLibpq().PQbackendPID(session_.connection()); }
  std::string database_name() const override { return TheLibpq().PQdb(session_.connection()); }
  std::string CurrentSchema() override { return Execute("SELECT current_schema()", {}).Scalar().ToString(); }
  void OnNotice(NoticeHandler handler) override { session_.OnNotice(std::move(handler)); }

 private:
  /// Whether the statement may travel with others, in the transaction that is open.
  bool MayQueue(const std::string& sql) const;
  /// Waits for what is queued, and gives the rows that its last statement counted.
  int64_t FinishQueue();
  Result ExecuteOneByOne(const std::string& sql, std::span<const Parameters> sets);
  /// Waits for what is queued, and sets aside the rows of a stream that is being read. Throws the error of either.
  void FreeSession();
  void SetReaderAside();
  /// The same for what undoes a transaction or part of it: errors do not matter any more.
  void FreeSessionToUndo();
  /// The same for destructors, where a stream loses its rows.
  void FreeSessionQuietly() noexcept;
  void Set(const char* name, milliseconds timeout) {
    Execute("SET " + std::string(name) + " = " + std::to_string(timeout.count()), {});
  }
  Error MakeInDoubt(const Error& lost) const;

  ConnectOptions options_;
  Session session_;
  Pipeline pipeline_;
  bool may_pipeline_;
  /// The stream whose rows are still on the connection.
  PostgresqlStream* reader_ = nullptr;
  CancelPtr cancel_;
  bool is_lent_ = false;
};

void PostgresqlConnection::FreeSession() {
  FinishQueue();
  SetReaderAside();
}

int64_t PostgresqlConnection::FinishQueue() {
  if (pipeline_.idle()) return 0;
  if (const std::optional<Error> error = pipeline_.Close()) ThrowQueued(*error);
  return pipeline_.last_rows();
}

void PostgresqlConnection::SetReaderAside() {
  if (reader_ == nullptr) return;
  PostgresqlStream& reader = *reader_;
  reader.SetAside();
  if (reader.error()) throw Error(*reader.error());
}

void PostgresqlConnection::FreeSessionToUndo() {
  pipeline_.Close();
  if (reader_ != nullptr) reader_->SetAside();
}

void PostgresqlConnection::FreeSessionQuietly() noexcept {
  pipeline_.Close();
  if (reader_ != nullptr) reader_->Drop();
}

Result PostgresqlConnection::Execute(const std::string& sql, const Parameters& parameters) {
  FreeSession();
  return MakeResult(session_.Run(sql, parameters));
}

/// The types to prepare the statement with for this set: a null leaves a place as it was, and so does a smaller
/// integer.
std::vector<uint32_t> TypesFor(const Parameters& set, std::vector<uint32_t> types) {
  types.resize(set.size(), kUnknownOid);
  for (size_t i = 0; i < set.size(); ++i) {
    const uint32_t type = TypeOf(set[i]);
    const bool fits = std::holds_alternative<Null>(set[i]) || (type == kInt4Oid && types[i] == kInt8Oid);
    if (!fits) types[i] = type;
  }
  return types;
}

Result PostgresqlConnection::ExecuteMany(const std::string& sql, std::span<const Parameters> sets) {
  FreeSession();
  if (!may_pipeline_) return ExecuteOneByOne(sql, sets);
  // Found before anything is sent, so that it is all or nothing.
  for (const Parameters& set : sets) CheckTexts(set);
  std::vector<uint32_t> types;
  for (size_t i = 0; i < sets.size(); ++i) {
    std::vector<uint32_t> wanted = TypesFor(sets[i], types);
    if (i == 0 || wanted != types) {
      types = std::move(wanted);
      pipeline_.Prepare(sql, types);
    }
    pipeline_.AddPrepared(sets[i], i);
  }
  return Result().RowCount(pipeline_.Finish());
}

Result PostgresqlConnection::ExecuteOneByOne(const std::string& sql, std::span<const Parameters> sets) {
  int64_t rows = 0;
  for (size_t i = 0; i < sets.size(); ++i) {
    rows += std::max<int64_t>(ReadRowCount(session_.Run(sql, sets[i], i).get()), 0);
  }
  return Result().RowCount(rows);
}

std::unique_ptr<RowStream> PostgresqlConnection::Stream(const std::string& sql, const Parameters& parameters) {
  FreeSession();
  if (parameters.empty() && MayHoldSeveralStatements(sql)) return StreamOf(Execute(sql, {}));
  return std::make_unique<PostgresqlStream>(session_, reader_, sql, parameters);
}

std::unique_ptr<RowStream> PostgresqlConnection::Fetch(const std::string& sql, const Parameters& parameters) {
  std::unique_ptr<RowStream> stream = Stream(sql, parameters);
  SetReaderAside();
  return stream;
}

/// Statements that end or begin transactions, or that talk with the client, cannot travel with others.
bool MayTravel(const std::string& sql) {
  constexpr std::array<std::string_view, 11> kAlone = {"BEGIN", "START",   "COMMIT",    "END",     "ROLLBACK", "ABORT",
                                                       "COPY",  "PREPARE", "SAVEPOINT", "RELEASE", ""};
  const std::string word = FirstKeyword(sql, Backend::kPostgresql);
  return std::find(kAlone.begin(), kAlone.end(), word) == kAlone.end() && !MayHoldSeveralStatements(sql) &&
         sql.find('\0') == std::string::npos;
}

bool PostgresqlConnection::MayQueue(const std::string& sql) const {
  return may_pipeline_ && transaction_state() == TransactionState::kActive && MayTravel(sql);
}

void PostgresqlConnection::Queue(const std::string& sql, const Parameters& parameters, uint64_t tag) {
  std::optional<Error> error;
  if (MayQueue(sql)) {
    SetReaderAside();
    error = pipeline_.Add(sql, parameters, tag);
  } else {
    FreeSession();
    session_.Send(sql, parameters, tag);
    error = session_.Finish().error;
  }
  if (error) ThrowQueued(*error);
}

int64_t PostgresqlConnection::FlushWith(const std::string& sql, const Parameters& parameters) {
  if (pipeline_.idle() || !MayQueue(sql)) return Execute(sql, parameters).row_count();
  if (const std::optional<Error> error = pipeline_.Add(sql, parameters, std::nullopt)) ThrowQueued(*error);
  return FinishQueue();
}

void PostgresqlConnection::Begin(const BeginOptions& options) {
  FreeSession();
  if (in_transaction()) throw MakeModuleError("ProgrammingError", "a transaction is open already", {"BEGIN"});
  constexpr const char* kLevels[] = {"", "READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"};
  std::string command = "BEGIN";
  if (options.isolation != IsolationLevel::kDefault) {
    command += std::string(" ISOLATION LEVEL ") + kLevels[static_cast<int>(options.isolation)];
  }
  if (options.read_only) command += " READ ONLY";
  session_.Run(command);
}

void PostgresqlConnection::Commit() {
  FreeSession();
  const std::string command = "COMMIT";
  const bool open = in_transaction();
  // A server that closed the connection before COMMIT was sent has rolled back: that is sure, not in doubt.
  session_.LookAtConnection();
  if (!alive()) throw session_.MakeLost({command}, open);
  if (!open) return;
  session_.Send(command, {});
  const Session::Outcome outcome = session_.Finish();
  if (outcome.error) throw outcome.error->connection_lost() ? MakeInDoubt(*outcome.error) : Error(*outcome.error);
  if (std::string_view(TheLibpq().PQcmdStatus(outcome.result.get())) != "ROLLBACK") return;
  Error error = MakeModuleError("InternalError", "the transaction was rolled back, since a statement in it had failed",
                                {command});
  throw Error(error.TransactionLost());
}

Error PostgresqlConnection::MakeInDoubt(const Error& lost) const {
  Error error(ErrorKind::kInDoubt,
              "the connection was lost during COMMIT, and nobody knows yet whether it took effect: " +
                  SplitLines(lost.message()).front());
  error.Statement(lost.statement()).SqlState(lost.sqlstate()).TransactionLost().ConnectionLost();
  if (lost.database() != nullptr) error.Database(*lost.database());
  return error.Hint("connect again and look whether the changes are there");
}

void PostgresqlConnection::Rollback() {
  FreeSessionToUndo();
  if (alive() && in_transaction()) session_.Run("ROLLBACK");
}

void PostgresqlConnection::RollbackToSavepoint(const std::string& name) {
  FreeSessionToUndo();
  session_.Run("ROLLBACK TO SAVEPOINT " + QuoteName(name));
}

bool PostgresqlConnection::TryRollback() noexcept {
  FreeSessionQuietly();
  // The server rolls back for a connection that is lost.
  return !alive() || !in_transaction() || session_.TryRun("ROLLBACK");
}

bool PostgresqlConnection::TryEndSavepoint(const std::string& name) noexcept {
  FreeSessionQuietly();
  const std::string quoted = QuoteName(name);
  return session_.TryRun("ROLLBACK TO SAVEPOINT " + quoted + "; RELEASE SAVEPOINT " + quoted);
}

bool PostgresqlConnection::TryLock(const std::string& name) {
  return Execute("SELECT pg_try_advisory_lock(" + LockKey(name) + ")", {}).Scalar().ToString() == "t";
}

std::string PostgresqlConnection::LockHolder(const std::string& name) {
  // Who holds a lock of ours sits idle since it was given: that is how long.
  const std::string query =
      "SELECT 'process ' || a.pid || coalesce(', ' || a.usename, '') || coalesce(' from ' || host(a.client_addr), '') "
      "|| coalesce(', for ' || greatest(0, round(extract(epoch FROM clock_timestamp() - a.state_change))) || ' s', '') "
      "FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid, (SELECT ARRAY[" +
      LockKey(name) +
      "] AS key) k WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 "
      "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
      "AND l.classid::bigint = k.key[1]::bigint & 4294967295 AND l.objid::bigint = k.key[2]::bigint & 4294967295";
  const Result rows = Execute(query, {});
  return rows.empty() ? "" : rows.Scalar().ToString();
}

/// A pooler hands out process numbers of its own.
bool PostgresqlConnection::IsPooled() {
  return Execute("SELECT pg_backend_pid()", {}).Scalar().ToString() != std::to_string(backend_pid());
}

void PostgresqlConnection::Cancel() {
  constexpr int kSize = 256;
  std::array<char, kSize> reason{};
  if (cancel_) TheLibpq().PQcancel(cancel_.get(), reason.data(), kSize);
}

std::vector<int> PostgresqlConnection::server_version() const {
  const int number = TheLibpq().PQserverVersion(session_.connection());
  constexpr int kFirstWithTwoParts = 100000;
  if (number >= kFirstWithTwoParts) return {number / 10000, number % 10000};
  return {number / 10000, number / 100 % 100, number % 100};
}

}  // namespace

std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options) {
  return std::make_unique<PostgresqlConnection>(url, options);
}

std::unique_ptr<Connection> Borrow(pg_conn* connection) {
  return std::make_unique<PostgresqlConnection>(UrlOf(connection), connection);
}

}  // namespace limbeck::driver::postgresql
