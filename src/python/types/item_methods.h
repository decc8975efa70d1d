#pragma once

#include "python/interpreter.h"
#include "python/types/sequences.h"

// What list and tuple have in common. `items` is looked at anew after each comparison, which may change a list.

namespace limbeck::python {

bool ContainsItem(Interpreter& interpreter, const std::vector<Value>& items, const Value& wanted);

/// count(value)
Value CountItems(Interpreter& interpreter, Arguments& arguments, const std::vector<Value>& items);

/// index(value, start, stop): the place, or nullopt.
std::optional<size_t> FindItem(Interpreter& interpreter, std::span<const Value> arguments,
                               const std::vector<Value>& items);

std::vector<Value> SlicedItems(Interpreter& interpreter, const std::vector<Value>& items, const SliceObject& slice);
std::vector<Value> RepeatedItems(Interpreter& interpreter, const std::vector<Value>& items, const Value& count);
std::vector<Value> JoinedItems(const std::vector<Value>& one, const std::vector<Value>& two);

}  // namespace limbeck::python
