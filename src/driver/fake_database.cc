#include "driver/fake_database.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "driver/empty_answer.h"
#include "driver/exception_names.h"
#include "driver/sql_text.h"

namespace limbeck::driver {
namespace {

/// Rows that hold their values themselves.
class ValueRows : public RowSource {
 public:
  explicit ValueRows(std::vector<Parameters> rows) : rows_(std::move(rows)) {}

  Cell At(size_t row, size_t column) const override {
    const Parameter& value = rows_.at(row).at(column);
    if (const auto* flag = std::get_if<bool>(&value)) return Cell::Integer(*flag ? 1 : 0);
    if (const auto* integer = std::get_if<int64_t>(&value)) return Cell::Integer(*integer);
    if (const auto* real = std::get_if<double>(&value)) return Cell::Real(*real);
    if (const auto* text = std::get_if<std::string>(&value)) return Cell::Text(*text);
    if (const auto* blob = std::get_if<Blob>(&value)) return Cell::Blob(blob->bytes);
    if (const auto* typed = std::get_if<TypedText>(&value)) return Cell::Text(typed->text);
    return {};
  }

 private:
  std::vector<Parameters> rows_;
};

std::string HexText(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char letter : bytes) {
    const auto byte = static_cast<unsigned char>(letter);
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

/// The value as PostgreSQL's text.
Parameter ServerText(const Parameter& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "t" : "f";
  if (const auto* integer = std::get_if<int64_t>(&value)) return Cell::Integer(*integer).ToString();
  if (const auto* real = std::get_if<double>(&value)) return Cell::Real(*real).ToString();
  if (const auto* blob = std::get_if<Blob>(&value)) return "\\x" + HexText(blob->bytes);
  return value;
}

/// A value as the record shows it: NULL, 7, 'text', x'00ff'.
std::string Shown(const Parameter& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* integer = std::get_if<int64_t>(&value)) return Cell::Integer(*integer).ToString();
  if (const auto* real = std::get_if<double>(&value)) return Cell::Real(*real).ToString();
  if (const auto* text = std::get_if<std::string>(&value)) return PythonRepr(*text);
  if (const auto* blob = std::get_if<Blob>(&value)) return "x'" + HexText(blob->bytes) + "'";
  if (const auto* typed = std::get_if<TypedText>(&value)) {
    return PythonRepr(typed->text) + "::" + std::to_string(typed->type);
  }
  return "NULL";
}

std::string Shown(const std::string& sql, const Parameters& parameters) {
  if (parameters.empty()) return sql;
  std::vector<std::string> values;
  for (const Parameter& value : parameters) values.push_back(Shown(value));
  return sql + " [" + Join(values, ", ") + "]";
}

}  // namespace

/// A connection whose statements go to the script and the record of its database.
class FakeConnection : public Connection {
 public:
  FakeConnection(FakeDatabase& database, const Url& url) : Connection(url), database_(database) {}
  ~FakeConnection() override { database_.record_.emplace_back("close"); }
  FakeConnection(const FakeConnection&) = delete;
  FakeConnection& operator=(const FakeConnection&) = delete;

  Result Execute(const std::string& sql, const Parameters& parameters) override {
    Flush();
    return Run(sql, Shown(sql, parameters));
  }

  Result ExecuteMany(const std::string& sql, std::span<const Parameters> sets) override {
    Flush();
    int64_t rows = 0;
    for (const Parameters& set : sets) rows += std::max<int64_t>(Run(sql, Shown(sql, set)).row_count(), 0);
    return Result().RowCount(rows);
  }

  void ExecuteScript(const std::string& sql) override {
    Flush();
    Run(sql, sql);
  }

  std::unique_ptr<RowStream> Stream(const std::string& sql, const Parameters& parameters) override {
    return StreamOf(Execute(sql, parameters));
  }

  void Queue(const std::string& sql, const Parameters& parameters, uint64_t tag) override {
    if (queued_error_) return;
    if (backend() == Backend::kSqlite || state_ == TransactionState::kNone) {
      Run(sql, Shown(sql, parameters));
      return;
    }
    RunScripted(sql, Shown(sql, parameters), queued_error_);
    if (!queued_error_) return;
    DatabaseFacts facts = queued_error_->database() != nullptr ? *queued_error_->database() : DatabaseFacts();
    facts.tag = tag;
    queued_error_->Database(std::move(facts));
  }

  void Flush() override {
    if (!queued_error_) return;
    ThrowQueued(*std::exchange(queued_error_, std::nullopt));
  }

  bool answers_late() const override { return backend() == Backend::kPostgresql; }

  void Begin(const BeginOptions& options) override {
    Flush();
    std::string text = "BEGIN";
    constexpr const char* kLevels[] = {"", "READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"};
    if (options.isolation != IsolationLevel::kDefault) {
      text += std::string(" ISOLATION LEVEL ") + kLevels[static_cast<int>(options.isolation)];
    }
    if (options.read_only) text += " READ ONLY";
    Run(text, text);
  }
  void Commit() override {
    Flush();
    if (in_transaction()) Run("COMMIT", "COMMIT");
  }
  void Rollback() override {
    queued_error_.reset();
    if (in_transaction()) Run("ROLLBACK", "ROLLBACK");
  }
  bool TryRollback() noexcept override {
    queued_error_.reset();
    if (in_transaction()) database_.record_.emplace_back("ROLLBACK");
    state_ = TransactionState::kNone;
    return true;
  }
  void SetSavepoint(const std::string& name) override { Execute("SAVEPOINT " + QuoteName(name), {}); }
  void ReleaseSavepoint(const std::string& name) override { Execute("RELEASE SAVEPOINT " + QuoteName(name), {}); }
  void RollbackToSavepoint(const std::string& name) override {
    queued_error_.reset();
    Execute("ROLLBACK TO SAVEPOINT " + QuoteName(name), {});
  }
  bool TryEndSavepoint(const std::string& name) noexcept override {
    queued_error_.reset();
    database_.record_.emplace_back("ROLLBACK TO SAVEPOINT " + QuoteName(name));
    database_.record_.emplace_back("RELEASE SAVEPOINT " + QuoteName(name));
    if (state_ == TransactionState::kFailed) state_ = TransactionState::kActive;
    return true;
  }
  TransactionState transaction_state() const override { return state_; }

  void SetLockTimeout(std::chrono::milliseconds timeout) override { Note("lock timeout", timeout); }
  void SetStatementTimeout(std::chrono::milliseconds timeout) override { Note("statement timeout", timeout); }
  std::unique_ptr<Connection> ConnectAgain() const override { return database_.Connect(url(), {}); }
  void Cancel() override { database_.record_.emplace_back("cancel"); }
  bool alive() const override { return alive_; }
  StandIn* stand_in() const override { return database_.stand_in_; }
  /// It is alone with itself.
  bool has_named_locks() const override { return database_.acts_as_real_ && backend() == Backend::kPostgresql; }
  std::vector<int> server_version() const override {
    if (!database_.version_.empty()) return database_.version_;
    return backend() == Backend::kSqlite ? std::vector<int>{3, 40, 1} : std::vector<int>{15, 4};
  }
  int backend_pid() const override { return backend() == Backend::kSqlite ? 0 : 4711; }
  std::string database_name() const override { return url().database.value_or(""); }
  std::string CurrentSchema() override { return backend() == Backend::kSqlite ? "main" : "public"; }
  void OnNotice(NoticeHandler) override {}

 private:
  Result Run(const std::string& sql, const std::string& recorded);
  /// As Run, but gives the error instead of throwing it.
  Result RunScripted(const std::string& sql, const std::string& recorded, std::optional<Error>& error);
  /// What the statement does to the transaction.
  void Follow(const std::string& keyword, const std::string& sql);
  void Note(const char* what, std::chrono::milliseconds timeout) {
    Flush();
    database_.record_.push_back(std::string(what) + " " + std::to_string(timeout.count()) + "ms");
  }

  FakeDatabase& database_;
  TransactionState state_ = TransactionState::kNone;
  std::optional<Error> queued_error_;
  bool alive_ = true;
};

Result FakeConnection::Run(const std::string& sql, const std::string& recorded) {
  std::optional<Error> error;
  Result result = RunScripted(sql, recorded, error);
  if (error) throw Error(*error);
  return result;
}

Result FakeConnection::RunScripted(const std::string& sql, const std::string& recorded, std::optional<Error>& error) {
  database_.record_.push_back(recorded);
  FakeDatabase::Scripted answer = database_.Take(sql, recorded);
  error = std::move(answer.error);
  if (!error) {
    Follow(FirstKeyword(sql, backend()), sql);
    return std::move(answer.result);
  }
  if (error->statement().empty()) error->Statement(sql);
  if (error->connection_lost()) alive_ = false;
  if (backend() == Backend::kPostgresql && in_transaction()) {
    state_ = TransactionState::kFailed;
    error->TransactionLost();
  }
  if (!alive_) state_ = TransactionState::kNone;
  return {};
}

void FakeConnection::Follow(const std::string& keyword, const std::string& sql) {
  const bool to_savepoint = ToUpper(sql).find(" TO ") != std::string::npos;
  if (keyword == "BEGIN" || keyword == "START" || (keyword == "ROLLBACK" && to_savepoint)) {
    state_ = TransactionState::kActive;
  } else if (keyword == "COMMIT" || keyword == "END" || keyword == "ROLLBACK") {
    state_ = TransactionState::kNone;
  }
}

Result MakeResult(Backend backend, const std::vector<std::string>& columns, const std::vector<Parameters>& rows) {
  std::vector<Column> headers;
  for (const std::string& name : columns) headers.emplace_back().name = name;
  return MakeTypedResult(backend, std::move(headers), rows);
}

Result MakeTypedResult(Backend backend, std::vector<Column> columns, const std::vector<Parameters>& rows) {
  std::vector<Parameters> values = rows;
  if (backend == Backend::kPostgresql) {
    for (Parameters& row : values) std::transform(row.begin(), row.end(), row.begin(), ServerText);
  }
  Result result(std::move(columns), std::make_shared<ValueRows>(std::move(values)), rows.size());
  if (backend == Backend::kPostgresql) result.RowCount(static_cast<int64_t>(rows.size()));
  return result;
}

FakeDatabase& FakeDatabase::Answer(std::string part, Result result) {
  script_.push_back({std::move(part), std::move(result), std::nullopt});
  return *this;
}

FakeDatabase& FakeDatabase::Answer(std::string part, const std::vector<std::string>& columns,
                                   const std::vector<Parameters>& rows) {
  return Answer(std::move(part), MakeResult(backend_, columns, rows));
}

FakeDatabase& FakeDatabase::Fail(std::string part, Error error) {
  script_.push_back({std::move(part), Result(), std::move(error)});
  return *this;
}

FakeDatabase& FakeDatabase::FailWithSqlState(std::string part, const std::string& sqlstate,
                                             const std::string& message) {
  ExceptionNames names = PostgresqlException(sqlstate);
  DatabaseFacts facts;
  facts.text = message + "\n";
  facts.severity = "ERROR";
  facts.sqlalchemy_class = std::move(names.sqlalchemy_class);
  facts.driver_class = std::move(names.driver_class);
  Error error(ErrorKind::kDatabase, message);
  error.SqlState(sqlstate).Database(std::move(facts));
  return Fail(std::move(part), std::move(error));
}

std::vector<std::string> FakeDatabase::unused_answers() const {
  std::vector<std::string> parts;
  for (const Scripted& scripted : script_) parts.push_back(scripted.part);
  return parts;
}

FakeDatabase::Scripted FakeDatabase::Unscripted(const std::string& statement, const std::string& recorded) {
  Scripted none;
  if (stand_in_ != nullptr) {
    if (std::optional<Result> answer = stand_in_->Answer(statement)) return {{}, std::move(*answer), std::nullopt};
  }
  if (!acts_as_real_) return none;
  const std::string keyword = FirstKeyword(statement, backend_);
  const bool changes = keyword == "INSERT" || keyword == "UPDATE" || keyword == "DELETE";
  if (changes) {
    if (statement.find("RETURNING") != std::string::npos) none.result = MakeResult(backend_, {"?column?"}, {});
    none.result.RowCount(CountChange(keyword, recorded) ? 1 : 0);
  } else if (keyword == "SHOW" || keyword == "VALUES") {
    none.result = MakeResult(backend_, {"?column?"}, {});
  } else {
    none.result = EmptyAnswer(statement).value_or(keyword == "WITH" ? Result().RowCount(0) : Result());
  }
  return none;
}

/// What an INSERT brings may be changed again.
bool FakeDatabase::CountChange(const std::string& keyword, const std::string& recorded) {
  const bool is_new = changes_.find(recorded) == changes_.end();
  if (is_new && keyword == "INSERT") changes_.clear();
  changes_.insert(recorded);
  return is_new;
}

FakeDatabase::Scripted FakeDatabase::Take(const std::string& statement, const std::string& recorded) {
  const auto found = std::find_if(script_.begin(), script_.end(), [&](const Scripted& scripted) {
    return statement.find(scripted.part) != std::string::npos;
  });
  if (found == script_.end()) return Unscripted(statement, recorded);
  Scripted taken = std::move(*found);
  script_.erase(found);
  return taken;
}

std::unique_ptr<Connection> FakeDatabase::Connect(const Url& url, const ConnectOptions&) {
  record_.push_back("connect " + url.ToString());
  changes_.clear();
  const Scripted answer = Take(record_.back(), record_.back());
  if (answer.error) throw Error(*answer.error);
  return std::make_unique<FakeConnection>(*this, url);
}

std::unique_ptr<Connection> FakeDatabase::Connect() {
  return Connect(Url::Parse(backend_ == Backend::kSqlite ? "sqlite:///fake.db" : "postgresql://u:p@fake/db"), {});
}

}  // namespace limbeck::driver
