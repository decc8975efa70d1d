#include "python/types/set_items.h"

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

Ref<SetObject> NewLike(const Value& like) {
  return Make<SetObject>(TypeOf(like)->IsSubtypeOf(Types().frozen_set) ? Types().frozen_set : Types().set);
}

/// Items of `one` that are in `two`, or are not.
void AddFiltered(Interpreter& interpreter, HashTable& out, const HashTable& one, const HashTable& two, bool wanted) {
  for (size_t i = 0; i < one.entries().size(); ++i) {
    const HashTable::Entry entry = one.entries()[i];
    if (entry.key.is_empty()) continue;
    if ((two.Find(interpreter, entry.key, entry.hash) != nullptr) == wanted) {
      out.Set(interpreter, entry.key, entry.hash, Value::None());
    }
  }
}

bool IsSubset(Interpreter& interpreter, const HashTable& one, const HashTable& two) {
  if (one.size() > two.size()) return false;
  for (size_t i = 0; i < one.entries().size(); ++i) {
    const HashTable::Entry entry = one.entries()[i];
    if (!entry.key.is_empty() && two.Find(interpreter, entry.key, entry.hash) == nullptr) return false;
  }
  return true;
}

}  // namespace

void AddToSet(Interpreter& interpreter, HashTable& table, const Value& iterable) {
  if (const auto* set = Cast<SetObject>(iterable); set != nullptr && &set->table != &table) {
    for (size_t i = 0; i < set->table.entries().size(); ++i) {
      const HashTable::Entry entry = set->table.entries()[i];
      if (!entry.key.is_empty()) table.Set(interpreter, entry.key, entry.hash, Value::None());
    }
    return;
  }
  interpreter.ForEach(iterable, [&](const Value& item) { table.Set(interpreter, item, Value::None()); });
}

Value AsSet(Interpreter& interpreter, const Value& iterable) {
  const Value resolved = interpreter.Resolve(iterable);
  if (Cast<SetObject>(resolved) != nullptr) return resolved;
  const auto made = Make<SetObject>();
  AddToSet(interpreter, made->table, resolved);
  return made;
}

Value CombineSets(Interpreter& interpreter, Operator op, const Value& one, const Value& two) {
  const auto made = NewLike(one);
  const HashTable& left = TableOfSet(one);
  const HashTable& right = TableOfSet(two);
  switch (op) {
    case Operator::kBitOr:
      AddToSet(interpreter, made->table, one);
      AddToSet(interpreter, made->table, two);
      return made;
    case Operator::kBitAnd:
      AddFiltered(interpreter, made->table, left, right, true);
      return made;
    case Operator::kSubtract:
      AddFiltered(interpreter, made->table, left, right, false);
      return made;
    case Operator::kBitXor:
      AddFiltered(interpreter, made->table, left, right, false);
      AddFiltered(interpreter, made->table, right, left, false);
      return made;
    default:
      return NotImplementedValue();
  }
}

bool CompareSets(Interpreter& interpreter, const Value& one, const Value& two, CompareOp op) {
  const HashTable& left = TableOfSet(one);
  const HashTable& right = TableOfSet(two);
  switch (op) {
    case CompareOp::kEqual:
      return left.size() == right.size() && IsSubset(interpreter, left, right);
    case CompareOp::kNotEqual:
      return left.size() != right.size() || !IsSubset(interpreter, left, right);
    case CompareOp::kLess:
      return left.size() < right.size() && IsSubset(interpreter, left, right);
    case CompareOp::kLessEqual:
      return IsSubset(interpreter, left, right);
    case CompareOp::kGreater:
      return left.size() > right.size() && IsSubset(interpreter, right, left);
    case CompareOp::kGreaterEqual:
      break;
  }
  return IsSubset(interpreter, right, left);
}

bool AreDisjoint(Interpreter& interpreter, const Value& set, const Value& iterable) {
  const Value iterator = interpreter.Iterate(iterable);
  for (Value item = interpreter.Next(iterator); !item.is_empty(); item = interpreter.Next(iterator)) {
    if (interpreter.Contains(set, item)) return false;
  }
  return true;
}

}  // namespace limbeck::python
