#include "pymodules/script_connection.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/text.h"
#include "driver/sqlite/error.h"
#include "driver/statement_watch.h"
#include "limbeck/error.h"
#include "pymodules/bound_values.h"
#include "pymodules/statement_report.h"

namespace limbeck::pymodules {
namespace {

constexpr char kGuestSavepoint[] = "limbeck_guest";

/// The statement's first word in upper case, behind comments and blanks.
std::string FirstWord(std::string_view sql) {
  for (;;) {
    sql = TrimLeft(sql);
    if (sql.substr(0, 2) == "--") {
      sql.remove_prefix(std::min(sql.find('\n'), sql.size()));
    } else if (sql.substr(0, 2) == "/*") {
      const size_t end = sql.find("*/");
      sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + 2);
    } else {
      break;
    }
  }
  const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  return ToUpper(sql.substr(0, static_cast<size_t>(std::find_if_not(sql.begin(), sql.end(), is_letter) - sql.begin())));
}

bool ChangesRows(const std::string& sql) {
  static constexpr std::array<std::string_view, 4> kWords = {"INSERT", "UPDATE", "DELETE", "REPLACE"};
  return std::find(kWords.begin(), kWords.end(), FirstWord(sql)) != kWords.end();
}

struct ToDriver {
  driver::Parameter operator()(const sql::None&) const { return driver::Null(); }
  driver::Parameter operator()(bool value) const { return value; }
  driver::Parameter operator()(int64_t value) const { return value; }
  driver::Parameter operator()(double value) const { return value; }
  driver::Parameter operator()(const std::string& value) const { return value; }
  driver::Parameter operator()(const sql::Bytes& value) const { return driver::Blob{value.data}; }
  driver::Parameter operator()(const sql::BigInteger& value) const { return value.text; }
  driver::Parameter operator()(const sql::Decimal& value) const { return value.text; }
  driver::Parameter operator()(const sql::Date& value) const { return value.text; }
  driver::Parameter operator()(const sql::Time& value) const { return value.text; }
  driver::Parameter operator()(const sql::DateTime& value) const { return value.text; }
  driver::Parameter operator()(const sql::Uuid& value) const { return value.text; }
  driver::Parameter operator()(const sql::Json& value) const { return value.text; }
  driver::Parameter operator()(const sql::Interval& value) const {
    return std::to_string(value.microseconds) + " microseconds";
  }
  /// PostgreSQL's text form of an array.
  driver::Parameter operator()(const sql::ValueList& list) const {
    std::string text = "{";
    for (const sql::Value& item : list.items) {
      if (text.size() > 1) text += ',';
      text += item.is_none() ? "NULL" : Quoted(std::visit(*this, item.data));
    }
    return text + "}";
  }

 private:
  static std::string Quoted(const driver::Parameter& item) {
    if (const auto* number = std::get_if<int64_t>(&item)) return std::to_string(*number);
    if (const auto* number = std::get_if<double>(&item)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&item)) return *truth ? "t" : "f";
    const auto* text = std::get_if<std::string>(&item);
    if (text == nullptr) return "NULL";
    if (!text->empty() && text->front() == '{') return *text;
    return "\"" + ReplaceAll(ReplaceAll(*text, "\\", "\\\\"), "\"", "\\\"") + "\"";
  }
};

/// What was sent ahead is kept until it is answered.
constexpr size_t kMostAhead = 256;

dialect::Statement WithStoredValues(const dialect::Statement& statement, driver::Backend backend) {
  dialect::Statement stored = statement;
  size_t number = 0;
  for (dialect::Parameter& parameter : stored.parameters) {
    ++number;
    parameter.value = StoredValue(parameter, backend);
    if (backend != driver::Backend::kSqlite || parameter.value.As<sql::ValueList>() == nullptr) continue;
    throw driver::sqlite::MakeModuleError(
        "ProgrammingError", "Error binding parameter " + std::to_string(number) + ": type 'list' is not supported",
        {statement.text});
  }
  return stored;
}

}  // namespace

driver::Parameters ScriptConnection::Outgoing::Parameters() const {
  driver::Parameters parameters;
  if (sent) return parameters;
  for (const dialect::Parameter& parameter : stored.parameters) {
    parameters.push_back(std::visit(ToDriver(), parameter.value.data));
  }
  return parameters;
}

Error ScriptConnection::Outgoing::Explain(const Error& error) const {
  return WithStatement(error, stored, sent ? &*sent : nullptr);
}

ScriptConnection::ScriptConnection(std::unique_ptr<driver::Connection> connection)
    : connection_(std::move(connection)), dialect_(dialect::FindDialect(connection_->dialect())) {
  connection_->OnQueueError([this](const Error& error) { BlameSender(error); });
}

ScriptConnection::ScriptConnection(std::shared_ptr<ScriptConnection> host)
    : host_(std::move(host)), dialect_(host_->dialect()) {}

ScriptConnection::~ScriptConnection() {
  if (host_) TryRollback();
}

/// SQLite's DDL and queries need no transaction of their own, so that reading takes no lock. psycopg2 begins once and
/// does not look whether the script has written COMMIT: what comes behind that is in no transaction.
void ScriptConnection::BeginIfDue(const std::string& sql) {
  if (!IsQuery(sql)) ++changes_;
  if (isolation_.autocommit) return;
  in_transaction_ = true;
  if (host_) {
    if (ChangesRows(sql)) BeginAsGuest();
    return;
  }
  const bool looks = connection_->backend() == driver::Backend::kSqlite;
  if (looks ? connection_->in_transaction() || !ChangesRows(sql) : has_begun_) return;
  BeginNow();
}

driver::Result ScriptConnection::Execute(const std::string& sql, const driver::Parameters& parameters) {
  BeginIfDue(sql);
  const driver::WatchedStatement watched(driver(), sql);
  return driver().Execute(sql, parameters);
}

ScriptConnection::Outgoing ScriptConnection::Prepare(const dialect::Statement& statement) {
  Outgoing outgoing{WithStoredValues(statement, driver().backend()), std::nullopt};
  outgoing.sent = dialect_.TextWithValues(outgoing.stored);
  return outgoing;
}

driver::Result ScriptConnection::Execute(const dialect::Statement& statement) {
  Settle();
  const Outgoing outgoing = Prepare(statement);
  BeginIfDue(outgoing.text());
  const driver::WatchedStatement watched(driver(), outgoing.stored.text);
  try {
    return driver().Execute(outgoing.text(), outgoing.Parameters());
  } catch (const Error& error) {
    throw outgoing.Explain(error);
  }
}

// ------------------------------------------------------------------------------------------ sent ahead

void ScriptConnection::SendAhead(const dialect::Statement& statement, Blame blame) {
  if (ahead_.size() >= kMostAhead) Settle();
  Outgoing outgoing = Prepare(statement);
  BeginIfDue(outgoing.text());
  const driver::WatchedStatement watched(driver(), outgoing.stored.text);
  ahead_.push_back({std::move(outgoing), std::move(blame)});
  const Outgoing& kept = ahead_.back().statement;
  driver().Queue(kept.text(), kept.Parameters(), ahead_.size() - 1);
}

void ScriptConnection::Settle() {
  if (ahead_.empty()) return;
  const driver::WatchedStatement watched(driver(), AllUnderWay(""));
  driver().Flush();
  ahead_.clear();
}

int64_t ScriptConnection::ExecuteBehind(const dialect::Statement& statement) {
  const Outgoing outgoing = Prepare(statement);
  BeginIfDue(outgoing.text());
  const driver::WatchedStatement watched(driver(), AllUnderWay(outgoing.stored.text));
  try {
    const int64_t rows = driver().FlushWith(outgoing.text(), outgoing.Parameters());
    ahead_.clear();
    return rows;
  } catch (const Error& error) {
    const bool is_of_another = error.database() != nullptr && error.database()->tag;
    throw is_of_another ? error : outgoing.Explain(error);
  }
}

void ScriptConnection::BlameSender(const Error& error) {
  const std::vector<SentAhead> ahead = std::exchange(ahead_, {});
  if (error.database() == nullptr || !error.database()->tag) return;
  const SentAhead& failed = ahead.at(*error.database()->tag);
  failed.blame(failed.statement.Explain(error));
}

std::string ScriptConnection::AllUnderWay(const std::string& last) const {
  if (ahead_.empty()) return last;
  const std::string& first = ahead_.front().statement.stored.text;
  return ahead_.size() == 1 ? first : std::to_string(ahead_.size()) + " statements: " + first;
}

bool ScriptConnection::IsQuery(const std::string& sql) {
  const std::string word = FirstWord(sql);
  return word == "SELECT" || word == "WITH" || word == "VALUES";
}

std::unique_ptr<driver::RowStream> ScriptConnection::Query(const dialect::Statement& statement, bool as_they_come) {
  Settle();
  const Outgoing outgoing = Prepare(statement);
  const driver::Parameters parameters = outgoing.Parameters();
  BeginIfDue(outgoing.text());
  const driver::WatchedStatement watched(driver(), outgoing.stored.text);
  try {
    return as_they_come ? driver().Stream(outgoing.text(), parameters) : driver().Fetch(outgoing.text(), parameters);
  } catch (const Error& error) {
    throw outgoing.Explain(error);
  }
}

void ScriptConnection::Begin() {
  if (in_transaction_) {
    throw Error(ErrorKind::kScript,
                "This connection has already initialized a SQLAlchemy Transaction() object via begin() or autobegin; "
                "can't call begin() here unless rollback() or commit() is called first.")
        .ExceptionClass("InvalidRequestError");
  }
  in_transaction_ = true;
}

void ScriptConnection::BeginNow(const driver::BeginOptions& options) {
  in_transaction_ = true;
  if (isolation_.autocommit) return;
  if (host_) return BeginAsGuest();
  has_begun_ = true;
  if (connection_->in_transaction()) return;
  driver::BeginOptions begin = options;
  if (begin.isolation == driver::IsolationLevel::kDefault) begin.isolation = isolation_.level;
  connection_->Begin(begin);
}

void ScriptConnection::BeginAsGuest() {
  if (!has_begun_) driver().SetSavepoint(kGuestSavepoint);
  has_begun_ = true;
}

void ScriptConnection::Commit() {
  in_transaction_ = false;
  const bool has_begun = std::exchange(has_begun_, false);
  const driver::WatchedStatement watched(driver(), "COMMIT");
  if (!host_) return connection_->Commit();
  if (has_begun) driver().ReleaseSavepoint(kGuestSavepoint);
}

void ScriptConnection::Rollback() {
  in_transaction_ = false;
  const bool has_begun = std::exchange(has_begun_, false);
  if (!host_) return connection_->Rollback();
  if (!has_begun) return;
  driver().RollbackToSavepoint(kGuestSavepoint);
  driver().ReleaseSavepoint(kGuestSavepoint);
}

void ScriptConnection::TryRollback() noexcept {
  in_transaction_ = false;
  const bool has_begun = std::exchange(has_begun_, false);
  if (!host_) {
    connection_->TryRollback();
  } else if (has_begun) {
    driver().TryEndSavepoint(kGuestSavepoint);
  }
}

}  // namespace limbeck::pymodules
