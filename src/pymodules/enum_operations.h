#pragma once

#include "ops/operation.h"
#include "python/interpreter.h"

// Directives about PostgreSQL's enums that Alembic does not have: op.sync_enum_values of alembic-postgresql-enum, and
// op.add_enum_value, op.rename_enum_value and op.rename_enum of our own.

namespace limbeck::pymodules {

/// Does nothing but warn where an Enum is no type of the database.
python::Value SyncEnumValues(python::Interpreter& interpreter, python::Arguments& arguments);
ops::AddEnumValue ReadAddEnumValue(python::Arguments& arguments);
ops::RenameEnumValue ReadRenameEnumValue(python::Arguments& arguments);
ops::RenameType ReadRenameEnum(python::Arguments& arguments);

}  // namespace limbeck::pymodules
