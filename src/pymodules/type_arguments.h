#pragma once

#include "pymodules/type_classes.h"
#include "pymodules/type_table.h"

namespace limbeck::pymodules {

/// Reads the arguments of a type class's constructor into its state, whose kind and package are set.
void ReadTypeArguments(TypeSignature signature, TypeState& state, python::Arguments& arguments);

}  // namespace limbeck::pymodules
