#include <algorithm>

#include "python/builtin_types.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/sequences.h"

// list and tuple.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

std::vector<Value>& Items(const Value& list) {
  return Cast<ListObject>(list)->items;
}
const std::vector<Value>& TupleItems(const Value& tuple) {
  return Cast<TupleObject>(tuple)->items;
}

/// The items of either kind.
const std::vector<Value>* AnyItems(const Value& value) {
  if (const auto* list = Cast<ListObject>(value)) return &list->items;
  const auto* tuple = Cast<TupleObject>(value);
  return tuple == nullptr ? nullptr : &tuple->items;
}

std::vector<Value> Sliced(Interpreter& interpreter, const std::vector<Value>& items, const SliceObject& slice) {
  const SliceRange range = ResolveSlice(interpreter, slice, items.size());
  std::vector<Value> taken;
  taken.reserve(range.count);
  for (size_t i = 0; i < range.count; ++i) {
    taken.push_back(items[static_cast<size_t>(range.start + static_cast<int64_t>(i) * range.step)]);
  }
  return taken;
}

std::vector<Value> Joined(const std::vector<Value>& one, const std::vector<Value>& two) {
  std::vector<Value> joined = one;
  joined.insert(joined.end(), two.begin(), two.end());
  return joined;
}

std::vector<Value> Repeated(const std::vector<Value>& items, const Value& count) {
  std::vector<Value> repeated;
  for (size_t i = RepeatCount(count, items.size()); i > 0; --i)
    repeated.insert(repeated.end(), items.begin(), items.end());
  return repeated;
}

template <bool kIsList>
Value MakeOf(std::vector<Value> items) {
  return kIsList ? MakeList(std::move(items)) : MakeTuple(std::move(items));
}

template <bool kIsList>
Value SequenceBinary(Interpreter&, Operator op, const Value& self, const Value& other, bool reflected) {
  const std::vector<Value>& mine = *AnyItems(self);
  if (op == Operator::kMultiply && IsInteger(other)) return MakeOf<kIsList>(Repeated(mine, other));
  if (op != Operator::kAdd || reflected) return NotImplementedValue();
  const bool same = kIsList ? Cast<ListObject>(other) != nullptr : Cast<TupleObject>(other) != nullptr;
  const std::string name = kIsList ? "list" : "tuple";
  if (!same) RaiseTypeError("can only concatenate " + name + " (not \"" + TypeName(other) + "\") to " + name);
  return MakeOf<kIsList>(Joined(mine, *AnyItems(other)));
}

template <bool kIsList>
Value SequenceCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const bool same = kIsList ? Cast<ListObject>(other) != nullptr : Cast<TupleObject>(other) != nullptr;
  return same ? CompareItems(interpreter, *AnyItems(self), *AnyItems(other), op) : NotImplementedValue();
}

template <bool kIsList>
Value SequenceGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  const std::vector<Value>& items = *AnyItems(self);
  if (const auto* slice = Cast<SliceObject>(key)) return MakeOf<kIsList>(Sliced(interpreter, items, *slice));
  return items[SequenceIndex(interpreter, key, items.size(), kIsList ? "list" : "tuple")];
}

bool SequenceContains(Interpreter& interpreter, const Value& self, const Value& item) {
  const std::vector<Value>& items = *AnyItems(self);
  for (size_t i = 0; i < items.size(); ++i) {
    if (items[i].Is(item) || interpreter.Equal(items[i], item)) return true;
  }
  return false;
}

int64_t SequenceLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(AnyItems(self)->size());
}

/// The list may change under its iterator.
Value SequenceIterate(Interpreter&, const Value& self) {
  return MakeIterator([self, index = size_t{0}](Interpreter&) mutable {
    const std::vector<Value>& items = *AnyItems(self);
    return index < items.size() ? items[index++] : Value();
  });
}

template <bool kIsList>
Value CountItem(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value>& items = *AnyItems(arguments.Self());
  const Value wanted = arguments.Required("value");
  arguments.Finish();
  const auto is_wanted = [&](const Value& item) { return item.Is(wanted) || interpreter.Equal(item, wanted); };
  return Value::Int(std::count_if(items.begin(), items.end(), is_wanted));
}

template <bool kIsList>
Value IndexOfItem(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value>& items = *AnyItems(arguments.Self());
  const Value wanted = arguments.Required("value");
  const auto length = static_cast<int64_t>(items.size());
  const auto from_end = [length](int64_t index) {
    return std::clamp<int64_t>(index < 0 ? index + length : index, 0, length);
  };
  const int64_t start = from_end(arguments.Int("start", 0));
  const int64_t stop = from_end(arguments.Int("stop", length));
  arguments.Finish();
  for (int64_t i = start; i < stop; ++i) {
    const Value& item = items[static_cast<size_t>(i)];
    if (item.Is(wanted) || interpreter.Equal(item, wanted)) return Value::Int(i);
  }
  RaiseValueError(kIsList ? interpreter.Repr(wanted) + " is not in list" : "tuple.index(x): x not in tuple");
}

// ------------------------------------------------------------------------------------------ list

Value MakeEmptyList(Interpreter&, const TypeObject* type, CallArguments&) {
  return Make<ListObject>(std::vector<Value>{}, type);
}

void InitializeList(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Arguments arguments(interpreter, "list", given);
  const Value iterable = arguments.Optional("iterable");
  arguments.Finish();
  if (!iterable.is_empty()) Items(self) = interpreter.ToVector(iterable);
}

std::string ListRepr(Interpreter& interpreter, const Value& self) {
  return ReprItems(interpreter, self, Items(self), "[", "]");
}

void DeleteSlice(std::vector<Value>& items, const SliceRange& range) {
  std::vector<bool> gone(items.size());
  for (size_t i = 0; i < range.count; ++i)
    gone[static_cast<size_t>(range.start + static_cast<int64_t>(i) * range.step)] = true;
  size_t kept = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!gone[i]) std::swap(items[kept++], items[i]);
  }
  items.resize(kept);
}

void AssignSlice(std::vector<Value>& items, const SliceRange& range, const std::vector<Value>& values) {
  if (range.step != 1) {
    if (values.size() != range.count) {
      RaiseValueError("attempt to assign sequence of size " + std::to_string(values.size()) +
                      " to extended slice of size " + std::to_string(range.count));
    }
    for (size_t i = 0; i < values.size(); ++i)
      items[static_cast<size_t>(range.start + static_cast<int64_t>(i) * range.step)] = values[i];
    return;
  }
  const auto begin = items.begin() + range.start;
  items.insert(items.erase(begin, begin + static_cast<std::ptrdiff_t>(range.count)), values.begin(), values.end());
}

void ListSetItem(Interpreter& interpreter, const Value& self, const Value& key, const Value& value) {
  std::vector<Value>& items = Items(self);
  if (const auto* slice = Cast<SliceObject>(key)) {
    const std::vector<Value> values = value.is_empty() ? std::vector<Value>{} : interpreter.ToVector(value);
    const SliceRange range = ResolveSlice(interpreter, *slice, items.size());
    value.is_empty() ? DeleteSlice(items, range) : AssignSlice(items, range, values);
    return;
  }
  const size_t index = SequenceIndex(interpreter, key, items.size(), "list");
  if (value.is_empty()) {
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
  } else {
    items[index] = value;
  }
}

Value ListInPlace(Interpreter& interpreter, Operator op, const Value& self, const Value& other) {
  std::vector<Value>& items = Items(self);
  if (op == Operator::kAdd) {
    const std::vector<Value> more = interpreter.ToVector(other);
    items.insert(items.end(), more.begin(), more.end());
    return self;
  }
  if (op != Operator::kMultiply || !IsInteger(other)) return NotImplementedValue();
  items = Repeated(items, other);
  return self;
}

Value Append(Interpreter&, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  items.push_back(arguments.Required("object"));
  arguments.Finish();
  return Value::None();
}

Value Extend(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> more = interpreter.ToVector(arguments.Required("iterable"));
  arguments.Finish();
  Items(self).insert(Items(self).end(), more.begin(), more.end());
  return Value::None();
}

Value Insert(Interpreter&, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  int64_t index = arguments.Int("index");
  Value value = arguments.Required("object");
  arguments.Finish();
  const auto length = static_cast<int64_t>(items.size());
  index = std::clamp<int64_t>(index < 0 ? index + length : index, 0, length);
  items.insert(items.begin() + index, std::move(value));
  return Value::None();
}

Value Pop(Interpreter&, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  const int64_t given = arguments.Int("index", -1);
  arguments.Finish();
  if (items.empty()) Raise(Exceptions().index_error, "pop from empty list");
  const int64_t length = static_cast<int64_t>(items.size());
  const int64_t index = given < 0 ? given + length : given;
  if (index < 0 || index >= length) Raise(Exceptions().index_error, "pop index out of range");
  Value value = std::move(items[static_cast<size_t>(index)]);
  items.erase(items.begin() + index);
  return value;
}

Value Remove(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  const Value wanted = arguments.Required("value");
  arguments.Finish();
  for (size_t i = 0; i < items.size(); ++i) {
    if (!items[i].Is(wanted) && !interpreter.Equal(items[i], wanted)) continue;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
    return Value::None();
  }
  RaiseValueError("list.remove(x): x not in list");
}

Value Clear(Interpreter&, Arguments& arguments) {
  Items(arguments.Self()).clear();
  arguments.Finish();
  return Value::None();
}

Value Reverse(Interpreter&, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  arguments.Finish();
  std::reverse(items.begin(), items.end());
  return Value::None();
}

Value CopyList(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return MakeList(Items(self));
}

Value Sort(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value key = arguments.Keyword("key");
  const bool reverse = arguments.KeywordBool("reverse", false);
  arguments.Finish();
  Items(self) = SortedItems(interpreter, std::move(Items(self)), key, reverse);
  return Value::None();
}

constexpr NativeMethod kListMethods[] = {
    {"append", Append}, {"extend", Extend},   {"insert", Insert},           {"pop", Pop},
    {"remove", Remove}, {"clear", Clear},     {"copy", CopyList},           {"count", CountItem<true>},
    {"sort", Sort},     {"reverse", Reverse}, {"index", IndexOfItem<true>},
};

// ------------------------------------------------------------------------------------------ tuple

Value MakeTupleOf(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "tuple", given);
  const Value iterable = arguments.Optional("iterable");
  arguments.Finish();
  if (type == Types().tuple && !iterable.is_empty() && TypeOf(iterable) == type) return iterable;
  return Make<TupleObject>(iterable.is_empty() ? std::vector<Value>{} : interpreter.ToVector(iterable), type);
}

std::string TupleRepr(Interpreter& interpreter, const Value& self) {
  return ReprItems(interpreter, self, TupleItems(self), "(", ")");
}

uint64_t TupleHash(Interpreter& interpreter, const Value& self) {
  uint64_t hash = 0x345678;
  for (const Value& item : TupleItems(self)) hash = (hash ^ interpreter.Hash(item)) * 1000003 + 97531;
  return hash;
}

constexpr NativeMethod kTupleMethods[] = {{"count", CountItem<false>}, {"index", IndexOfItem<false>}};

template <bool kIsList>
void FillSequence(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.compare = SequenceCompare<kIsList>;
  slots.iterate = SequenceIterate;
  slots.length = SequenceLength;
  slots.contains = SequenceContains;
  slots.get_item = SequenceGetItem<kIsList>;
  slots.binary = SequenceBinary<kIsList>;
}

}  // namespace

std::vector<Value> SortedItems(Interpreter& interpreter, std::vector<Value> items, const Value& key, bool reverse) {
  std::vector<std::pair<Value, Value>> keyed;
  keyed.reserve(items.size());
  const bool has_key = !key.is_empty() && !key.is_none();
  for (Value& item : items) {
    Value sort_key = has_key ? interpreter.Call(key, {item}) : item;
    keyed.emplace_back(std::move(sort_key), std::move(item));
  }
  const auto less = [&](const auto& one, const auto& two) { return interpreter.Less(one.first, two.first); };
  // Reversing around a stable sort keeps equal items in their order, as Python has it.
  if (reverse) std::reverse(keyed.begin(), keyed.end());
  std::stable_sort(keyed.begin(), keyed.end(), less);
  if (reverse) std::reverse(keyed.begin(), keyed.end());
  for (size_t i = 0; i < keyed.size(); ++i) items[i] = std::move(keyed[i].second);
  return items;
}

void FillList(TypeObject& type) {
  FillSequence<true>(type);
  Slots& slots = type.own_slots();
  slots.make = MakeEmptyList;
  slots.initialize = InitializeList;
  slots.repr = ListRepr;
  slots.set_item = ListSetItem;
  slots.in_place = ListInPlace;
  AddMethods(type, kListMethods);
}

void FillTuple(TypeObject& type) {
  FillSequence<false>(type);
  Slots& slots = type.own_slots();
  slots.make = MakeTupleOf;
  slots.repr = TupleRepr;
  slots.hash = TupleHash;
  AddMethods(type, kTupleMethods);
}

}  // namespace limbeck::python
