#pragma once

#include "python/interpreter.h"

namespace limbeck::pymodules {

/// The value of a column's default=, onupdate= or insert_default=: the value or SQL itself, or what the function gives.
/// A function with a parameter gets SQLAlchemy's execution context there, of which only None is left here; one with
/// more is refused with ArgumentError.
python::Value EvaluateDefault(python::Interpreter& interpreter, const python::Value& given);

}  // namespace limbeck::pymodules
