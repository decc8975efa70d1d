#include "dialect/sqlite/writers.h"

#include "dialect/sqlite/expressions.h"
#include "dialect/sqlite/literals.h"
#include "dialect/sqlite/reserved_words.h"
#include "dialect/sqlite/types.h"

namespace limbeck::dialect::sqlite {
namespace {

// SQLite has no limit of its own; SQLAlchemy's is this.
constexpr size_t kLongestName = 9999;

}  // namespace

SqliteWriters::SqliteWriters(const RenderOptions& options)
    : Writers(Identifiers({.reserved_words = ReservedWords(), .max_length = kLongestName},
                          options.parameter_style == ParameterStyle::kPyformat, options.schemas)) {
  types = std::make_unique<SqliteTypes>(identifiers, subject);
  literals = std::make_unique<SqliteLiterals>(identifiers, subject);
  expressions = NewExpressions({.literal_binds = true, .include_table = false});
  defaults = NewExpressions({.literal_binds = true});
}

std::unique_ptr<ExpressionWriter> SqliteWriters::NewExpressions(ExpressionPlace place) const {
  return std::make_unique<SqliteExpressions>(identifiers, *types, *literals, place);
}

}  // namespace limbeck::dialect::sqlite
