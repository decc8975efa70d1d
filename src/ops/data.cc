#include "limbeck/data.h"

#include "limbeck/error.h"
#include "ops/data_source.h"
#include "ops/sink.h"

namespace limbeck {

bool NextRow(ops::RowCursor& cursor) {
  return cursor.Next();
}

int64_t Statement::RunWith(const std::vector<DataValue>& parameters) {
  return source_->Run(sql_, parameters);
}

int64_t Statement::RunSets(const std::vector<std::vector<DataValue>>& sets) {
  return source_->RunMany(sql_, sets);
}

Data::Data(Operations& operations) : source_(operations.sink_.data()) {}

ops::DataSource& Data::Source() const {
  if (source_ != nullptr) return *source_;
  throw Error(ErrorKind::kCommand, "this revision asks the database, and there is none to ask in --sql mode")
      .Hint("let the revision look at Data::has_database() first");
}

Statement Data::Prepare(std::string sql) {
  return {Source(), std::move(sql)};
}

std::shared_ptr<ops::RowCursor> Data::Open(const std::string& sql, const std::vector<DataValue>& parameters,
                                           size_t columns) {
  std::shared_ptr<ops::RowCursor> cursor = Source().Query(sql, parameters);
  const size_t given = cursor->columns().size();
  if (given == columns) return cursor;
  throw Error(ErrorKind::kScript, "the query gives " + std::to_string(given) + " columns, and " +
                                      std::to_string(columns) + " are read: " + sql);
}

}  // namespace limbeck
