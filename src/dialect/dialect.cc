#include "dialect/dialect.h"

#include "dialect/postgresql/dialect.h"
#include "dialect/sqlite/dialect.h"
#include "limbeck/error.h"

namespace limbeck::dialect {

const Dialect& FindDialect(std::string_view name) {
  if (name == "postgresql") return postgresql::Instance();
  if (name == "sqlite") return sqlite::Instance();
  throw Error(ErrorKind::kUnsupported, "there is no dialect \"" + std::string(name) + "\"")
      .Hint("Limbeck speaks postgresql and sqlite");
}

}  // namespace limbeck::dialect
