#pragma once

#include <optional>
#include <string>

#include "driver/connection.h"
#include "driver/postgresql/error.h"
#include "driver/postgresql/libpq.h"

namespace limbeck::driver::postgresql {

/// A connection of libpq: sends a command, reads its results, and turns what goes wrong into errors. One command at a
/// time; its results must be read to their end before the next.
class Session {
 public:
  /// Connects. Throws, with `connection_lost`, when the server cannot be reached or refuses.
  Session(const Url& url, const ConnectOptions& options);
  /// Borrows a connection that the program has made; notices go where the program has them go. Throws kConfig when
  /// it is not connected, or its texts are not UTF-8.
  explicit Session(PGconn* lent);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  PGconn* connection() const { return connection_.get(); }
  bool alive() const;
  /// What the server last said; while a command runs, what it said before.
  TransactionState transaction_state() const;

  /// Sends a text without parameters as it is (it may hold several statements), one with parameters as a statement to
  /// be prepared. The text must live until the results are read.
  void Send(const std::string& sql, const Parameters& parameters, std::optional<uint64_t> tag = std::nullopt);
  /// The next result of the command that is neither an error nor wants to copy data; nullptr after the last.
  ResultPtr Next();
  /// After the last: the error of the statement that failed or wanted to copy data.
  std::optional<Error> TakeError();
  struct Outcome {
    /// Of the last statement.
    ResultPtr result;
    std::optional<Error> error;
  };
  /// Reads all results of the command.
  Outcome Finish();
  /// Sends a command and reads its results; gives the last one. Throws its error.
  ResultPtr Run(const std::string& sql, const Parameters& parameters = {}, std::optional<uint64_t> tag = std::nullopt);
  /// Sends a command without parameters and reads its results; whether it went well.
  bool TryRun(const std::string& sql) noexcept;

  /// Reads what the server has sent without being asked, and so learns whether it has closed the connection.
  void LookAtConnection();
  /// The error of a connection that is lost.
  Error MakeLost(const StatementRef& statement, bool was_in_transaction) const;
  /// Says what an error means for transaction and connection.
  void MarkLosses(bool was_in_transaction, Error& error) const;

  /// The handler must not throw: libpq calls it.
  void OnNotice(NoticeHandler handler) { on_notice_ = std::move(handler); }

 private:
  void SetDateStyle();
  static void ReceiveNotice(void* session, const PGresult* result);
  /// Takes a result that is an error or wants to copy data; true when it was one.
  bool TakeTrouble(const PGresult* result);
  void SkipCopiedData();

  ConnectionPtr connection_;
  NoticeHandler on_notice_;
  /// What the server said when it closed the connection while nothing was running.
  std::optional<Error> farewell_;
  // The command that is running.
  StatementRef running_;
  TransactionState state_before_ = TransactionState::kNone;
  std::optional<Error> error_;
};

}  // namespace limbeck::driver::postgresql
