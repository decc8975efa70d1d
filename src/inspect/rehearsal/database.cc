#include "inspect/rehearsal/database.h"

#include "inspect/rehearsal/catalogue.h"

namespace limbeck::inspect::rehearsal {

Database::Database() : fake_(driver::Backend::kPostgresql) {
  fake_.ActAsReal();
  fake_.AnswerBy(*this);
}

std::unique_ptr<driver::Connection> Database::Connect(const driver::Url& url, const driver::ConnectOptions& options) {
  return fake_.Connect(url, options);
}

std::optional<driver::Result> Database::Answer(const std::string& sql) {
  schema_.Run(sql);
  const std::optional<Versions::Answer> answer = versions_.Run(sql);
  if (!answer) return std::nullopt;
  if (!answer->is_query) return driver::Result().RowCount(answer->changed);
  std::vector<driver::Parameters> rows;
  for (const std::string& row : answer->rows) rows.push_back({row});
  return driver::MakeResult(driver::Backend::kPostgresql, {"version_num"}, rows);
}

std::unique_ptr<Catalogue> CatalogueOf(driver::StandIn& stand_in) {
  return OpenCatalogue(static_cast<Database&>(stand_in).schema_);
}

}  // namespace limbeck::inspect::rehearsal
