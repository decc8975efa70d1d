#pragma once

#include <initializer_list>

#include "python/objects.h"

namespace limbeck::pymodules {

/// Each class under its own name.
void AddClasses(python::ModuleObject& module, std::initializer_list<const python::TypeObject*> classes);

}  // namespace limbeck::pymodules
