#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "limbeck/values.h"

namespace limbeck::ops {

/// The rows of one query, as ResultRow reads them. Belongs to its database's thread.
class RowCursor {
 public:
  virtual ~RowCursor() = default;
  /// Moves to the next row, first to the first one; false behind the last.
  virtual bool Next() = 0;
  virtual const std::vector<std::string>& columns() const = 0;
  virtual bool IsNull(size_t column) const = 0;
  /// nullopt when the value is none of the kind; the value is not NULL.
  virtual std::optional<bool> Bool(size_t column) const = 0;
  virtual std::optional<int64_t> Integer(size_t column) const = 0;
  virtual std::optional<double> Real(size_t column) const = 0;
  virtual std::optional<std::string> Bytes(size_t column) const = 0;
  /// Of a value of any kind.
  virtual std::string Text(size_t column) const = 0;
};

/// The database behind a sink, for revisions that read and change data. Parameters are $1, $2.
class DataSource {
 public:
  virtual ~DataSource() = default;
  virtual std::shared_ptr<RowCursor> Query(const std::string& sql, const std::vector<DataValue>& parameters) = 0;
  /// How many rows it changed.
  virtual int64_t Run(const std::string& sql, const std::vector<DataValue>& parameters) = 0;
  virtual int64_t RunMany(const std::string& sql, const std::vector<std::vector<DataValue>>& sets) = 0;
};

}  // namespace limbeck::ops
