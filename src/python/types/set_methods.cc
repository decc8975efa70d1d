#include "python/types/method_tables.h"
#include "python/types/set_items.h"

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

Value Add(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = TableOfSet(arguments.Self());
  table.Set(interpreter, arguments.Positional(1, 1)[0], Value::None());
  return Value::None();
}

template <bool kRaises>
Value Discard(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = TableOfSet(arguments.Self());
  const Value& item = arguments.Positional(1, 1)[0];
  if (!table.Erase(interpreter, item) && kRaises) Raise(Exceptions().key_error, item);
  return Value::None();
}

/// The item that came last, which is found at once; which one it is, is nobody's business.
Value PopAny(Interpreter&, Arguments& arguments) {
  HashTable& table = TableOfSet(arguments.Self());
  arguments.Positional(0, 0);
  if (table.size() == 0) Raise(Exceptions().key_error, MakeStr("pop from an empty set"));
  return table.TakeLast().key;
}

Value Clear(Interpreter&, Arguments& arguments) {
  HashTable& table = TableOfSet(arguments.Self());
  arguments.Positional(0, 0);
  table.Clear();
  return Value::None();
}

/// A plain set or frozenset with the same items.
Value CopyOf(Interpreter& interpreter, const Value& self) {
  return CombineSets(interpreter, Operator::kBitOr, self, self);
}

Value Copy(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Positional(0, 0);
  return TypeOf(self) == Types().frozen_set ? self : CopyOf(interpreter, self);
}

/// union(*others) and its like: a new set.
template <Operator kOperator>
Value CombineWith(Interpreter& interpreter, Arguments& arguments) {
  Value result = CopyOf(interpreter, arguments.Self());
  for (const Value& other : arguments.Positional(0, SIZE_MAX)) {
    result = CombineSets(interpreter, kOperator, result, AsSet(interpreter, other));
  }
  return result;
}

/// update(*others) and its like: changes the set itself.
template <Operator kOperator>
Value CombineInto(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  for (const Value& other : arguments.Positional(0, SIZE_MAX)) {
    const Value result = CombineSets(interpreter, kOperator, self, AsSet(interpreter, other));
    std::swap(TableOfSet(self), TableOfSet(result));
  }
  return Value::None();
}

Value Update(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  for (const Value& other : arguments.Positional(0, SIZE_MAX)) {
    AddToSet(interpreter, TableOfSet(self), interpreter.Resolve(other));
  }
  return Value::None();
}

/// symmetric_difference(other) and its like take one other set.
template <NativeCall kCombine>
Value WithOne(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value self_and_other[] = {self, arguments.Positional(1, 1)[0]};
  Arguments passed(interpreter, arguments.function(), {self_and_other, {}});
  return kCombine(interpreter, passed);
}

template <CompareOp kCompare>
Value CompareWith(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value other = AsSet(interpreter, arguments.Positional(1, 1)[0]);
  return Value::Bool(CompareSets(interpreter, self, other, kCompare));
}

Value IsDisjoint(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  return Value::Bool(AreDisjoint(interpreter, self, arguments.Positional(1, 1)[0]));
}

constexpr NativeMethod kFrozenMethods[] = {
    {"copy", Copy},
    {"difference", CombineWith<Operator::kSubtract>},
    {"intersection", CombineWith<Operator::kBitAnd>},
    {"isdisjoint", IsDisjoint},
    {"issubset", CompareWith<CompareOp::kLessEqual>},
    {"issuperset", CompareWith<CompareOp::kGreaterEqual>},
    {"symmetric_difference", WithOne<CombineWith<Operator::kBitXor>>},
    {"union", CombineWith<Operator::kBitOr>},
};

constexpr NativeMethod kSetMethods[] = {
    {"add", Add},
    {"clear", Clear},
    {"difference_update", CombineInto<Operator::kSubtract>},
    {"discard", Discard<false>},
    {"intersection_update", CombineInto<Operator::kBitAnd>},
    {"pop", PopAny},
    {"remove", Discard<true>},
    {"symmetric_difference_update", WithOne<CombineInto<Operator::kBitXor>>},
    {"update", Update},
};

}  // namespace

void AddFrozenSetMethods(TypeObject& type) {
  AddMethods(type, kFrozenMethods);
}

void AddSetMethods(TypeObject& type) {
  AddMethods(type, kFrozenMethods);
  AddMethods(type, kSetMethods);
}

}  // namespace limbeck::python
