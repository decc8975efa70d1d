#pragma once

#include "pymodules/type_classes.h"
#include "pymodules/type_table.h"

namespace limbeck::pymodules {

/// Reads the arguments of a type class's constructor into its state, whose kind and package are set.
void ReadTypeArguments(TypeSignature signature, TypeState& state, python::Arguments& arguments);

/// enum._for_values(*values, native_enum=None): an Enum with the options of this one and other values.
python::Value EnumForValues(python::Interpreter& interpreter, python::Arguments& arguments);

}  // namespace limbeck::pymodules
