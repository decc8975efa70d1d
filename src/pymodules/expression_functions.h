#pragma once

#include "python/interpreter.h"

// Functions of the module `sqlalchemy` that make expressions: text, column, literal, and_, cast, ...

namespace limbeck::pymodules {

/// Those of the module, with `func` and the functions of selects and changes.
void AddExpressions(python::Interpreter& interpreter, python::ModuleObject& module);

/// cast(expression, type_)
python::Value CallCast(python::Interpreter& interpreter, python::Arguments& arguments);
/// extract(field, expr)
python::Value CallExtract(python::Interpreter& interpreter, python::Arguments& arguments);

}  // namespace limbeck::pymodules
