#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "driver/connection.h"
#include "limbeck/error.h"

namespace limbeck::driver {

/// A result made of values, as a database of that kind would give it: PostgreSQL's cells are texts.
Result MakeResult(Backend backend, const std::vector<std::string>& columns, const std::vector<Parameters>& rows);
Result MakeTypedResult(Backend backend, std::vector<Column> columns, const std::vector<Parameters>& rows);

/// A database for tests: answers by script, and records everything that connections do with it, in order. It must
/// outlive them, and belongs with them to one thread.
class FakeDatabase : public Connector {
 public:
  explicit FakeDatabase(Backend backend) : backend_(backend) {}

  /// The next statement that contains `part` gets this result, once. Of several answers that fit, the first is taken;
  /// a statement that none fits gives no rows.
  FakeDatabase& Answer(std::string part, Result result);
  FakeDatabase& Answer(std::string part, const std::vector<std::string>& columns, const std::vector<Parameters>& rows);
  /// The next statement that contains `part` fails, once. "BEGIN", "COMMIT", "ROLLBACK" and "connect" can fail too.
  FakeDatabase& Fail(std::string part, Error error);
  /// As a real database's error would be: with the names of its exceptions.
  FakeDatabase& FailWithSqlState(std::string part, const std::string& sqlstate, const std::string& message);
  /// Statements that no answer fits are then answered as by a real database without rows: see EmptyAnswer(). Changes
  /// say that they changed one row, and none when they come again: so loops until nothing is left come to an end.
  void ActAsReal() { acts_as_real_ = true; }
  /// It is asked first, of every statement; it must outlive the database.
  void AnswerBy(StandIn& stand_in) { stand_in_ = &stand_in; }
  void SetServerVersion(std::vector<int> version) { version_ = std::move(version); }

  /// "connect postgresql://u:***@h/d", "BEGIN", "INSERT INTO t VALUES ($1) [7]", "COMMIT", "close".
  const std::vector<std::string>& record() const { return record_; }
  void ClearRecord() { record_.clear(); }
  /// Parts of answers that no statement asked for.
  std::vector<std::string> unused_answers() const;

  using Connector::Connect;
  std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options) override;
  /// A connection to some URL of that kind.
  std::unique_ptr<Connection> Connect();

 private:
  friend class FakeConnection;
  struct Scripted {
    std::string part;
    Result result;
    std::optional<Error> error;
  };

  /// A statement as it is, and with its values as the record shows it.
  Scripted Unscripted(const std::string& statement, const std::string& recorded);
  bool CountChange(const std::string& keyword, const std::string& recorded);
  /// The first answer that fits the statement, which is then used up.
  Scripted Take(const std::string& statement, const std::string& recorded);

  Backend backend_;
  std::vector<int> version_;
  bool acts_as_real_ = false;
  StandIn* stand_in_ = nullptr;
  std::set<std::string> changes_;  ///< that were made, when it acts as real
  std::deque<Scripted> script_;
  std::vector<std::string> record_;
};

}  // namespace limbeck::driver
