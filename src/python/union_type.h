#pragma once

#include <optional>

#include "python/interpreter.h"

namespace limbeck::python {

/// `int | None`; NotImplemented for what cannot be part of a union.
Value UnionOf(Interpreter& interpreter, const Value& one, const Value& two);

/// The members of such a union as a tuple, or nothing when it is none.
std::optional<Value> UnionMembers(const Value& value);

/// `list[int]`
Value MakeGenericAlias(Value origin, const Value& parameters);

}  // namespace limbeck::python
