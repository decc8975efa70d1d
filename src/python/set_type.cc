#include "python/builtin_types.h"
#include "python/interpreter.h"
#include "python/sequences.h"
#include "python/views.h"

// set and frozenset.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

HashTable& Table(const Value& set) {
  return Cast<SetObject>(set)->table;
}

void AddAll(Interpreter& interpreter, HashTable& table, const Value& iterable) {
  interpreter.ForEach(iterable, [&](const Value& item) { table.Set(interpreter, item, Value::None()); });
}

/// A set of the same kind as `like`, which subclasses are not asked for.
Ref<SetObject> NewLike(const Value& like) {
  const bool is_frozen = TypeOf(like)->IsSubtypeOf(Types().frozen_set);
  return Make<SetObject>(is_frozen ? Types().frozen_set : Types().set);
}

Value MakeEmptySet(Interpreter&, const TypeObject* type, CallArguments&) {
  return Make<SetObject>(type);
}

void InitializeSet(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Arguments arguments(interpreter, "set", given);
  const Value iterable = arguments.Optional("iterable");
  arguments.Finish();
  if (!iterable.is_empty()) AddAll(interpreter, Table(self), iterable);
}

Value MakeFrozenSet(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "frozenset", given);
  const Value iterable = arguments.Optional("iterable");
  arguments.Finish();
  const auto made = Make<SetObject>(type);
  if (!iterable.is_empty()) AddAll(interpreter, made->table, iterable);
  return made;
}

std::string SetRepr(Interpreter& interpreter, const Value& self) {
  const std::string name = TypeName(self);
  const bool is_plain = TypeOf(self) == Types().set;
  if (Table(self).size() == 0) return name + "()";
  const ReprGuard guard(interpreter, self);
  if (guard.is_recursive()) return name + "(...)";
  std::string text;
  for (const Value& item : interpreter.ToVector(self)) text += (text.empty() ? "" : ", ") + interpreter.Repr(item);
  return is_plain ? "{" + text + "}" : name + "({" + text + "})";
}

Value SetIterate(Interpreter&, const Value& self) {
  return IterateTable(self, TablePart::kKeys, false);
}
int64_t SetLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(Table(self).size());
}
bool SetContains(Interpreter& interpreter, const Value& self, const Value& item) {
  return Table(self).Find(interpreter, item) != nullptr;
}

uint64_t FrozenHash(Interpreter&, const Value& self) {
  uint64_t hash = 1927868237;
  for (const HashTable::Entry& entry : Table(self).entries()) {
    if (!entry.key.is_empty()) hash ^= entry.hash * 3644798167;
  }
  return hash;
}

/// Items of `one` that are (not) in `two`.
void Filter(Interpreter& interpreter, const Value& one, const Value& two, bool wanted, HashTable& out) {
  for (const Value& item : interpreter.ToVector(one)) {
    if ((Table(two).Find(interpreter, item) != nullptr) == wanted) out.Set(interpreter, item, Value::None());
  }
}

Value Combine(Interpreter& interpreter, Operator op, const Value& one, const Value& two) {
  const auto made = NewLike(one);
  switch (op) {
    case Operator::kBitOr:
      AddAll(interpreter, made->table, one);
      AddAll(interpreter, made->table, two);
      break;
    case Operator::kBitAnd:
      Filter(interpreter, one, two, true, made->table);
      break;
    case Operator::kSubtract:
      Filter(interpreter, one, two, false, made->table);
      break;
    case Operator::kBitXor:
      Filter(interpreter, one, two, false, made->table);
      Filter(interpreter, two, one, false, made->table);
      break;
    default:
      return NotImplementedValue();
  }
  return made;
}

Value SetBinary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (Cast<SetObject>(other) == nullptr) return NotImplementedValue();
  return reflected ? Combine(interpreter, op, other, self) : Combine(interpreter, op, self, other);
}

Value SetInPlace(Interpreter& interpreter, Operator op, const Value& self, const Value& other) {
  if (TypeOf(self)->IsSubtypeOf(Types().frozen_set) || Cast<SetObject>(other) == nullptr) return NotImplementedValue();
  const Value result = Combine(interpreter, op, self, other);
  if (Cast<SetObject>(result) == nullptr) return result;
  Table(self) = Table(result);
  return self;
}

bool IsSubset(Interpreter& interpreter, const Value& one, const Value& two) {
  for (const Value& item : interpreter.ToVector(one)) {
    if (Table(two).Find(interpreter, item) == nullptr) return false;
  }
  return true;
}

Value SetCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  if (Cast<SetObject>(other) == nullptr) return NotImplementedValue();
  const bool same_size = Table(self).size() == Table(other).size();
  switch (op) {
    case CompareOp::kEqual:
      return Value::Bool(same_size && IsSubset(interpreter, self, other));
    case CompareOp::kNotEqual:
      return Value::Bool(!same_size || !IsSubset(interpreter, self, other));
    case CompareOp::kLessEqual:
      return Value::Bool(IsSubset(interpreter, self, other));
    case CompareOp::kLess:
      return Value::Bool(!same_size && IsSubset(interpreter, self, other));
    case CompareOp::kGreaterEqual:
      return Value::Bool(IsSubset(interpreter, other, self));
    case CompareOp::kGreater:
      break;
  }
  return Value::Bool(!same_size && IsSubset(interpreter, other, self));
}

// ------------------------------------------------------------------------------------------ methods

Value Add(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = Table(arguments.Self());
  const Value item = arguments.Required("item");
  arguments.Finish();
  table.Set(interpreter, item, Value::None());
  return Value::None();
}

template <bool kRaises>
Value Discard(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = Table(arguments.Self());
  const Value item = arguments.Required("item");
  arguments.Finish();
  if (!table.Erase(interpreter, item) && kRaises) Raise(Exceptions().key_error, item);
  return Value::None();
}

Value PopAny(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = Table(arguments.Self());
  arguments.Finish();
  for (const HashTable::Entry& entry : table.entries()) {
    if (entry.key.is_empty()) continue;
    const Value item = entry.key;
    table.Erase(interpreter, item);
    return item;
  }
  Raise(Exceptions().key_error, MakeStr("pop from an empty set"));
}

Value ClearSet(Interpreter&, Arguments& arguments) {
  Table(arguments.Self()).Clear();
  arguments.Finish();
  return Value::None();
}

Value AsSet(Interpreter& interpreter, const Value& iterable) {
  const Value resolved = interpreter.Resolve(iterable);
  if (Cast<SetObject>(resolved) != nullptr) return resolved;
  const auto made = Make<SetObject>();
  AddAll(interpreter, made->table, resolved);
  return made;
}

/// union(*others) and its like: a new set.
template <Operator kOperator>
Value CombineWith(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const auto copy = NewLike(self);
  AddAll(interpreter, copy->table, self);
  Value result = copy;
  for (const Value& other : arguments.Rest())
    result = Combine(interpreter, kOperator, result, AsSet(interpreter, other));
  arguments.Finish();
  return result;
}

/// update(*others) and its like: changes the set itself.
template <Operator kOperator>
Value CombineInto(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  for (const Value& other : arguments.Rest())
    Table(self) = Table(Combine(interpreter, kOperator, self, AsSet(interpreter, other)));
  arguments.Finish();
  return Value::None();
}

template <CompareOp kCompare>
Value CompareWith(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value other = AsSet(interpreter, arguments.Required("other"));
  arguments.Finish();
  return SetCompare(interpreter, self, other, kCompare);
}

Value IsDisjoint(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value other = AsSet(interpreter, arguments.Required("other"));
  arguments.Finish();
  return Value::Bool(Table(Combine(interpreter, Operator::kBitAnd, self, other)).size() == 0);
}

constexpr NativeMethod kSharedMethods[] = {
    {"union", CombineWith<Operator::kBitOr>},
    {"intersection", CombineWith<Operator::kBitAnd>},
    {"difference", CombineWith<Operator::kSubtract>},
    {"symmetric_difference", CombineWith<Operator::kBitXor>},
    {"copy", CombineWith<Operator::kBitOr>},
    {"issubset", CompareWith<CompareOp::kLessEqual>},
    {"issuperset", CompareWith<CompareOp::kGreaterEqual>},
    {"isdisjoint", IsDisjoint},
};

constexpr NativeMethod kSetMethods[] = {
    {"add", Add},
    {"discard", Discard<false>},
    {"remove", Discard<true>},
    {"pop", PopAny},
    {"clear", ClearSet},
    {"update", CombineInto<Operator::kBitOr>},
    {"intersection_update", CombineInto<Operator::kBitAnd>},
    {"difference_update", CombineInto<Operator::kSubtract>},
    {"symmetric_difference_update", CombineInto<Operator::kBitXor>},
};

void FillEither(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.repr = SetRepr;
  slots.iterate = SetIterate;
  slots.length = SetLength;
  slots.contains = SetContains;
  slots.compare = SetCompare;
  slots.binary = SetBinary;
  AddMethods(type, kSharedMethods);
}

}  // namespace

void FillSet(TypeObject& type) {
  FillEither(type);
  type.own_slots().make = MakeEmptySet;
  type.own_slots().initialize = InitializeSet;
  type.own_slots().in_place = SetInPlace;
  AddMethods(type, kSetMethods);
}

void FillFrozenSet(TypeObject& type) {
  FillEither(type);
  type.own_slots().make = MakeFrozenSet;
  type.own_slots().hash = FrozenHash;
}

}  // namespace limbeck::python
