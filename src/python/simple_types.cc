#include "python/builtin_types.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/sequences.h"

// None, ..., NotImplemented, slice, range and iterators.

namespace limbeck::python {
namespace {

std::string NoneRepr(Interpreter&, const Value&) {
  return "None";
}
std::string EllipsisRepr(Interpreter&, const Value&) {
  return "Ellipsis";
}
std::string NotImplementedRepr(Interpreter&, const Value&) {
  return "NotImplemented";
}
bool NoneTruth(Interpreter&, const Value&) {
  return false;
}
uint64_t NoneHash(Interpreter&, const Value&) {
  return 0xfca86420;
}

// ------------------------------------------------------------------------------------------ slice

const SliceObject& Slice(const Value& self) {
  return *Cast<SliceObject>(self);
}

Value MakeSlice(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "slice", given);
  const std::vector<Value> bounds = arguments.Rest();
  arguments.Finish();
  if (bounds.empty() || bounds.size() > 3) RaiseTypeError("slice expected at least 1 argument, got 0");
  if (bounds.size() == 1) return Make<SliceObject>(Value::None(), bounds[0], Value::None());
  return Make<SliceObject>(bounds[0], bounds[1], bounds.size() == 3 ? bounds[2] : Value::None());
}

std::string SliceRepr(Interpreter& interpreter, const Value& self) {
  const SliceObject& slice = Slice(self);
  return "slice(" + interpreter.Repr(slice.start) + ", " + interpreter.Repr(slice.stop) + ", " +
         interpreter.Repr(slice.step) + ")";
}

Value SliceStart(Interpreter&, const Value& self) {
  return Slice(self).start;
}
Value SliceStop(Interpreter&, const Value& self) {
  return Slice(self).stop;
}
Value SliceStep(Interpreter&, const Value& self) {
  return Slice(self).step;
}

Value SliceIndices(Interpreter& interpreter, Arguments& arguments) {
  const SliceObject& slice = Slice(arguments.Self());
  const int64_t length = arguments.Int("len");
  arguments.Finish();
  const SliceRange range = ResolveSlice(interpreter, slice, static_cast<size_t>(length));
  return MakeTuple({Value::Int(range.start), Value::Int(range.stop), Value::Int(range.step)});
}

constexpr NativeProperty kSliceProperties[] = {{"start", SliceStart}, {"stop", SliceStop}, {"step", SliceStep}};
constexpr NativeMethod kSliceMethods[] = {{"indices", SliceIndices}};

// ------------------------------------------------------------------------------------------ range

const RangeObject& Range(const Value& self) {
  return *Cast<RangeObject>(self);
}

Value MakeRange(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "range", given);
  const std::vector<Value> bounds = arguments.Rest();
  arguments.Finish();
  if (bounds.empty()) RaiseTypeError("range expected at least 1 argument, got 0");
  int64_t numbers[] = {0, 0, 1};
  for (size_t i = 0; i < bounds.size() && i < 3; ++i) {
    const std::optional<int64_t> number = SmallInteger(interpreter.Resolve(bounds[i]));
    if (!number) RaiseTypeError("'" + TypeName(bounds[i]) + "' object cannot be interpreted as an integer");
    numbers[i] = *number;
  }
  if (bounds.size() == 1) std::swap(numbers[0], numbers[1]);
  if (numbers[2] == 0) RaiseValueError("range() arg 3 must not be zero");
  return Make<RangeObject>(numbers[0], numbers[1], numbers[2]);
}

std::string RangeRepr(Interpreter&, const Value& self) {
  const RangeObject& range = Range(self);
  const std::string step = range.step == 1 ? "" : ", " + std::to_string(range.step);
  return "range(" + std::to_string(range.start) + ", " + std::to_string(range.stop) + step + ")";
}

int64_t RangeLength(Interpreter&, const Value& self) {
  return Range(self).length();
}

Value RangeIterate(Interpreter&, const Value& self) {
  const RangeObject& range = Range(self);
  return MakeIterator([next = range.start, step = range.step, left = range.length()](Interpreter&) mutable {
    if (left-- <= 0) return Value();
    const Value value = Value::Int(next);
    next += step;
    return value;
  });
}

bool RangeContains(Interpreter&, const Value& self, const Value& item) {
  const RangeObject& range = Range(self);
  const std::optional<int64_t> number = SmallInteger(item);
  if (!number) return false;
  const bool inside =
      range.step > 0 ? *number >= range.start && *number < range.stop : *number <= range.start && *number > range.stop;
  return inside && (*number - range.start) % range.step == 0;
}

Value RangeGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  const RangeObject& range = Range(self);
  const auto length = static_cast<size_t>(range.length());
  if (const auto* slice = Cast<SliceObject>(key)) {
    const SliceRange cut = ResolveSlice(interpreter, *slice, length);
    return Make<RangeObject>(range.start + cut.start * range.step, range.start + cut.stop * range.step,
                             range.step * cut.step);
  }
  return Value::Int(range.start +
                    static_cast<int64_t>(SequenceIndex(interpreter, key, length, "range object")) * range.step);
}

Value RangeCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const bool decides = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  if (Cast<RangeObject>(other) == nullptr || !decides) return NotImplementedValue();
  return interpreter.Compare(MakeList(interpreter.ToVector(self)), MakeList(interpreter.ToVector(other)), op);
}

Value RangeStart(Interpreter&, const Value& self) {
  return Value::Int(Range(self).start);
}
Value RangeStop(Interpreter&, const Value& self) {
  return Value::Int(Range(self).stop);
}
Value RangeStep(Interpreter&, const Value& self) {
  return Value::Int(Range(self).step);
}
constexpr NativeProperty kRangeProperties[] = {{"start", RangeStart}, {"stop", RangeStop}, {"step", RangeStep}};

// ------------------------------------------------------------------------------------------ iterators

Value IterateSelf(Interpreter&, const Value& self) {
  return self;
}
Value NextOfIterator(Interpreter& interpreter, const Value& self) {
  return Cast<IteratorObject>(self)->Next(interpreter);
}

}  // namespace

void FillNone(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.repr = NoneRepr;
  slots.truth = NoneTruth;
  slots.hash = NoneHash;
}

void FillEllipsis(TypeObject& type) {
  type.own_slots().repr = EllipsisRepr;
}

void FillNotImplemented(TypeObject& type) {
  type.own_slots().repr = NotImplementedRepr;
}

void FillSlice(TypeObject& type) {
  type.own_slots().make = MakeSlice;
  type.own_slots().repr = SliceRepr;
  AddProperties(type, kSliceProperties);
  AddMethods(type, kSliceMethods);
}

void FillRange(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeRange;
  slots.repr = RangeRepr;
  slots.length = RangeLength;
  slots.iterate = RangeIterate;
  slots.contains = RangeContains;
  slots.get_item = RangeGetItem;
  slots.compare = RangeCompare;
  AddProperties(type, kRangeProperties);
}

void FillIterator(TypeObject& type) {
  type.own_slots().iterate = IterateSelf;
  type.own_slots().next = NextOfIterator;
}

}  // namespace limbeck::python
