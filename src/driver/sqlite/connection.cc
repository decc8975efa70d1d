#include "driver/sqlite/connection.h"

#include "driver/sqlite/copy.h"

#include <sqlite3.h>

#include <algorithm>

#include "driver/sql_text.h"
#include "driver/sqlite/options.h"
#include "driver/sqlite/rows.h"
#include "driver/sqlite/session.h"
#include "driver/sqlite/stream.h"

namespace limbeck::driver::sqlite {
namespace {

using std::chrono::milliseconds;

class SqliteConnection : public Connection {
 public:
  SqliteConnection(const Url& url, const OpenOptions& options)
      : Connection(url), session_(options), options_(options) {}
  SqliteConnection(const Url& url, sqlite3* database)
      : Connection(url), session_(database), options_{.file = url.database.value_or(":memory:")}, is_lent_(true) {}
  ~SqliteConnection() override {
    for (SqliteStream* stream : OpenStreams(streams_)) stream->Close();
    if (is_lent_) TryRollback();
  }
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  Result Execute(const std::string& sql, const Parameters& parameters) override {
    return Run(sql, parameters, std::nullopt);
  }
  Result ExecuteMany(const std::string& sql, std::span<const Parameters> sets) override;
  void ExecuteScript(const std::string& sql) override;
  std::unique_ptr<RowStream> Stream(const std::string& sql, const Parameters& parameters) override {
    return std::make_unique<SqliteStream>(session_, streams_, sql, parameters);
  }
  void Queue(const std::string& sql, const Parameters& parameters, uint64_t tag) override { Run(sql, parameters, tag); }
  void Flush() override {}

  void Begin(const BeginOptions& options) override;
  void Commit() override {
    if (session_.in_transaction()) session_.Run("COMMIT");
  }
  void Rollback() override {
    if (session_.in_transaction()) session_.Run("ROLLBACK");
  }
  bool TryRollback() noexcept override;
  void SetSavepoint(const std::string& name) override { session_.Run("SAVEPOINT " + QuoteName(name)); }
  void ReleaseSavepoint(const std::string& name) override { session_.Run("RELEASE SAVEPOINT " + QuoteName(name)); }
  void RollbackToSavepoint(const std::string& name) override {
    session_.Run("ROLLBACK TO SAVEPOINT " + QuoteName(name));
  }
  bool TryEndSavepoint(const std::string& name) noexcept override;
  TransactionState transaction_state() const override {
    return session_.in_transaction() ? TransactionState::kActive : TransactionState::kNone;
  }

  void SetLockTimeout(milliseconds timeout) override;
  void SetStatementTimeout(milliseconds timeout) override { session_.SetStatementTimeout(timeout); }
  void Cancel() override { sqlite3_interrupt(session_.database()); }
  bool alive() const override { return true; }
  std::vector<int> server_version() const override;
  int backend_pid() const override { return 0; }
  std::string database_name() const override;
  std::string CurrentSchema() override { return "main"; }
  void OnNotice(NoticeHandler) override {}
  bool EnforceForeignKeys(bool on) override;
  sqlite3* database() { return session_.database(); }
  std::unique_ptr<Connection> ConnectAgain() const override {
    return std::make_unique<SqliteConnection>(url(), options_);
  }

 private:
  Result Run(const std::string& sql, const Parameters& parameters, std::optional<uint64_t> tag);

  Session session_;
  OpenOptions options_;
  bool is_lent_ = false;
  OpenStreams streams_;
};

Result SqliteConnection::Run(const std::string& sql, const Parameters& parameters, std::optional<uint64_t> tag) {
  StatementUse use(session_, sql, tag);
  if (use.get() == nullptr) return {};
  Bind(use.get(), parameters, false, {sql, tag});
  bool more = use.Step();
  Result result;
  if (sqlite3_column_count(use.get()) > 0) {
    std::vector<Column> columns = ReadColumns(use.get());
    auto rows = std::make_shared<PackedRows>(columns.size());
    for (; more; more = use.Step()) rows->Add(use.get());
    const size_t row_count = rows->row_count();
    result = Result(std::move(columns), std::move(rows), row_count);
  }
  result.RowCount(use.CountRows());
  if (use.kind().inserts) result.LastInsertRowid(sqlite3_last_insert_rowid(session_.database()));
  return result;
}

void SqliteConnection::Begin(const BeginOptions& options) {
  const std::string command = options.read_only ? "BEGIN" : options_.exclusive ? "BEGIN EXCLUSIVE" : "BEGIN IMMEDIATE";
  if (options.keep_waiting) return session_.RunWaiting(command, options.keep_waiting);
  session_.Run(command);
}

bool SqliteConnection::EnforceForeignKeys(bool on) {
  int before = 0;
  sqlite3_db_config(session_.database(), SQLITE_DBCONFIG_ENABLE_FKEY, -1, &before);
  sqlite3_db_config(session_.database(), SQLITE_DBCONFIG_ENABLE_FKEY, on ? 1 : 0, nullptr);
  return before != 0;
}

Result SqliteConnection::ExecuteMany(const std::string& sql, std::span<const Parameters> sets) {
  StatementUse use(session_, sql, std::nullopt);
  Result result;
  if (use.get() == nullptr) return result;
  int64_t changed = 0;
  for (uint64_t index = 0; index < sets.size(); ++index) {
    Bind(use.get(), sets[index], false, {sql, index});
    use.SetTag(index);
    while (use.Step()) {
    }
    sqlite3_reset(use.get());
    changed += std::max<int64_t>(use.CountRows(), 0);
  }
  if (use.CountRows() >= 0) result.RowCount(changed);
  if (use.kind().inserts) result.LastInsertRowid(sqlite3_last_insert_rowid(session_.database()));
  return result;
}

void SqliteConnection::ExecuteScript(const std::string& sql) {
  std::string_view text = SkipBlank(sql, Backend::kSqlite);
  while (!text.empty()) {
    std::string_view rest;
    const StatementPtr statement = Prepare(session_.database(), {text}, rest);
    const std::string_view one = text.substr(0, text.size() - rest.size());
    while (statement && session_.Step(statement.get(), {one})) {
    }
    text = SkipBlank(rest, Backend::kSqlite);
  }
}

bool SqliteConnection::TryRollback() noexcept {
  if (session_.in_transaction()) sqlite3_exec(session_.database(), "ROLLBACK", nullptr, nullptr, nullptr);
  return !session_.in_transaction();
}

bool SqliteConnection::TryEndSavepoint(const std::string& name) noexcept {
  const std::string quoted = QuoteName(name);
  const std::string commands = "ROLLBACK TO SAVEPOINT " + quoted + "; RELEASE SAVEPOINT " + quoted;
  return sqlite3_exec(session_.database(), commands.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

void SqliteConnection::SetLockTimeout(milliseconds timeout) {
  // SQLite takes 0 as "do not wait", and has no word for "for ever".
  constexpr int kVeryLong = 1 << 30;
  session_.SetBusyTimeout(timeout.count() == 0 ? kVeryLong : static_cast<int>(timeout.count()));
}

std::vector<int> SqliteConnection::server_version() const {
  const int number = sqlite3_libversion_number();
  return {number / 1000000, number / 1000 % 1000, number % 1000};
}

std::string SqliteConnection::database_name() const {
  const char* file = sqlite3_db_filename(session_.database(), "main");
  return file == nullptr ? "" : file;
}

}  // namespace

void CopyDatabase(Connection& from, Connection& to) {
  sqlite3* const destination = static_cast<SqliteConnection&>(to).database();
  sqlite3* const source = static_cast<SqliteConnection&>(from).database();
  const auto finish = [](sqlite3_backup* backup) { sqlite3_backup_finish(backup); };
  const std::unique_ptr<sqlite3_backup, decltype(finish)> backup(
      sqlite3_backup_init(destination, "main", source, "main"), finish);
  // All pages at once: the source cannot change in between, so the copy is of one moment.
  const int code = backup ? sqlite3_backup_step(backup.get(), -1) : sqlite3_errcode(destination);
  if (code != SQLITE_DONE) throw Error(MakeError(destination, code, {"(online backup)"}));
}

std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options) {
  return std::make_unique<SqliteConnection>(url, ReadOpenOptions(url, options));
}

std::unique_ptr<Connection> Borrow(sqlite3* database) {
  const char* file = sqlite3_db_filename(database, "main");
  Url url;
  url.drivername = "sqlite";
  if (file != nullptr && *file != '\0') url.database = file;
  return std::make_unique<SqliteConnection>(url, database);
}

}  // namespace limbeck::driver::sqlite
