#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "driver/sqlite/error.h"
#include "driver/sqlite/options.h"
#include "driver/sqlite/statement.h"

namespace limbeck::driver::sqlite {

struct CloseDatabase {
  bool is_ours = true;
  void operator()(sqlite3* database) const;
};

/// An open database file: compiles and steps statements, and turns what SQLite reports into errors.
class Session {
 public:
  /// Throws, with `connection_lost`, when the file cannot be opened. SQLite reads it only for the first statement.
  explicit Session(const OpenOptions& options);
  /// Borrows a database that the program has open; its busy timeout is what it was when the session has ended.
  explicit Session(sqlite3* database);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  sqlite3* database() const { return database_.get(); }
  StatementCache& cache() { return cache_; }
  bool in_transaction() const;

  /// Compiles a text of one statement, as Python's sqlite3 asks for.
  CompiledStatement Compile(const std::string& sql, std::optional<uint64_t> tag);
  /// One step; true when it gave a row.
  bool Step(sqlite3_stmt* statement, const StatementRef& ref);
  /// Runs commands that give no rows.
  void Run(const std::string& commands);
  /// The same, asking before each new try for another connection's lock whether there shall be one.
  void RunWaiting(const std::string& commands, const std::function<bool()>& keep_waiting);

  void SetBusyTimeout(int milliseconds);
  void SetStatementTimeout(std::chrono::milliseconds timeout);

 private:
  void StartClock();
  /// Called by SQLite every now and then while a statement runs; other than 0 stops it.
  static int OnProgress(void* session);
  [[noreturn]] void Fail(int code, const StatementRef& ref, bool was_in_transaction) const;

  std::unique_ptr<sqlite3, CloseDatabase> database_;
  StatementCache cache_;
  int busy_timeout_;
  /// Of a borrowed database, to be restored.
  std::optional<int> lent_busy_timeout_;
  std::unique_ptr<Clock> clock_;
  std::chrono::milliseconds timeout_{0};
  std::chrono::microseconds deadline_{0};
  bool timed_out_ = false;
};

/// A compiled statement while it runs: afterwards it is reset and given back. Session and text must outlive it.
class StatementUse {
 public:
  StatementUse(Session& session, const std::string& sql, std::optional<uint64_t> tag);
  ~StatementUse();
  StatementUse(const StatementUse&) = delete;
  StatementUse& operator=(const StatementUse&) = delete;

  /// nullptr when the text holds only blanks.
  sqlite3_stmt* get() const { return compiled_->statement.get(); }
  const StatementKind& kind() const { return compiled_->kind; }
  void SetTag(uint64_t tag) { tag_ = tag; }
  bool Step() { return session_.Step(get(), {sql_, tag_}); }
  /// DB-API's rowcount of the statement that has just ended.
  int64_t CountRows() const;

 private:
  Session& session_;
  const std::string& sql_;
  std::optional<uint64_t> tag_;
  CompiledStatement own_;
  CompiledStatement* compiled_;
};

}  // namespace limbeck::driver::sqlite
