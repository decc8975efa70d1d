#include "python/builtin_types.h"
#include "python/types/method_tables.h"
#include "python/types/sequences.h"
#include "python/types/set_items.h"
#include "python/types/views.h"

// set and frozenset: their slots. Methods are in set_methods.cc.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

Value MakeEmpty(Interpreter&, const TypeObject* type, CallArguments&) {
  return Make<SetObject>(type);
}

void Initialize(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Arguments arguments(interpreter, "set", given);
  const auto values = arguments.Positional(0, 1);
  const auto filled = Make<SetObject>();
  if (!values.empty()) AddToSet(interpreter, filled->table, interpreter.Resolve(values[0]));
  std::swap(TableOfSet(self), filled->table);
}

Value MakeFrozen(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "frozenset", given);
  const bool is_plain = type == Types().frozen_set;
  const std::span<const Value> values = is_plain ? arguments.Positional(0, 1) : given.positional;
  const Value from = values.empty() ? Value() : interpreter.Resolve(values[0]);
  if (is_plain && !from.is_empty() && TypeOf(from) == type) return from;
  const auto made = Make<SetObject>(type);
  if (!from.is_empty()) AddToSet(interpreter, made->table, from);
  return made;
}

std::string SetRepr(Interpreter& interpreter, const Value& self) {
  const std::string& name = TypeName(self);
  if (TableOfSet(self).size() == 0) return name + "()";
  const ReprGuard guard(interpreter, self);
  if (guard.is_recursive()) return name + "(...)";
  const std::string items = "{" + ReprItems(interpreter, interpreter.ToVector(self)) + "}";
  return TypeOf(self) == Types().set ? items : name + "(" + items + ")";
}

Value SetIterate(Interpreter&, const Value& self) {
  return IterateTable(self, TablePart::kKeys, false);
}
int64_t SetLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(TableOfSet(self).size());
}

/// A set, which has no hash, is looked for as a frozenset with its items.
bool SetContains(Interpreter& interpreter, const Value& self, const Value& item) {
  if (Cast<SetObject>(item) == nullptr || !TypeOf(item)->IsSubtypeOf(Types().set)) {
    return TableOfSet(self).Find(interpreter, item) != nullptr;
  }
  const auto frozen = Make<SetObject>(Types().frozen_set);
  AddToSet(interpreter, frozen->table, item);
  return TableOfSet(self).Find(interpreter, frozen) != nullptr;
}

/// The same for the same items in whatever order.
uint64_t FrozenHash(Interpreter&, const Value& self) {
  uint64_t hash = 1927868237 * (TableOfSet(self).size() + 1);
  for (const HashTable::Entry& entry : TableOfSet(self).entries()) {
    if (!entry.key.is_empty()) hash ^= (entry.hash ^ (entry.hash << 16) ^ 89869747) * 3644798167;
  }
  return hash ^ (hash >> 11) ^ (hash >> 25);
}

Value SetCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  if (Cast<SetObject>(other) == nullptr) return NotImplementedValue();
  return Value::Bool(CompareSets(interpreter, self, other, op));
}

Value SetBinary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (Cast<SetObject>(other) == nullptr) return NotImplementedValue();
  return reflected ? CombineSets(interpreter, op, other, self) : CombineSets(interpreter, op, self, other);
}

Value SetInPlace(Interpreter& interpreter, Operator op, const Value& self, const Value& other) {
  if (Cast<SetObject>(other) == nullptr) return NotImplementedValue();
  const Value result = CombineSets(interpreter, op, self, other);
  if (Cast<SetObject>(result) == nullptr) return result;
  std::swap(TableOfSet(self), TableOfSet(result));
  return self;
}

void FillEither(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.repr = SetRepr;
  slots.iterate = SetIterate;
  slots.length = SetLength;
  slots.contains = SetContains;
  slots.compare = SetCompare;
  slots.binary = SetBinary;
}

}  // namespace

void FillSet(TypeObject& type) {
  FillEither(type);
  type.own_slots().make = MakeEmpty;
  type.own_slots().initialize = Initialize;
  type.own_slots().in_place = SetInPlace;
  AddSetMethods(type);
}

void FillFrozenSet(TypeObject& type) {
  FillEither(type);
  type.own_slots().make = MakeFrozen;
  type.own_slots().hash = FrozenHash;
  AddFrozenSetMethods(type);
}

}  // namespace limbeck::python
