#include "driver/sqlite/session.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdlib>

#include "driver/sql_text.h"

namespace limbeck::driver::sqlite {
namespace {

sqlite3* Open(const OpenOptions& options) {
  sqlite3* database = nullptr;
  const int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | (options.uri ? SQLITE_OPEN_URI : 0);
  const int code = sqlite3_open_v2(options.file.c_str(), &database, flags, nullptr);
  if (code != SQLITE_OK) {
    const Error error = MakeOpenError(database, code, options.file);
    sqlite3_close_v2(database);
    throw Error(error);
  }
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, static_cast<int>(options.busy_timeout.count()));
  return database;
}

int BusyTimeoutOf(sqlite3* database) {
  const auto read = [](void* timeout, int, char** values, char**) {
    *static_cast<int*>(timeout) = values[0] == nullptr ? 0 : std::atoi(values[0]);
    return 0;
  };
  int timeout = 0;
  sqlite3_exec(database, "PRAGMA busy_timeout", read, &timeout, nullptr);
  return timeout;
}

}  // namespace

void CloseDatabase::operator()(sqlite3* database) const {
  if (is_ours) sqlite3_close_v2(database);
}

Session::Session(const OpenOptions& options)
    : database_(Open(options)),
      cache_(options.cached_statements),
      busy_timeout_(static_cast<int>(options.busy_timeout.count())) {}

Session::Session(sqlite3* database)
    : database_(database, CloseDatabase{.is_ours = false}),
      cache_(OpenOptions().cached_statements),
      busy_timeout_(BusyTimeoutOf(database)),
      lent_busy_timeout_(busy_timeout_) {}

Session::~Session() {
  if (lent_busy_timeout_) sqlite3_busy_timeout(database_.get(), *lent_busy_timeout_);
}

bool Session::in_transaction() const {
  return sqlite3_get_autocommit(database_.get()) == 0;
}

CompiledStatement Session::Compile(const std::string& sql, std::optional<uint64_t> tag) {
  if (sql.find('\0') != std::string::npos) {
    throw MakeModuleError("ProgrammingError", "the query contains a null character", {sql, tag});
  }
  std::string_view rest;
  StatementPtr statement = Prepare(database_.get(), {sql, tag}, rest);
  if (!SkipBlank(rest, Backend::kSqlite).empty()) {
    throw MakeModuleError("ProgrammingError", "You can only execute one statement at a time.", {sql, tag});
  }
  const StatementKind kind = KindOf(sql);
  return {kind.keep ? sql : "", kind, std::move(statement)};
}

bool Session::Step(sqlite3_stmt* statement, const StatementRef& ref) {
  StartClock();
  const bool was_in_transaction = in_transaction();
  const int code = sqlite3_step(statement);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) Fail(code, ref, was_in_transaction);
  return false;
}

void Session::Run(const std::string& commands) {
  StartClock();
  const bool was_in_transaction = in_transaction();
  const int code = sqlite3_exec(database_.get(), commands.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) Fail(code, {commands}, was_in_transaction);
}

void Session::RunWaiting(const std::string& commands, const std::function<bool()>& keep_waiting) {
  const auto ask = [](void* asked, int) { return (*static_cast<const std::function<bool()>*>(asked))() ? 1 : 0; };
  const auto restore = [this](void*) { SetBusyTimeout(busy_timeout_); };
  const std::unique_ptr<void, decltype(restore)> restored(this, restore);
  std::function<bool()> asked = keep_waiting;
  sqlite3_busy_handler(database_.get(), ask, &asked);
  Run(commands);
}

void Session::SetBusyTimeout(int milliseconds) {
  busy_timeout_ = milliseconds;
  sqlite3_busy_timeout(database_.get(), milliseconds);
}

void Session::Fail(int code, const StatementRef& ref, bool was_in_transaction) const {
  // A borrowed database may give plain codes only.
  const int extended = sqlite3_extended_errcode(database_.get());
  Error error = MakeError(database_.get(), (extended & 0xff) == (code & 0xff) ? extended : code, ref);
  if (timed_out_) error.Hint(fmt::format("it ran longer than the statement timeout, {} ms", timeout_.count()));
  error.TransactionLost(was_in_transaction && !in_transaction());
  throw Error(error);
}

void Session::SetStatementTimeout(std::chrono::milliseconds timeout) {
  constexpr int kStepsBetweenLooks = 1000;
  if (!clock_) clock_ = MakeRealClock();
  timeout_ = timeout;
  timed_out_ = false;
  sqlite3_progress_handler(database_.get(), kStepsBetweenLooks, timeout.count() > 0 ? OnProgress : nullptr, this);
}

void Session::StartClock() {
  if (timeout_.count() == 0) return;
  timed_out_ = false;
  deadline_ = clock_->Monotonic() + timeout_;
}

int Session::OnProgress(void* session) {
  auto& self = *static_cast<Session*>(session);
  self.timed_out_ = self.clock_->Monotonic() > self.deadline_;
  return self.timed_out_ ? 1 : 0;
}

StatementUse::StatementUse(Session& session, const std::string& sql, std::optional<uint64_t> tag)
    : session_(session), sql_(sql), tag_(tag), compiled_(session.cache().Take(sql)) {
  if (compiled_ != nullptr) return;
  own_ = session.Compile(sql, tag);
  if (own_.kind.keep && own_.statement) compiled_ = session.cache().Add(own_);
  if (compiled_ == nullptr) compiled_ = &own_;
}

StatementUse::~StatementUse() {
  if (get() == nullptr) return;
  sqlite3_reset(get());
  sqlite3_clear_bindings(get());
  session_.cache().GiveBack(*compiled_);
}

int64_t StatementUse::CountRows() const {
  const bool counts = kind().changes_rows && sqlite3_stmt_readonly(get()) == 0;
  return counts ? sqlite3_changes64(session_.database()) : -1;
}

}  // namespace limbeck::driver::sqlite
