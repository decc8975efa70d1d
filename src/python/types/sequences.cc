#include "python/types/sequences.h"

#include <algorithm>

#include "python/integers.h"
#include "python/interpreter.h"
#include "python/names.h"
#include "python/types/numbers.h"

namespace limbeck::python {
namespace {

/// Repeated sequences beyond this are a mistake of the script.
constexpr uint64_t kMostItems = uint64_t{1} << 31;

struct ShownObjects {
  std::vector<const Object*> objects;
};

/// A bound of a slice, cut to 64 bits.
int64_t SliceBound(Interpreter& interpreter, const Value& value) {
  if (value.is_int()) return value.int_value();
  if (!HasIndex(value)) RaiseTypeError("slice indices must be integers or None or have an __index__ method");
  return ClampedInteger(interpreter.Index(value));
}

int64_t ClampedBound(int64_t index, int64_t length, bool backwards) {
  if (index < 0) index += length;
  if (index < 0) return backwards ? -1 : 0;
  if (index >= length) return backwards ? length - 1 : length;
  return index;
}

}  // namespace

bool HasIndex(const Value& value) {
  return IsInteger(value) || TypeOf(value)->Find(Names().index) != nullptr;
}

size_t SequenceIndex(Interpreter& interpreter, const Value& key, size_t length, const IndexTexts& texts) {
  if (!key.is_int() && !HasIndex(key)) {
    const std::string quote = texts.quotes_type ? "'" : "";
    RaiseTypeError(texts.wrong_type + quote + TypeName(key) + quote);
  }
  const std::optional<int64_t> given = SmallInteger(key.is_int() ? key : interpreter.Index(key));
  if (!given) Raise(Exceptions().index_error, "cannot fit '" + TypeName(key) + "' into an index-sized integer");
  const int64_t index = *given < 0 ? *given + static_cast<int64_t>(length) : *given;
  if (index < 0 || index >= static_cast<int64_t>(length)) Raise(Exceptions().index_error, texts.out_of_range);
  return static_cast<size_t>(index);
}

SliceRange ResolveSlice(Interpreter& interpreter, const SliceObject& slice, size_t length) {
  SliceRange range;
  range.step = slice.step.is_none() ? 1 : SliceBound(interpreter, slice.step);
  if (range.step == 0) RaiseValueError("slice step cannot be zero");
  range.step = std::max(range.step, -INT64_MAX);
  const auto size = static_cast<int64_t>(length);
  const bool backwards = range.step < 0;
  const auto bound = [&](const Value& value, int64_t fallback) {
    return value.is_none() ? fallback : ClampedBound(SliceBound(interpreter, value), size, backwards);
  };
  range.start = bound(slice.start, backwards ? size - 1 : 0);
  range.stop = bound(slice.stop, backwards ? -1 : size);
  const int64_t distance = backwards ? range.start - range.stop : range.stop - range.start;
  const int64_t step = backwards ? -range.step : range.step;
  range.count = distance <= 0 ? 0 : static_cast<size_t>((distance - 1) / step + 1);
  return range;
}

std::pair<size_t, size_t> SearchBounds(Interpreter& interpreter, const Value& start, const Value& stop, size_t length) {
  const auto bound = [&](const Value& value, size_t fallback) {
    if (value.is_empty() || value.is_none()) return fallback;
    const int64_t index = SliceBound(interpreter, value);
    return static_cast<size_t>(std::max<int64_t>(index < 0 ? index + static_cast<int64_t>(length) : index, 0));
  };
  const size_t first = bound(start, 0);
  return {first, std::min(bound(stop, length), length)};
}

size_t RepeatCount(Interpreter& interpreter, const Value& count, size_t length) {
  const std::optional<int64_t> small = SmallInteger(interpreter.Index(count));
  if (!small) Raise(Exceptions().overflow_error, "cannot fit 'int' into an index-sized integer");
  if (*small <= 0) return 0;
  if (length > 0 && static_cast<uint64_t>(*small) > kMostItems / length) Raise(Exceptions().memory_error, "");
  return static_cast<size_t>(*small);
}

bool IsSameItem(Interpreter& interpreter, const Value& item, const Value& wanted) {
  return item.Is(wanted) || interpreter.Equal(item, wanted);
}

Value CompareItems(Interpreter& interpreter, const std::vector<Value>& one, const std::vector<Value>& two,
                   CompareOp op) {
  const bool only_equality = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  if (only_equality && one.size() != two.size()) return Value::Bool(op == CompareOp::kNotEqual);
  for (size_t i = 0; i < one.size() && i < two.size(); ++i) {
    // Copies: __eq__ may change the lists.
    const Value left = one[i];
    const Value right = two[i];
    if (IsSameItem(interpreter, left, right)) continue;
    if (only_equality) return Value::Bool(op == CompareOp::kNotEqual);
    return interpreter.Compare(left, right, op);
  }
  return FromOrder(one.size() < two.size() ? -1 : one.size() > two.size() ? 1 : 0, op);
}

std::string ReprItems(Interpreter& interpreter, const std::vector<Value>& items) {
  std::string text;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += ", ";
    text += interpreter.Repr(Value(items[i]));
  }
  return text;
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
