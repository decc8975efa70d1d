#include "driver/postgresql/session.h"

#include <poll.h>

#include <utility>
#include <vector>

#include "driver/postgresql/options.h"
#include "driver/postgresql/parameters.h"

namespace limbeck::driver::postgresql {
namespace {

/// Which PG* variable is which keyword's, as this libpq has it.
Keywords VariablesOfKeywords() {
  const Libpq& pq = TheLibpq();
  Keywords variables;
  PQconninfoOption* options = pq.PQconndefaults();
  for (const PQconninfoOption* option = options; option != nullptr && option->keyword != nullptr; ++option) {
    if (option->envvar != nullptr) variables.emplace_back(option->keyword, option->envvar);
  }
  pq.PQconninfoFree(options);
  return variables;
}

/// Behind a raw '@' in a password, host or database hold its rest, which no message may show.
void RefuseSecretPlace(const Url& url) {
  const auto suspicious = [](const std::optional<std::string>& part) {
    return part && part->find('@') != std::string::npos;
  };
  if (!url.password || (!suspicious(url.host) && !suspicious(url.database))) return;
  throw Error(ErrorKind::kConfig, "the host or the database of the URL has an '@' in it")
      .Hint("an '@' in a password is written %40, a '/' is written %2F");
}

ConnectionPtr Connect(const Url& url, const ConnectOptions& options) {
  RefuseSecretPlace(url);
  Keywords keywords = ReadKeywords(url, options);
  const Libpq& pq = TheLibpq();
  if (!options.environment.empty()) AddEnvironment(options.environment, VariablesOfKeywords(), keywords);
  std::vector<const char*> names;
  std::vector<const char*> values;
  const auto add = [&](const char* name, const char* value) {
    names.push_back(name);
    values.push_back(value);
  };
  for (const auto& [name, value] : keywords) add(name.c_str(), value.c_str());
  // The last one of a name counts: texts are UTF-8 here whatever the URL says.
  add("client_encoding", "UTF8");
  add("fallback_application_name", "limbeck");
  add(nullptr, nullptr);
  ConnectionPtr connection(pq.PQconnectdbParams(names.data(), values.data(), 0));
  if (pq.PQstatus(connection.get()) != CONNECTION_OK) throw MakeConnectionError(connection.get(), {});
  return connection;
}

TransactionState StateOf(PGTransactionStatusType status) {
  if (status == PQTRANS_INERROR) return TransactionState::kFailed;
  return status == PQTRANS_INTRANS ? TransactionState::kActive : TransactionState::kNone;
}

}  // namespace

Session::Session(const Url& url, const ConnectOptions& options) : connection_(Connect(url, options)) {
  const Libpq& pq = TheLibpq();
  pq.PQsetNoticeReceiver(connection(), ReceiveNotice, this);
  SetDateStyle();
}

Session::Session(PGconn* lent) : connection_(lent, FinishConnection{.is_ours = false}) {
  const Libpq& pq = TheLibpq();
  if (pq.PQstatus(lent) != CONNECTION_OK) {
    throw Error(ErrorKind::kConfig, "the PostgreSQL connection that is to be used is not connected");
  }
  const char* encoding = pq.PQparameterStatus(lent, "client_encoding");
  if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
    throw Error(ErrorKind::kConfig, "the PostgreSQL connection that is to be used has another encoding than UTF8")
        .Hint("call PQsetClientEncoding(connection, \"UTF8\") first");
  }
  SetDateStyle();
}

/// Dates are read as psycopg2 has them sent.
void Session::SetDateStyle() {
  const char* date_style = TheLibpq().PQparameterStatus(connection(), "DateStyle");
  if (date_style == nullptr || !std::string_view(date_style).starts_with("ISO")) Run("SET DATESTYLE TO 'ISO'");
}

bool Session::alive() const {
  return TheLibpq().PQstatus(connection()) == CONNECTION_OK && !farewell_;
}

TransactionState Session::transaction_state() const {
  const PGTransactionStatusType status = TheLibpq().PQtransactionStatus(connection());
  return status == PQTRANS_ACTIVE ? state_before_ : StateOf(status);
}

void Session::Send(const std::string& sql, const Parameters& parameters, std::optional<uint64_t> tag) {
  const Libpq& pq = TheLibpq();
  running_ = {sql, tag};
  state_before_ = transaction_state();
  error_.reset();
  if (sql.find('\0') != std::string::npos) {
    throw MakeModuleError("ProgrammingError", "the query contains a null character", running_);
  }
  int sent = 0;
  if (parameters.empty()) {
    sent = pq.PQsendQuery(connection(), sql.c_str());
  } else {
    const BoundParameters bound(parameters);
    sent = pq.PQsendQueryParams(connection(), sql.c_str(), bound.count(), bound.types(), bound.values(),
                                bound.lengths(), bound.formats(), 0);
  }
  if (sent == 0) throw MakeLost(running_, state_before_ != TransactionState::kNone);
}

ResultPtr Session::Next() {
  while (ResultPtr result{TheLibpq().PQgetResult(connection())}) {
    if (!TakeTrouble(result.get())) return result;
  }
  return nullptr;
}

std::optional<Error> Session::TakeError() {
  if (!error_ && !alive()) error_ = MakeLost(running_, false);
  if (error_) MarkLosses(state_before_ != TransactionState::kNone, *error_);
  return std::exchange(error_, std::nullopt);
}

Session::Outcome Session::Finish() {
  Outcome outcome;
  while (ResultPtr result = Next()) outcome.result = std::move(result);
  outcome.error = TakeError();
  return outcome;
}

ResultPtr Session::Run(const std::string& sql, const Parameters& parameters, std::optional<uint64_t> tag) {
  Send(sql, parameters, tag);
  Outcome outcome = Finish();
  if (outcome.error) throw Error(*outcome.error);
  return std::move(outcome.result);
}

bool Session::TryRun(const std::string& sql) noexcept {
  running_ = {sql};
  if (TheLibpq().PQsendQuery(connection(), sql.c_str()) == 0) return false;
  return !Finish().error;
}

void Session::LookAtConnection() {
  const Libpq& pq = TheLibpq();
  pollfd socket{pq.PQsocket(connection()), POLLIN, 0};
  while (alive() && poll(&socket, 1, 0) > 0) {
    pq.PQconsumeInput(connection());
    // The server's last words are taken in as a notice.
    pq.PQisBusy(connection());
  }
}

Error Session::MakeLost(const StatementRef& statement, bool was_in_transaction) const {
  Error error = farewell_ ? *farewell_ : MakeConnectionError(connection(), statement);
  if (statement.tag) {
    DatabaseFacts facts = *error.database();
    facts.tag = statement.tag;
    error.Database(std::move(facts));
  }
  return error.Statement(std::string(statement.sql)).ConnectionLost().TransactionLost(was_in_transaction);
}

void Session::MarkLosses(bool was_in_transaction, Error& error) const {
  const bool still_good = TheLibpq().PQtransactionStatus(connection()) == PQTRANS_INTRANS;
  error.TransactionLost(was_in_transaction && !still_good);
  if (!alive()) error.ConnectionLost();
}

void Session::ReceiveNotice(void* session, const PGresult* result) {
  auto& self = *static_cast<Session*>(session);
  const Notice notice = MakeNotice(result);
  if (notice.severity == "FATAL") self.farewell_ = MakeError(result, {});
  if (self.on_notice_) self.on_notice_(notice);
}

bool Session::TakeTrouble(const PGresult* result) {
  const Libpq& pq = TheLibpq();
  const auto remember = [&](Error error) {
    if (!error_) error_ = std::move(error);
  };
  switch (pq.PQresultStatus(result)) {
    case PGRES_EMPTY_QUERY:
      remember(MakeModuleError("ProgrammingError", "can't execute an empty query", running_));
      return true;
    case PGRES_FATAL_ERROR:
    case PGRES_BAD_RESPONSE:
      remember(MakeError(result, running_));
      return true;
    case PGRES_COPY_IN:
    case PGRES_COPY_BOTH:
      remember(
          MakeModuleError("ProgrammingError", "can't execute COPY FROM: use the copy_from() method instead", running_));
      pq.PQputCopyEnd(connection(), "no data");
      return true;
    case PGRES_COPY_OUT:
      remember(
          MakeModuleError("ProgrammingError", "can't execute COPY TO: use the copy_to() method instead", running_));
      SkipCopiedData();
      return true;
    default:
      return false;
  }
}

void Session::SkipCopiedData() {
  const Libpq& pq = TheLibpq();
  char* row = nullptr;
  while (pq.PQgetCopyData(connection(), &row, 0) > 0) pq.PQfreemem(row);
}

}  // namespace limbeck::driver::postgresql
