#include "python/types/item_methods.h"

#include <algorithm>

namespace limbeck::python {

bool ContainsItem(Interpreter& interpreter, const std::vector<Value>& items, const Value& wanted) {
  for (size_t i = 0; i < items.size(); ++i) {
    if (IsSameItem(interpreter, Value(items[i]), wanted)) return true;
  }
  return false;
}

Value CountItems(Interpreter& interpreter, Arguments& arguments, const std::vector<Value>& items) {
  const Value& wanted = arguments.Positional(1, 1)[0];
  int64_t count = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    if (IsSameItem(interpreter, Value(items[i]), wanted)) ++count;
  }
  return Value::Int(count);
}

std::optional<size_t> FindItem(Interpreter& interpreter, std::span<const Value> arguments,
                               const std::vector<Value>& items) {
  const Value start = arguments.size() > 1 ? arguments[1] : Value();
  const Value stop = arguments.size() > 2 ? arguments[2] : Value();
  const auto [first, last] = SearchBounds(interpreter, start, stop, items.size());
  for (size_t i = first; i < std::min(last, items.size()); ++i) {
    if (IsSameItem(interpreter, Value(items[i]), arguments[0])) return i;
  }
  return std::nullopt;
}

std::vector<Value> SlicedItems(Interpreter& interpreter, const std::vector<Value>& items, const SliceObject& slice) {
  const SliceRange range = ResolveSlice(interpreter, slice, items.size());
  std::vector<Value> taken;
  taken.reserve(range.count);
  for (size_t i = 0; i < range.count; ++i) taken.push_back(items[range.At(i)]);
  return taken;
}

std::vector<Value> RepeatedItems(Interpreter& interpreter, const std::vector<Value>& items, const Value& count) {
  const size_t times = RepeatCount(interpreter, count, items.size());
  std::vector<Value> repeated;
  repeated.reserve(items.size() * times);
  for (size_t i = 0; i < times && !items.empty(); ++i) repeated.insert(repeated.end(), items.begin(), items.end());
  return repeated;
}

std::vector<Value> JoinedItems(const std::vector<Value>& one, const std::vector<Value>& two) {
  std::vector<Value> joined;
  joined.reserve(one.size() + two.size());
  joined.insert(joined.end(), one.begin(), one.end());
  joined.insert(joined.end(), two.begin(), two.end());
  return joined;
}

}  // namespace limbeck::python
