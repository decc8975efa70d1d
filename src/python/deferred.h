#pragma once

#include "python/interpreter.h"

// Imports of the project's own code wait until somebody needs what they bring: the name is bound to a promise.

namespace limbeck::python {

struct DeferredObject : Object, HasLayout<DeferredObject, Layout::kDeferred> {
  DeferredObject() : Object(Types().deferred) {}
  std::function<Value(Interpreter&)> resolve;  ///< empty when `value` is there
  Value value;
  std::string name;  ///< for repr
};

Value MakeDeferred(std::string name, std::function<Value(Interpreter&)> resolve);

}  // namespace limbeck::python
