#include <algorithm>
#include <array>

#include "python/integers.h"
#include "python/types/item_methods.h"
#include "python/types/iterator_type.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"
#include "python/types/sorting.h"

namespace limbeck::python {
namespace {

std::vector<Value>& Items(const Value& self) {
  return static_cast<ListObject*>(self.object())->items;
}

Value Append(Interpreter&, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  items.push_back(arguments.Positional(1, 1)[0]);
  return Value::None();
}

Value Extend(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  const std::vector<Value> more = interpreter.ToVector(arguments.Positional(1, 1)[0]);
  items.insert(items.end(), more.begin(), more.end());
  return Value::None();
}

Value Insert(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  const auto values = arguments.Positional(2, 2);
  const int64_t given = ClampedInteger(interpreter.Index(values[0]));
  const auto length = static_cast<int64_t>(items.size());
  const int64_t index = std::clamp<int64_t>(given < 0 ? given + length : given, 0, length);
  items.insert(items.begin() + index, values[1]);
  return Value::None();
}

Value Pop(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  const auto values = arguments.Positional(0, 1);
  const int64_t given = values.empty() ? -1 : IndexArgument(interpreter, values[0]);
  if (items.empty()) Raise(Exceptions().index_error, "pop from empty list");
  const auto length = static_cast<int64_t>(items.size());
  const int64_t index = given < 0 ? given + length : given;
  if (index < 0 || index >= length) Raise(Exceptions().index_error, "pop index out of range");
  Value value = std::move(items[static_cast<size_t>(index)]);
  items.erase(items.begin() + index);
  return value;
}

Value Remove(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value>& items = Items(arguments.Self());
  const std::optional<size_t> place = FindItem(interpreter, arguments.Positional(1, 1), items);
  if (!place || *place >= items.size()) RaiseValueError("list.remove(x): x not in list");
  const Value gone = std::move(items[*place]);
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(*place));
  return Value::None();
}

Value Clear(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  const std::vector<Value> gone = std::exchange(Items(self), {});
  return Value::None();
}

Value Copy(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return MakeList(Items(self));
}

Value Count(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value>& items = Items(arguments.Self());
  return CountItems(interpreter, arguments, items);
}

Value Index(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value>& items = Items(arguments.Self());
  const auto values = arguments.Positional(1, 3);
  if (const std::optional<size_t> place = FindItem(interpreter, values, items)) {
    return Value::Int(static_cast<int64_t>(*place));
  }
  RaiseValueError(interpreter.Repr(values[0]) + " is not in list");
}

Value Reverse(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  std::reverse(Items(self).begin(), Items(self).end());
  return Value::None();
}

Value Reversed(Interpreter&, Arguments& arguments) {
  static const TypeObject* const kType = MakeIteratorType("list_reverseiterator");
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return MakeIterator(
      [list = self, left = Items(self).size()](Interpreter&) mutable {
        left = std::min(left, Items(list).size());
        return left > 0 ? Items(list)[--left] : Value();
      },
      kType);
}

/// The items of a list while it is sorted: the list looks empty, and gets them back whatever happens.
class TakenItems {
 public:
  explicit TakenItems(std::vector<Value>& list) : list_(list), items_(std::exchange(list, {})) {}
  ~TakenItems() { std::swap(list_, items_); }
  TakenItems(const TakenItems&) = delete;
  TakenItems& operator=(const TakenItems&) = delete;

  std::vector<Value>& items() { return items_; }
  bool list_was_changed() const { return !list_.empty(); }

 private:
  std::vector<Value>& list_;
  std::vector<Value> items_;
};

/// sort(*, key=None, reverse=False)
Value Sort(Interpreter& interpreter, Arguments& arguments) {
  const Value& self = arguments.Self();
  constexpr const char* kNames[] = {"key", "reverse"};
  std::array<Value, 2> values;
  arguments.Named(kNames, values, 0, 0);
  const bool reverse = !values[1].is_empty() && IndexArgument(interpreter, values[1]) != 0;
  TakenItems taken(Items(self));
  SortItems(interpreter, taken.items(), values[0], reverse);
  if (taken.list_was_changed()) RaiseValueError("list modified during sort");
  return Value::None();
}

constexpr NativeMethod kMethods[] = {
    {"__reversed__", Reversed}, {"append", Append}, {"clear", Clear},   {"copy", Copy}, {"count", Count},
    {"extend", Extend},         {"index", Index},   {"insert", Insert}, {"pop", Pop},   {"remove", Remove},
    {"reverse", Reverse},       {"sort", Sort},
};

}  // namespace

void AddListMethods(TypeObject& type) {
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
