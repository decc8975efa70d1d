#include "inspect/rehearsal/database.h"

#include <algorithm>

#include "inspect/rehearsal/catalogue.h"

namespace limbeck::inspect::rehearsal {
namespace {

constexpr int kMostStatements = 20'000;

}  // namespace

Database::Database() : fake_(driver::Backend::kPostgresql) {
  fake_.ActAsReal();
  fake_.AnswerBy(*this);
}

std::unique_ptr<driver::Connection> Database::Connect(const driver::Url& url, const driver::ConnectOptions& options) {
  return fake_.Connect(url, options);
}

std::optional<driver::Result> Database::Answer(const std::string& sql) {
  if (++answered_ > kMostStatements) {
    throw Error(ErrorKind::kDatabase, "the step does not come to an end on a database that is not there");
  }
  schema_.Run(sql);
  const std::optional<Versions::Answer> answer = versions_.Run(sql);
  if (!answer) return rows_ ? rows_->Answer(sql) : std::nullopt;
  if (!answer->is_query) return driver::Result().RowCount(answer->changed);
  std::vector<driver::Parameters> rows;
  for (const std::string& row : answer->rows) rows.push_back({row});
  return driver::MakeResult(driver::Backend::kPostgresql, {"version_num"}, rows);
}

void Database::MakeUpRows(bool makes) {
  rows_.reset();
  if (makes) rows_.emplace(schema_);
}

bool Database::AssumeTable(const std::string& name) {
  const size_t dot = name.find('.');
  QualifiedName qualified{.name = name.substr(dot + 1)};
  if (dot != std::string::npos) qualified.schema = name.substr(0, dot);
  if (!assumed_.insert(qualified).second) return false;
  schema_.Run("CREATE TABLE \"" + qualified.schema + "\".\"" + qualified.name + "\" (id INTEGER PRIMARY KEY)");
  return true;
}

bool Database::AssumeColumn(const std::string& name) {
  bool is_news = false;
  for (const QualifiedName& table : assumed_) {
    TableFacts* facts = schema_.Find(table);
    const auto has_name = [&name](const ColumnFacts& column) { return column.name == name; };
    if (facts == nullptr || std::any_of(facts->columns.begin(), facts->columns.end(), has_name)) continue;
    facts->columns.push_back({.name = name, .type = sql::Type(sql::TypeKind::kText)});
    is_news = true;
  }
  return is_news;
}

std::unique_ptr<Catalogue> CatalogueOf(driver::StandIn& stand_in) {
  return OpenCatalogue(static_cast<Database&>(stand_in).schema_);
}

}  // namespace limbeck::inspect::rehearsal
