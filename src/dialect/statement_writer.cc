#include "dialect/statement_writer.h"

#include <memory>

#include "dialect/query_writer.h"

namespace limbeck::dialect {

Statement WriteStatement(const sql::Statement& statement, const Writers& writers, const RenderOptions& options) {
  std::unique_ptr<ExpressionWriter> expressions =
      writers.NewExpressions({.parameter_style = options.parameter_style,
                              .needs_values = !options.offline,
                              .late_choices = options.offline && options.parameter_style != ParameterStyle::kScript,
                              .literal_binds = options.literal_binds});
  return expressions->Finish(expressions->queries().WriteStatement(statement));
}

}  // namespace limbeck::dialect
