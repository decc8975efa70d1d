#pragma once

#include <span>
#include <string_view>

#include "sql/type.h"

namespace limbeck::pymodules {

/// Which arguments a type class takes.
enum class TypeSignature {
  kNone,
  kLength,         ///< (length=None, collation=None)
  kBinaryLength,   ///< (length=None)
  kNumeric,        ///< (precision=None, scale=None, decimal_return_scale=None, asdecimal=True)
  kFloat,          ///< (precision=None, asdecimal=False, decimal_return_scale=None)
  kTimezone,       ///< (timezone=False)
  kTimePrecision,  ///< PostgreSQL: (timezone=False, precision=None)
  kBoolean,        ///< (create_constraint=False, name=None)
  kEnum,           ///< (*enums, **kw)
  kInterval,       ///< (native=True, second_precision=None, day_precision=None)
  kSqlInterval,    ///< PostgreSQL: (precision=None, fields=None)
  kJson,           ///< (none_as_null=False, astext_type=None)
  kHstore,         ///< (text_type=None)
  kArray,          ///< (item_type, as_tuple=False, dimensions=None, zero_indexes=False)
  kUuid,           ///< (as_uuid=True, native_uuid=True)
  kBit,            ///< (length=None, varying=False)
  kDomain,         ///< (name, data_type, **kw)
  kPickle,         ///< (...), all of it the client's business
  kTuple,          ///< (*types)
  kAnything,       ///< a database without a dialect here: kept for repr() only
};

/// One class: its name, where it lives, what it derives from (in its package or in sqlalchemy) and what it takes.
struct TypeRow {
  std::string_view name;
  sql::TypePackage package;
  std::string_view base;
  TypeSignature signature;
};

std::span<const TypeRow> TypeRows();

}  // namespace limbeck::pymodules
