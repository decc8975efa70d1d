#include "python/builtin_types.h"
#include "python/types/item_methods.h"
#include "python/types/iterator_type.h"

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

constexpr IndexTexts kIndexTexts = {"tuple indices must be integers or slices, not ", "tuple index out of range"};

const std::vector<Value>& Items(const Value& self) {
  return static_cast<const TupleObject*>(self.object())->items;
}

/// tuple(iterable=())
Value MakeTupleOf(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "tuple", given);
  const auto values = arguments.Positional(0, 1);
  if (!values.empty() && type == Types().tuple && TypeOf(values[0]) == type) return values[0];
  return Make<TupleObject>(values.empty() ? std::vector<Value>{} : interpreter.ToVector(values[0]), type);
}

std::string TupleRepr(Interpreter& interpreter, const Value& self) {
  const ReprGuard guard(interpreter, self);
  if (guard.is_recursive()) return "(...)";
  const char* end = Items(self).size() == 1 ? ",)" : ")";
  return "(" + ReprItems(interpreter, Items(self)) + end;
}

uint64_t TupleHash(Interpreter& interpreter, const Value& self) {
  constexpr uint64_t kStart = 0x2545F4914F6CDD1D;
  constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15;
  uint64_t hash = kStart;
  for (const Value& item : Items(self)) {
    hash = (hash ^ interpreter.Hash(item)) * kMultiplier;
    hash ^= hash >> 29;
  }
  hash += Items(self).size();
  return hash == UINT64_MAX ? UINT64_MAX - 1 : hash;
}

Value TupleCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* tuple = Cast<TupleObject>(other);
  return tuple == nullptr ? NotImplementedValue() : CompareItems(interpreter, Items(self), tuple->items, op);
}

Value TupleBinary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (op == Operator::kMultiply && HasIndex(other)) {
    return MakeTuple(RepeatedItems(interpreter, Items(self), other));
  }
  const auto* tuple = Cast<TupleObject>(other);
  if (op != Operator::kAdd || reflected || tuple == nullptr) return NotImplementedValue();
  return MakeTuple(JoinedItems(Items(self), tuple->items));
}

int64_t TupleLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(Items(self).size());
}

bool TupleContains(Interpreter& interpreter, const Value& self, const Value& item) {
  return ContainsItem(interpreter, Items(self), item);
}

Value TupleIterate(Interpreter&, const Value& self) {
  static const TypeObject* const kType = MakeIteratorType("tuple_iterator");
  return MakeIterator(
      [tuple = self, index = size_t{0}](Interpreter&) mutable {
        return index < Items(tuple).size() ? Items(tuple)[index++] : Value();
      },
      kType);
}

Value TupleGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  const std::vector<Value>& items = Items(self);
  if (const auto* slice = Cast<SliceObject>(key)) return MakeTuple(SlicedItems(interpreter, items, *slice));
  return items[SequenceIndex(interpreter, key, items.size(), kIndexTexts)];
}

Value Count(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value>& items = Items(arguments.Self());
  return CountItems(interpreter, arguments, items);
}

Value Index(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value>& items = Items(arguments.Self());
  if (const std::optional<size_t> place = FindItem(interpreter, arguments.Positional(1, 3), items)) {
    return Value::Int(static_cast<int64_t>(*place));
  }
  RaiseValueError("tuple.index(x): x not in tuple");
}

/// What pickling and copying make a new tuple of.
Value NewArguments(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return MakeTuple({MakeTuple(Items(self))});
}

constexpr NativeMethod kMethods[] = {{"__getnewargs__", NewArguments}, {"count", Count}, {"index", Index}};

}  // namespace

void FillTuple(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeTupleOf;
  slots.repr = TupleRepr;
  slots.hash = TupleHash;
  slots.compare = TupleCompare;
  slots.iterate = TupleIterate;
  slots.length = TupleLength;
  slots.contains = TupleContains;
  slots.get_item = TupleGetItem;
  slots.binary = TupleBinary;
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
