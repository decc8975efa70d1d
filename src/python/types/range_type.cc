#include <algorithm>

#include "python/builtin_types.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/types/iterator_type.h"
#include "python/types/numbers.h"
#include "python/types/sequences.h"

// range, of integers of 64 bits: a larger bound is an OverflowError.

namespace limbeck::python {
namespace {

constexpr IndexTexts kIndexTexts = {"range indices must be integers or slices, not ",
                                    "range object index out of range"};

const RangeObject& Self(const Value& self) {
  return *static_cast<const RangeObject*>(self.object());
}

/// As CPython, where a bound is larger than all memory.
[[noreturn]] void RaiseTooLarge() {
  Raise(Exceptions().overflow_error, "Python int too large to convert to C ssize_t");
}

Value MakeRange(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "range", given);
  const auto values = arguments.Positional(1, 3);
  int64_t bounds[] = {0, 0, 1};
  for (size_t i = 0; i < values.size(); ++i) bounds[i] = IndexArgument(interpreter, values[i]);
  if (values.size() == 1) std::swap(bounds[0], bounds[1]);
  if (bounds[2] == 0) RaiseValueError("range() arg 3 must not be zero");
  return Make<RangeObject>(bounds[0], bounds[1], bounds[2]);
}

std::string RangeRepr(Interpreter&, const Value& self) {
  const RangeObject& range = Self(self);
  const std::string step = range.step == 1 ? "" : ", " + std::to_string(range.step);
  return "range(" + std::to_string(range.start) + ", " + std::to_string(range.stop) + step + ")";
}

int64_t RangeLength(Interpreter&, const Value& self) {
  const int64_t length = Self(self).length();
  if (length < 0) RaiseTooLarge();
  return length;
}

bool RangeTruth(Interpreter&, const Value& self) {
  return Self(self).length() != 0;
}

/// Counts in unsigned numbers, which may wrap around at the end of 64 bits.
Value IterateFrom(int64_t first, int64_t step, int64_t length) {
  static const TypeObject* const kType = MakeIteratorType("range_iterator");
  return MakeIterator(
      [next = static_cast<uint64_t>(first), step, left = static_cast<uint64_t>(length)](Interpreter&) mutable {
        if (left == 0) return Value();
        --left;
        const auto item = static_cast<int64_t>(next);
        next += static_cast<uint64_t>(step);
        return Value::Int(item);
      },
      kType);
}

Value RangeIterate(Interpreter&, const Value& self) {
  const RangeObject& range = Self(self);
  return IterateFrom(range.start, range.step, range.length());
}

int64_t ItemAt(const RangeObject& range, int64_t index) {
  return static_cast<int64_t>(static_cast<uint64_t>(range.start) +
                              static_cast<uint64_t>(index) * static_cast<uint64_t>(range.step));
}

Value Reversed(Interpreter&, Arguments& arguments) {
  const RangeObject& range = Self(arguments.Self());
  arguments.Positional(0, 0);
  const int64_t length = range.length();
  if (range.step == INT64_MIN) RaiseTooLarge();
  return IterateFrom(ItemAt(range, length - 1), -range.step, length);
}

/// Where the number is in the range; -1 when it is not.
int64_t PlaceOf(const RangeObject& range, int64_t number) {
  const bool inside =
      range.step > 0 ? number >= range.start && number < range.stop : number <= range.start && number > range.stop;
  if (!inside) return -1;
  const uint64_t distance = range.step > 0 ? static_cast<uint64_t>(number) - static_cast<uint64_t>(range.start)
                                           : static_cast<uint64_t>(range.start) - static_cast<uint64_t>(number);
  const uint64_t step = range.step > 0 ? static_cast<uint64_t>(range.step) : 0 - static_cast<uint64_t>(range.step);
  return distance % step == 0 ? static_cast<int64_t>(distance / step) : -1;
}

/// Integers by calculation, everything else by comparison with each item, as `1.0 in range(3)`.
int64_t Find(Interpreter& interpreter, const RangeObject& range, const Value& item) {
  if (IsInteger(item)) {
    const std::optional<int64_t> number = SmallInteger(item);
    return number ? PlaceOf(range, *number) : -1;
  }
  for (int64_t i = 0; i < range.length(); ++i) {
    if (interpreter.Equal(Value::Int(ItemAt(range, i)), item)) return i;
  }
  return -1;
}

bool RangeContains(Interpreter& interpreter, const Value& self, const Value& item) {
  return Find(interpreter, Self(self), item) >= 0;
}

Value RangeGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  const RangeObject& range = Self(self);
  const auto length = static_cast<size_t>(RangeLength(interpreter, self));
  if (const auto* slice = Cast<SliceObject>(key)) {
    const SliceRange cut = ResolveSlice(interpreter, *slice, length);
    return Make<RangeObject>(ItemAt(range, cut.start), ItemAt(range, cut.stop), range.step * cut.step);
  }
  return Value::Int(ItemAt(range, static_cast<int64_t>(SequenceIndex(interpreter, key, length, kIndexTexts))));
}

/// What makes two ranges the same sequence: the length, the first item, the step when there are two items.
Value Identity(const RangeObject& range) {
  const int64_t length = range.length();
  return MakeTuple({Value::Int(length), length > 0 ? Value::Int(range.start) : Value::None(),
                    length > 1 ? Value::Int(range.step) : Value::None()});
}

Value RangeCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* range = Cast<RangeObject>(other);
  const bool is_equality = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  if (range == nullptr || !is_equality) return NotImplementedValue();
  return interpreter.Compare(Identity(Self(self)), Identity(*range), op);
}

uint64_t RangeHash(Interpreter& interpreter, const Value& self) {
  return interpreter.Hash(Identity(Self(self)));
}

Value Count(Interpreter& interpreter, Arguments& arguments) {
  const RangeObject& range = Self(arguments.Self());
  return Value::Int(Find(interpreter, range, arguments.Positional(1, 1)[0]) >= 0 ? 1 : 0);
}

Value Index(Interpreter& interpreter, Arguments& arguments) {
  const RangeObject& range = Self(arguments.Self());
  const Value& item = arguments.Positional(1, 1)[0];
  const int64_t place = Find(interpreter, range, item);
  if (place >= 0) return Value::Int(place);
  if (!IsInteger(item)) RaiseValueError("sequence.index(x): x not in sequence");
  RaiseValueError(interpreter.Repr(item) + " is not in range");
}

Value Start(Interpreter&, const Value& self) {
  return Value::Int(Self(self).start);
}
Value Stop(Interpreter&, const Value& self) {
  return Value::Int(Self(self).stop);
}
Value Step(Interpreter&, const Value& self) {
  return Value::Int(Self(self).step);
}

constexpr NativeMethod kMethods[] = {{"__reversed__", Reversed}, {"count", Count}, {"index", Index}};
constexpr NativeProperty kProperties[] = {{"start", Start}, {"step", Step}, {"stop", Stop}};

}  // namespace

void FillRange(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeRange;
  slots.repr = RangeRepr;
  slots.hash = RangeHash;
  slots.compare = RangeCompare;
  slots.truth = RangeTruth;
  slots.iterate = RangeIterate;
  slots.length = RangeLength;
  slots.contains = RangeContains;
  slots.get_item = RangeGetItem;
  AddMethods(type, kMethods);
  AddProperties(type, kProperties);
}

}  // namespace limbeck::python
