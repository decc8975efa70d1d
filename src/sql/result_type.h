#pragma once

#include "sql/operator.h"
#include "sql/type.h"
#include "sql/value.h"

namespace limbeck::sql {

/// The type SQLAlchemy gives a bare value: Integer for 5, String for "x", nothing for None.
Type TypeOfValue(const Value& value);

/// The type of a value that stands beside an expression of `type`: like it, if it can be.
Type CoerceToward(const Type& type, const Value& value);

/// What `left op right` really is for these types, `+` being `||` between strings, and its type.
struct OperatorResult {
  Operator op;
  Type type;
};
OperatorResult ResultOf(Operator op, const Type& left, const Type& right);

}  // namespace limbeck::sql
