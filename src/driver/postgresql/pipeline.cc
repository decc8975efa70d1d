// How the pipeline keeps both sides busy.
//
// A statement is given to the socket at once while the server has little to do, later in small groups. The server keeps
// its answers back until it is asked for them, which happens after every few statements. Answers are read when they are
// there anyway. Only when too many statements are under way does the client wait, so that memory stays bounded.
//
// libpq must not block while it sends: the server may be waiting for its answers to be read. So the connection is
// non-blocking as long as the pipeline is open, and FlushOutput() both sends and reads.

#include "driver/postgresql/pipeline.h"

#include <poll.h>

#include <algorithm>
#include <utility>

#include "driver/postgresql/rows.h"

namespace limbeck::driver::postgresql {
namespace {

constexpr size_t kBusyServer = 8;
constexpr int kGroup = 16;
constexpr size_t kMostUnderWay = 512;
constexpr size_t kMostBytesUnderWay = size_t{1} << 20;

}  // namespace

void Pipeline::Open() {
  if (open_) return;
  rows_ = 0;
  last_rows_ = 0;
  in_transaction_ = session_.transaction_state() != TransactionState::kNone;
  const Libpq& pq = TheLibpq();
  pq.PQenterPipelineMode(session_.connection());
  pq.PQsetnonblocking(session_.connection(), 1);
  open_ = true;
}

std::optional<Error> Pipeline::Add(const std::string& sql, const Parameters& parameters, std::optional<uint64_t> tag) {
  const BoundParameters bound(parameters);
  Open();
  const int sent = TheLibpq().PQsendQueryParams(session_.connection(), sql.c_str(), bound.count(), bound.types(),
                                                bound.values(), bound.lengths(), bound.formats(), 0);
  Sent(sent, {std::make_shared<const std::string>(sql), tag, sql.size() + bound.size()});
  return error_ ? Close() : std::nullopt;
}

void Pipeline::Prepare(const std::string& sql, const std::vector<uint32_t>& types) {
  Open();
  prepared_ = std::make_shared<const std::string>(sql);
  const int sent =
      TheLibpq().PQsendPrepare(session_.connection(), "", sql.c_str(), static_cast<int>(types.size()), types.data());
  Sent(sent, {prepared_, std::nullopt, sql.size()});
  if (error_) Finish();
}

void Pipeline::AddPrepared(const Parameters& parameters, uint64_t tag) {
  const BoundParameters bound(parameters);
  const int sent = TheLibpq().PQsendQueryPrepared(session_.connection(), "", bound.count(), bound.values(),
                                                  bound.lengths(), bound.formats(), 0);
  Sent(sent, {prepared_, tag, bound.size()});
  if (error_) Finish();
}

void Pipeline::Sent(int sent, Statement statement) {
  if (sent == 0 && !error_) error_ = session_.MakeLost({*statement.sql, statement.tag}, in_transaction_);
  if (sent != 0) {
    bytes_under_way_ += statement.size;
    under_way_.push_back(std::move(statement));
    ++unasked_;
    if (under_way_.size() <= kBusyServer) TheLibpq().PQflush(session_.connection());
    if (unasked_ >= kGroup) AskForAnswers();
  }
  while (!error_ && (under_way_.size() > kMostUnderWay || bytes_under_way_ > kMostBytesUnderWay)) {
    if (unasked_ > 0) AskForAnswers();
    FlushOutput();
    Take(ResultPtr(TheLibpq().PQgetResult(session_.connection())).get());
  }
}

void Pipeline::AskForAnswers() {
  unasked_ = 0;
  const Libpq& pq = TheLibpq();
  pq.PQsendFlushRequest(session_.connection());
  pq.PQflush(session_.connection());
  ReadArrived();
}

void Pipeline::FlushOutput() {
  const Libpq& pq = TheLibpq();
  while (pq.PQflush(session_.connection()) == 1) {
    pollfd socket{pq.PQsocket(session_.connection()), POLLIN | POLLOUT, 0};
    poll(&socket, 1, -1);
    if ((socket.revents & ~POLLOUT) != 0) pq.PQconsumeInput(session_.connection());
  }
}

void Pipeline::ReadArrived() {
  const Libpq& pq = TheLibpq();
  pq.PQconsumeInput(session_.connection());
  while (!under_way_.empty() && pq.PQisBusy(session_.connection()) == 0) {
    Take(ResultPtr(pq.PQgetResult(session_.connection())).get());
  }
}

StatementRef Pipeline::Front() const {
  return under_way_.empty() ? StatementRef() : StatementRef{*under_way_.front().sql, under_way_.front().tag};
}

bool Pipeline::Take(const PGresult* result) {
  if (result == nullptr) {
    // The end of one statement's answers.
    if (under_way_.empty()) return true;
    bytes_under_way_ -= under_way_.front().size;
    under_way_.pop_front();
    return false;
  }
  switch (TheLibpq().PQresultStatus(result)) {
    case PGRES_PIPELINE_SYNC:
      return true;
    case PGRES_PIPELINE_ABORTED:
      return false;
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
      last_rows_ = std::max<int64_t>(ReadRowCount(const_cast<PGresult*>(result)), 0);
      rows_ += last_rows_;
      return false;
    case PGRES_EMPTY_QUERY:
      if (!error_) error_ = MakeModuleError("ProgrammingError", "can't execute an empty query", Front());
      return false;
    default:
      if (!error_) error_ = MakeError(result, Front());
      return false;
  }
}

int64_t Pipeline::Finish() {
  if (!open_) return 0;
  if (const std::optional<Error> error = Close()) throw Error(*error);
  return rows_;
}

std::optional<Error> Pipeline::Close() {
  if (!open_) return std::nullopt;
  const Libpq& pq = TheLibpq();
  PGconn* connection = session_.connection();
  if (pq.PQpipelineSync(connection) != 0) {
    FlushOutput();
    while (!Take(ResultPtr(pq.PQgetResult(connection)).get())) {
    }
  }
  pq.PQexitPipelineMode(connection);
  pq.PQsetnonblocking(connection, 0);
  if (!error_ && !session_.alive()) error_ = session_.MakeLost(Front(), in_transaction_);
  open_ = false;
  under_way_.clear();
  bytes_under_way_ = 0;
  unasked_ = 0;
  if (error_) session_.MarkLosses(in_transaction_, *error_);
  return std::exchange(error_, std::nullopt);
}

}  // namespace limbeck::driver::postgresql
