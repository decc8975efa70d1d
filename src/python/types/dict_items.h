#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// The table of a dict or of a script's subclass of it.
inline HashTable& TableOfDict(const Value& dict) {
  return static_cast<DictObject*>(dict.object())->table;
}

/// All that dict.update(given) takes: a mapping, which has keys(), or pairs.
void UpdateTable(Interpreter& interpreter, HashTable& table, const Value& given);

/// dict(...) and update(...): at most one value, then names.
void UpdateTable(Interpreter& interpreter, HashTable& table, Arguments& arguments);

}  // namespace limbeck::python
