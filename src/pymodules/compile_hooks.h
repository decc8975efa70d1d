#pragma once

#include <string>
#include <vector>

#include "python/interpreter.h"
#include "sql/type.h"

// sqlalchemy.ext.compiler: @compiles(JSONB, "sqlite"), by which a script says what a database shall write for a type.

namespace limbeck::pymodules {

/// The module's names.
void FillCompiler(python::Interpreter& interpreter, python::ModuleObject& module);

/// Gives a type what the script's functions make of it, for each of the two databases; `value` is the type's object.
void ApplyCompileHooks(python::Interpreter& interpreter, const python::Value& value, sql::Type& type);

/// Throws Error (kUnsupported) for objects of a class that a script wants compiled its own way, where that class is no
/// type.
void RefuseCompileHooks(python::Interpreter& interpreter, const python::Value& value);

}  // namespace limbeck::pymodules
