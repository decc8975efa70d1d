#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

inline HashTable& TableOfSet(const Value& set) {
  return static_cast<SetObject*>(set.object())->table;
}

void AddToSet(Interpreter& interpreter, HashTable& table, const Value& iterable);

/// The value itself when it is a set or frozenset, else a new set of its items.
Value AsSet(Interpreter& interpreter, const Value& iterable);

/// Both are sets; NotImplemented for other operators than | & - ^. The result is of the first one's kind, which is set
/// or frozenset: subclasses are not asked.
Value CombineSets(Interpreter& interpreter, ast::BinaryOperator op, const Value& one, const Value& two);

/// Both are sets. `<` is "is a proper subset of".
bool CompareSets(Interpreter& interpreter, const Value& one, const Value& two, CompareOp op);

/// No item is in both.
bool AreDisjoint(Interpreter& interpreter, const Value& set, const Value& iterable);

}  // namespace limbeck::python
