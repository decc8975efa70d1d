#pragma once

#include <string>

#include "python/interpreter.h"

// The text of statements and expressions, for scripts that look at it.

namespace limbeck::pymodules {

/// str(statement): as SQLAlchemy writes it for no database in particular.
std::string StatementText(python::Interpreter& interpreter, const python::Value& self);

/// As a database has it, with the values in the text.
std::string LiteralText(python::Interpreter& interpreter, const python::Value& self, const std::string& dialect);

/// statement.compile(dialect=..., compile_kwargs={"literal_binds": True}): str() of it is the text, `.params` the
/// values.
python::Value CompileMethod(python::Interpreter& interpreter, python::Arguments& arguments);

}  // namespace limbeck::pymodules
