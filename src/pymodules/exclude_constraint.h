#pragma once

#include "python/interpreter.h"
#include "schema/constraint.h"

// postgresql.ExcludeConstraint, and the arguments that op.create_exclude_constraint shares with it.

namespace limbeck::pymodules {

const python::TypeObject* ExcludeConstraintClass();

/// *elements, each a pair of a column or an expression and an operator, and the keywords name=, using=, where=, ops=,
/// deferrable= and initially=.
schema::Exclude ReadExclude(python::Interpreter& interpreter, const std::vector<python::Value>& elements,
                            python::Arguments& arguments);

}  // namespace limbeck::pymodules
