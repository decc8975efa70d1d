#pragma once

#include "driver/connection.h"
#include "ops/data_source.h"

namespace limbeck::engine {

/// Queries of a C++ revision, on the run's connection.
class StatementData : public ops::DataSource {
 public:
  /// Borrows it.
  explicit StatementData(driver::Connection& connection) : connection_(connection) {}

  std::shared_ptr<ops::RowCursor> Query(const std::string& sql, const std::vector<DataValue>& parameters) override;
  int64_t Run(const std::string& sql, const std::vector<DataValue>& parameters) override;
  int64_t RunMany(const std::string& sql, const std::vector<std::vector<DataValue>>& sets) override;

 private:
  std::string Numbered(const std::string& sql) const;

  driver::Connection& connection_;
};

}  // namespace limbeck::engine
