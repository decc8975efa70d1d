#include <fmt/format.h>

#include <algorithm>

#include "python/builtin_types.h"
#include "python/types/item_methods.h"
#include "python/types/iterator_type.h"
#include "python/types/method_tables.h"

// list: its slots. Methods are in list_methods.cc.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

constexpr const char* kWrongType = "list indices must be integers or slices, not ";
constexpr IndexTexts kReadTexts = {kWrongType, "list index out of range"};
constexpr IndexTexts kWriteTexts = {kWrongType, "list assignment index out of range"};

std::vector<Value>& Items(const Value& self) {
  return static_cast<ListObject*>(self.object())->items;
}

Value MakeEmpty(Interpreter&, const TypeObject* type, CallArguments&) {
  return Make<ListObject>(std::vector<Value>{}, type);
}

/// list(iterable=())
void Initialize(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Arguments arguments(interpreter, "list", given);
  const auto values = arguments.Positional(0, 1);
  std::vector<Value> items = values.empty() ? std::vector<Value>{} : interpreter.ToVector(values[0]);
  std::swap(Items(self), items);
}

std::string ListRepr(Interpreter& interpreter, const Value& self) {
  const ReprGuard guard(interpreter, self);
  return guard.is_recursive() ? "[...]" : "[" + ReprItems(interpreter, Items(self)) + "]";
}

Value ListCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* list = Cast<ListObject>(other);
  return list == nullptr ? NotImplementedValue() : CompareItems(interpreter, Items(self), list->items, op);
}

Value ListBinary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (op == Operator::kMultiply && HasIndex(other)) {
    return MakeList(RepeatedItems(interpreter, Items(self), other));
  }
  const auto* list = Cast<ListObject>(other);
  if (op != Operator::kAdd || reflected || list == nullptr) return NotImplementedValue();
  return MakeList(JoinedItems(Items(self), list->items));
}

Value ListInPlace(Interpreter& interpreter, Operator op, const Value& self, const Value& other) {
  if (op == Operator::kAdd) {
    const std::vector<Value> more = interpreter.ToVector(other);
    Items(self).insert(Items(self).end(), more.begin(), more.end());
    return self;
  }
  if (op != Operator::kMultiply || !HasIndex(other)) return NotImplementedValue();
  std::vector<Value> repeated = RepeatedItems(interpreter, Items(self), other);
  std::swap(Items(self), repeated);
  return self;
}

int64_t ListLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(Items(self).size());
}

bool ListContains(Interpreter& interpreter, const Value& self, const Value& item) {
  return ContainsItem(interpreter, Items(self), item);
}

/// Once at the end it stays there, also when the list grows later.
Value ListIterate(Interpreter&, const Value& self) {
  static const TypeObject* const kType = MakeIteratorType("list_iterator");
  return MakeIterator(
      [list = self, index = size_t{0}](Interpreter&) mutable {
        if (list.is_empty()) return Value();
        if (index < Items(list).size()) return Items(list)[index++];
        return list = Value();
      },
      kType);
}

// ------------------------------------------------------------------------------------------ items

Value ListGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  const std::vector<Value>& items = Items(self);
  if (key.is_int()) {
    const int64_t index = key.int_value();
    if (index >= 0 && index < static_cast<int64_t>(items.size())) return items[static_cast<size_t>(index)];
  }
  if (const auto* slice = Cast<SliceObject>(key)) return MakeList(SlicedItems(interpreter, items, *slice));
  return items[SequenceIndex(interpreter, key, items.size(), kReadTexts)];
}

/// The items that go are returned, to die when the list is in order.
std::vector<Value> DeleteRange(std::vector<Value>& items, const SliceRange& range) {
  std::vector<Value> gone;
  gone.reserve(range.count);
  for (size_t i = 0; i < range.count; ++i) gone.push_back(std::exchange(items[range.At(i)], Value()));
  std::erase_if(items, [](const Value& item) { return item.is_empty(); });
  return gone;
}

void AssignExtended(std::vector<Value>& items, const SliceRange& range, std::vector<Value> values) {
  if (values.size() != range.count) {
    RaiseValueError(
        fmt::format("attempt to assign sequence of size {} to extended slice of size {}", values.size(), range.count));
  }
  for (size_t i = 0; i < values.size(); ++i) std::swap(items[range.At(i)], values[i]);
}

void AssignPlain(std::vector<Value>& items, const SliceRange& range, const std::vector<Value>& values) {
  const auto begin = items.begin() + range.start;
  const auto end = begin + static_cast<std::ptrdiff_t>(range.count);
  std::vector<Value> changed;
  changed.reserve(items.size() - range.count + values.size());
  changed.insert(changed.end(), items.begin(), begin);
  changed.insert(changed.end(), values.begin(), values.end());
  changed.insert(changed.end(), end, items.end());
  std::swap(items, changed);
}

void SetSlice(Interpreter& interpreter, std::vector<Value>& items, const SliceObject& slice, const Value& value) {
  if (value.is_empty()) {
    DeleteRange(items, ResolveSlice(interpreter, slice, items.size()));
    return;
  }
  const bool is_plain = slice.step.is_none() || (slice.step.is_int() && slice.step.int_value() == 1);
  if (TypeOf(value)->slots().iterate == nullptr && TypeOf(value)->slots().get_item == nullptr) {
    RaiseTypeError(is_plain ? "can only assign an iterable" : "must assign iterable to extended slice");
  }
  std::vector<Value> values = interpreter.ToVector(value);
  const SliceRange range = ResolveSlice(interpreter, slice, items.size());
  if (range.step == 1) {
    AssignPlain(items, range, values);
  } else {
    AssignExtended(items, range, std::move(values));
  }
}

void ListSetItem(Interpreter& interpreter, const Value& self, const Value& key, const Value& value) {
  std::vector<Value>& items = Items(self);
  if (const auto* slice = Cast<SliceObject>(key)) return SetSlice(interpreter, items, *slice, value);
  const size_t index = SequenceIndex(interpreter, key, items.size(), kWriteTexts);
  const Value gone = std::exchange(items[index], value);
  if (value.is_empty()) items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
}

}  // namespace

void FillList(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeEmpty;
  slots.initialize = Initialize;
  slots.repr = ListRepr;
  slots.compare = ListCompare;
  slots.iterate = ListIterate;
  slots.length = ListLength;
  slots.contains = ListContains;
  slots.get_item = ListGetItem;
  slots.set_item = ListSetItem;
  slots.binary = ListBinary;
  slots.in_place = ListInPlace;
  AddListMethods(type);
}

}  // namespace limbeck::python
