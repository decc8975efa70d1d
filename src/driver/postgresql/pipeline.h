#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "driver/postgresql/parameters.h"
#include "driver/postgresql/session.h"

namespace limbeck::driver::postgresql {

/// Statements that travel to the server without waiting for each other's answers. Answers are read as they arrive; only
/// the first error and the number of rows are kept. While anything is under way the session is in pipeline mode and
/// does nothing else.
class Pipeline {
 public:
  explicit Pipeline(Session& session) : session_(session) {}
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// Nothing is under way.
  bool idle() const { return !open_; }

  /// Sends a statement. Gives the error of an earlier one when it has arrived; the pipeline is closed then.
  std::optional<Error> Add(const std::string& sql, const Parameters& parameters, std::optional<uint64_t> tag);
  /// Prepares a statement for the following AddPrepared. Both throw the error of an earlier one.
  void Prepare(const std::string& sql, const std::vector<uint32_t>& types);
  void AddPrepared(const Parameters& parameters, uint64_t tag);

  /// Waits for all answers; gives the rows that the statements counted. Throws the error of the first that failed,
  /// whose followers were left out.
  int64_t Finish();
  /// Those of the last statement that was answered.
  int64_t last_rows() const { return last_rows_; }
  /// Waits for all answers and gives the error instead of throwing it.
  std::optional<Error> Close();

 private:
  struct Statement {
    std::shared_ptr<const std::string> sql;
    std::optional<uint64_t> tag;
    size_t size = 0;
  };

  void Open();
  /// Keeps account of a statement that libpq has taken (`sent` is not 0), and moves the answers along.
  void Sent(int sent, Statement statement);
  void AskForAnswers();
  /// Sends all that libpq holds, reading meanwhile, so that neither side waits for the other for ever.
  void FlushOutput();
  /// Reads the answers that are here, without waiting.
  void ReadArrived();
  /// Takes what PQgetResult gave. True at the end of the pipeline.
  bool Take(const PGresult* result);
  StatementRef Front() const;

  Session& session_;
  bool open_ = false;
  bool in_transaction_ = false;
  std::deque<Statement> under_way_;
  size_t bytes_under_way_ = 0;
  /// Statements since answers were last asked for.
  int unasked_ = 0;
  int64_t rows_ = 0;
  int64_t last_rows_ = 0;
  std::optional<Error> error_;
  std::shared_ptr<const std::string> prepared_;
};

}  // namespace limbeck::driver::postgresql
