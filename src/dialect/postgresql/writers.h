#pragma once

#include <memory>

#include "dialect/dialect.h"
#include "dialect/writers.h"

namespace limbeck::dialect::postgresql {

class PostgresqlWriters : public Writers {
 public:
  explicit PostgresqlWriters(const RenderOptions& options);
  std::unique_ptr<ExpressionWriter> NewExpressions(ExpressionPlace place) const override;
};

}  // namespace limbeck::dialect::postgresql
