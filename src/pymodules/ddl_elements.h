#pragma once

#include <optional>

#include "ops/operation.h"
#include "python/interpreter.h"

// DDL as objects that are executed: schema.CreateTable(table), schema.CreateSequence(...), DDL("..."). Each is one
// statement: CreateTable makes neither the indexes of its table nor the types of its columns.

namespace limbeck::pymodules {

/// The operation that the object stands for; null when the value is no such object.
const ops::Operation* FindDdl(const python::Value& value);

/// The class `DDL`.
python::Value DdlClass();
/// Puts the classes of `sqlalchemy.schema` into a module, with DDL.
void AddDdlClasses(python::ModuleObject& module);
/// CreateEnumType and its like, of `sqlalchemy.dialects.postgresql`.
void AddDdlTypeClasses(python::ModuleObject& module);

}  // namespace limbeck::pymodules
