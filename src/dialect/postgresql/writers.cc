#include "dialect/postgresql/writers.h"

#include "dialect/postgresql/expressions.h"
#include "dialect/postgresql/literals.h"
#include "dialect/postgresql/reserved_words.h"
#include "dialect/postgresql/types.h"

namespace limbeck::dialect::postgresql {

PostgresqlWriters::PostgresqlWriters(const RenderOptions& options)
    : Writers(Identifiers(
          {.reserved_words = ReservedWords(), .max_length = 63},
          options.parameter_style == ParameterStyle::kPyformat || options.parameter_style == ParameterStyle::kScript,
          options.schemas)) {
  types = std::make_unique<PostgresqlTypes>(identifiers, subject);
  literals = std::make_unique<PostgresqlLiterals>(identifiers, subject, /*escape_backslashes=*/options.offline);
  expressions = NewExpressions({.literal_binds = true, .include_table = false});
  defaults = NewExpressions({.literal_binds = true});
}

std::unique_ptr<ExpressionWriter> PostgresqlWriters::NewExpressions(ExpressionPlace place) const {
  return std::make_unique<PostgresqlExpressions>(identifiers, *types, *literals, place);
}

}  // namespace limbeck::dialect::postgresql
