#include "pymodules/module_classes.h"

namespace limbeck::pymodules {

using python::Symbol;
using python::Value;

void AddClasses(python::ModuleObject& module, std::initializer_list<const python::TypeObject*> classes) {
  for (const python::TypeObject* type : classes) module.globals().Set(Symbol::Intern(type->name()), Value(type));
}

}  // namespace limbeck::pymodules
