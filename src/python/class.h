#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// What type.__new__ is given.
struct ClassParts {
  const TypeObject* metatype = nullptr;
  std::string name;
  std::vector<Value> bases;
};

/// type.__new__: the class with these names in it. `attributes` is taken over: __qualname__ and __classcell__ go.
Value MakeClass(Interpreter& interpreter, const ClassParts& parts, Namespace& attributes,
                std::span<const std::pair<Symbol, Value>> keywords);

/// The most special of the metaclass and the bases' classes; TypeError when there is none.
const TypeObject* MetatypeFor(const TypeObject* asked, const std::vector<Value>& bases);

}  // namespace limbeck::python
