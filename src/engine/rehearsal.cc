#include "engine/rehearsal.h"

#include "base/error_of.h"
#include "base/text.h"
#include "driver/backend.h"

namespace limbeck::engine {
namespace {

constexpr int kTries = 12;

/// What stands between two texts, the second of which may be the end.
std::optional<std::string> Between(const std::string& text, std::string_view before, std::string_view after) {
  const size_t begin = text.find(before);
  if (begin == std::string::npos) return std::nullopt;
  const size_t start = begin + before.size();
  const size_t end = after.empty() ? text.size() : text.find(after, start);
  if (end == std::string::npos) return std::nullopt;
  return text.substr(start, end - start);
}

/// The tables that a reflection did not find: "a" or "a, b".
std::optional<std::string> MissingTables(const Error& error) {
  if (error.exception_class() == "sqlalchemy.exc.NoSuchTableError") return error.message();
  if (error.message().find("requested table(s) not available") == std::string::npos) return std::nullopt;
  return Between(error.message(), ": (", ")");
}

/// The column that a reflected table does not have, and perhaps a table that MetaData.tables does not have.
std::optional<std::string> MissingName(const Error& error) {
  if (error.exception_class() == "KeyError") return Between(error.message(), "'", "'");
  if (const auto names = Between(error.message(), "Unconsumed column names: ", "")) return Split(*names, ',').front();
  return Between(error.message(), "'ColumnCollection' object has no attribute '", "'");
}

}  // namespace

std::unique_ptr<driver::Connection> RehearsalDatabases::Connect(const driver::Url& url,
                                                                const driver::ConnectOptions& options) {
  if (driver::BackendOf(url) == driver::Backend::kPostgresql) return postgresql_[url.ToString()].Connect(url, options);
  has_sqlite_ = true;
  return real_.Connect(driver::Url::Parse(kSqliteInMemory), options);
}

RehearsalDatabases::Schemas RehearsalDatabases::Remember() {
  Schemas schemas;
  for (auto& [url, database] : postgresql_) schemas.emplace_back(&database, database.schema());
  return schemas;
}

void RehearsalDatabases::MakeUpRows(bool makes) {
  makes_up_rows_ = makes;
  for (auto& [url, database] : postgresql_) database.MakeUpRows(makes);
}

bool RehearsalDatabases::AssumeTables(const std::string& names) {
  bool is_news = false;
  for (auto& [url, database] : postgresql_) {
    for (const std::string& name : Split(names, ','))
      is_news = database.AssumeTable(std::string(Trim(name))) || is_news;
  }
  return is_news;
}

bool RehearsalDatabases::AssumeColumn(const std::string& name) {
  bool is_news = false;
  for (auto& [url, database] : postgresql_) is_news = database.AssumeColumn(name) || is_news;
  return is_news;
}

bool RehearsalDatabases::Provide(const Error& error) {
  if (const auto tables = MissingTables(error); tables && AssumeTables(*tables)) return true;
  if (const auto name = MissingName(error); name && AssumeColumn(*name)) return true;
  if (makes_up_rows_) return false;
  MakeUpRows(true);
  return true;
}

std::optional<Error> RehearsalDatabases::Try(const std::function<void()>& step,
                                             const std::function<bool(const Error&)>& is_certain) {
  Schemas before = Remember();
  for (const auto& [database, schema] : before) database->BeginStep();
  const std::optional<Error> first = ErrorOf(step);
  std::optional<Error> error = first;
  for (int i = 0; i < kTries && error && !is_certain(*error) && !before.empty(); ++i) {
    for (const auto& [database, schema] : before) database->SetSchema(schema);
    if (!Provide(*error)) break;
    // What was assumed was there before the step.
    before = Remember();
    for (const auto& [database, schema] : before) database->BeginStep();
    error = ErrorOf(step);
  }
  MakeUpRows(false);
  // What is said between the steps counts for none of them.
  for (const auto& [database, schema] : before) database->BeginStep();
  return error ? first : std::nullopt;
}

}  // namespace limbeck::engine
