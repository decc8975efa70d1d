#pragma once

#include <vector>

#include "ops/operation.h"
#include "python/interpreter.h"
#include "schema/table.h"

// Commands that objects of the schema give by themselves, outside of `op`: metadata.create_all(bind), table.create(),
// index.create(), enum_type.create(), sequence.create(), and their opposites.

namespace limbeck::pymodules {

python::Value CreateAllTables(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value DropAllTables(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value CreateOneTable(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value DropOneTable(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value CreateOneIndex(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value DropOneIndex(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value CreateOneType(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value DropOneType(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value CreateOneSequence(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value DropOneSequence(python::Interpreter& interpreter, python::Arguments& arguments);

/// metadata.sorted_tables
python::Value SortedTables(python::Interpreter& interpreter, const python::Value& metadata);

/// The Table objects of a MetaData, by their keys.
std::vector<python::Value> TablesOf(python::Interpreter& interpreter, const python::Value& metadata);

}  // namespace limbeck::pymodules
