#pragma once

#include <memory>
#include <string>

#include "dialect/expression_writer.h"
#include "dialect/identifiers.h"
#include "dialect/literal_writer.h"
#include "dialect/type_writer.h"

namespace limbeck::dialect {

/// What one rendering is written with. The parts refer to each other, so it stays where it is made; each dialect
/// makes its own.
class Writers {
 public:
  explicit Writers(const Identifiers& names) : identifiers(names) {}
  virtual ~Writers() = default;
  Writers(const Writers&) = delete;
  Writers& operator=(const Writers&) = delete;

  /// A writer of expressions for another statement, with parameters of its own.
  virtual std::unique_ptr<ExpressionWriter> NewExpressions(ExpressionPlace place) const = 0;

  Identifiers identifiers;
  /// What is being written, as errors name it: "(in table 't', column 'c'): ", or empty.
  std::string subject;
  std::unique_ptr<TypeWriter> types;
  std::unique_ptr<LiteralWriter> literals;
  /// Values as literals, columns without their tables: conditions, index expressions.
  std::unique_ptr<ExpressionWriter> expressions;
  /// Values as literals, columns with their tables: server defaults.
  std::unique_ptr<ExpressionWriter> defaults;
};

}  // namespace limbeck::dialect
