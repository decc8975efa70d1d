#pragma once

#include <optional>
#include <string>
#include <vector>

#include "python/interpreter.h"
#include "schema/column.h"
#include "sql/expression.h"
#include "sql/type.h"

// sqlalchemy.ext.compiler: @compiles(JSONB, "sqlite"), by which a script says what a database shall write for a type,
// for a function of its own as a server default, or for a statement of its own.

namespace limbeck::pymodules {

/// The module's names.
void FillCompiler(python::Interpreter& interpreter, python::ModuleObject& module);

/// Gives a type what the script's functions make of it, for each of the two databases; `value` is the type's object.
void ApplyCompileHooks(python::Interpreter& interpreter, const python::Value& value, sql::Type& type);

/// What an object that stands for an expression is: the call of a function of its class's name. nullopt for any other.
std::optional<sql::Expression> FindElement(python::Interpreter& interpreter, const python::Value& value);

/// The default of a column whose class the script wants compiled its own way, as the database of the run has it.
/// `value` is the script's object.
void CompileDefault(python::Interpreter& interpreter, const python::Value& value, schema::Column& column);

/// The statement that an element of the script's own is, such as its CREATE VIEW; nullopt when the script does not say.
std::optional<sql::Text> CompileElement(python::Interpreter& interpreter, const python::Value& value);

/// Throws Error (kUnsupported) for objects of a class that a script wants compiled its own way, where that class is
/// SQLAlchemy's and no type.
void RefuseCompileHooks(python::Interpreter& interpreter, const python::Value& value);

}  // namespace limbeck::pymodules
