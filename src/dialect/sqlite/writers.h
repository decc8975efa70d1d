#pragma once

#include <memory>

#include "dialect/dialect.h"
#include "dialect/writers.h"

namespace limbeck::dialect::sqlite {

class SqliteWriters : public Writers {
 public:
  explicit SqliteWriters(const RenderOptions& options);
  std::unique_ptr<ExpressionWriter> NewExpressions(ExpressionPlace place) const override;
};

}  // namespace limbeck::dialect::sqlite
