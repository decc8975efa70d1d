#include "python/sequences.h"

#include <algorithm>

#include "python/integers.h"
#include "python/interpreter.h"

namespace limbeck::python {
namespace {

struct ShownObjects {
  std::vector<const Object*> objects;
};

/// An int, or what __index__ gives.
std::optional<int64_t> IndexOf(Interpreter& interpreter, const Value& value) {
  if (const std::optional<int64_t> number = SmallInteger(value)) return number;
  const Value index = interpreter.FindAttribute(value, Symbol::Intern("__index__"));
  return index.is_empty() ? std::nullopt : SmallInteger(interpreter.Call(index, {}));
}

int64_t Clamp(int64_t index, int64_t length, bool backwards) {
  if (index < 0) index += length;
  if (index < 0) return backwards ? -1 : 0;
  if (index >= length) return backwards ? length - 1 : length;
  return index;
}

}  // namespace

size_t SequenceIndex(Interpreter& interpreter, const Value& key, size_t length, const char* type_name) {
  const std::optional<int64_t> given = IndexOf(interpreter, key);
  if (!given) {
    const bool is_text = std::string_view(type_name) == "string";
    RaiseTypeError(std::string(type_name) + " indices must be integers" + (is_text ? "" : " or slices") + ", not " +
                   (is_text ? "'" + TypeName(key) + "'" : TypeName(key)));
  }
  const int64_t index = *given < 0 ? *given + static_cast<int64_t>(length) : *given;
  if (index < 0 || index >= static_cast<int64_t>(length)) {
    Raise(Exceptions().index_error, std::string(type_name) + " index out of range");
  }
  return static_cast<size_t>(index);
}

SliceRange ResolveSlice(Interpreter& interpreter, const SliceObject& slice, size_t length) {
  const auto read = [&](const Value& value, int64_t fallback) {
    if (value.is_none()) return fallback;
    const std::optional<int64_t> number = IndexOf(interpreter, value);
    if (!number) RaiseTypeError("slice indices must be integers or None or have an __index__ method");
    return *number;
  };
  SliceRange range;
  range.step = read(slice.step, 1);
  if (range.step == 0) RaiseValueError("slice step cannot be zero");
  const auto size = static_cast<int64_t>(length);
  const bool backwards = range.step < 0;
  range.start = slice.start.is_none() ? (backwards ? size - 1 : 0) : Clamp(read(slice.start, 0), size, backwards);
  range.stop = slice.stop.is_none() ? (backwards ? -1 : size) : Clamp(read(slice.stop, 0), size, backwards);
  const int64_t distance = backwards ? range.start - range.stop : range.stop - range.start;
  const int64_t step = backwards ? -range.step : range.step;
  range.count = distance <= 0 ? 0 : static_cast<size_t>((distance + step - 1) / step);
  return range;
}

Value CompareItems(Interpreter& interpreter, const std::vector<Value>& one, const std::vector<Value>& two,
                   CompareOp op) {
  const bool only_equality = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  if (only_equality && one.size() != two.size()) return Value::Bool(op == CompareOp::kNotEqual);
  const size_t shared = std::min(one.size(), two.size());
  for (size_t i = 0; i < shared; ++i) {
    if (one[i].Is(two[i]) || interpreter.Equal(one[i], two[i])) continue;
    if (only_equality) return Value::Bool(op == CompareOp::kNotEqual);
    return interpreter.Compare(one[i], two[i], op);
  }
  return interpreter.Compare(Value::Int(static_cast<int64_t>(one.size())), Value::Int(static_cast<int64_t>(two.size())),
                             op);
}

std::string ReprItems(Interpreter& interpreter, const Value& self, const std::vector<Value>& items, const char* open,
                      const char* close) {
  const ReprGuard guard(interpreter, self);
  if (guard.is_recursive()) return std::string(open) + "..." + close;
  std::string text = open;
  for (size_t i = 0; i < items.size(); ++i) text += (i > 0 ? ", " : "") + interpreter.Repr(items[i]);
  if (items.size() == 1 && *open == '(') text += ",";
  return text + close;
}

size_t RepeatCount(const Value& value, size_t length) {
  const int64_t count = std::max<int64_t>(SmallInteger(value).value_or(0), 0);
  if (length > 0 && static_cast<uint64_t>(count) > (uint64_t{1} << 31) / length) Raise(Exceptions().memory_error, "");
  return static_cast<size_t>(count);
}

ReprGuard::ReprGuard(Interpreter& interpreter, const Value& value)
    : shown_(interpreter.Service<ShownObjects>().objects),
      is_recursive_(std::find(shown_.begin(), shown_.end(), value.object()) != shown_.end()) {
  shown_.push_back(value.object());
}

ReprGuard::~ReprGuard() {
  shown_.pop_back();
}

}  // namespace limbeck::python
