#pragma once

#include <vector>

#include "python/value.h"

namespace limbeck::python {

class Interpreter;

/// What sorted() and list.sort() do: stable, by `<` of the items or of what `key` gives for each (empty or None: the
/// items). Throws what key and comparison throw; the items are then as they were. Whatever comparisons answer, it ends.
void SortItems(Interpreter& interpreter, std::vector<Value>& items, const Value& key, bool reverse);

}  // namespace limbeck::python
