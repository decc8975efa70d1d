#include "python/builtin_types.h"
#include "python/interpreter.h"
#include "python/types/sequences.h"

namespace limbeck::python {
namespace {

const SliceObject& Self(const Value& self) {
  return *static_cast<const SliceObject*>(self.object());
}

/// slice(stop), slice(start, stop), slice(start, stop, step)
Value MakeSlice(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "slice", given);
  const auto values = arguments.Positional(1, 3);
  if (values.size() == 1) return Make<SliceObject>(Value::None(), values[0], Value::None());
  return Make<SliceObject>(values[0], values[1], values.size() == 3 ? values[2] : Value::None());
}

Value Parts(const SliceObject& slice) {
  return MakeTuple({slice.start, slice.stop, slice.step});
}

std::string SliceRepr(Interpreter& interpreter, const Value& self) {
  return "slice" + interpreter.Repr(Parts(Self(self)));
}

Value SliceCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* slice = Cast<SliceObject>(other);
  return slice == nullptr ? NotImplementedValue() : interpreter.Compare(Parts(Self(self)), Parts(*slice), op);
}

uint64_t SliceHash(Interpreter&, const Value&) {
  RaiseTypeError("unhashable type: 'slice'");
}

/// The bounds for a sequence of that length.
Value Indices(Interpreter& interpreter, Arguments& arguments) {
  const SliceObject& slice = Self(arguments.Self());
  const Value length = interpreter.Index(arguments.Positional(1, 1)[0]);
  if (!length.is_int()) Raise(Exceptions().overflow_error, "cannot fit 'int' into an index-sized integer");
  if (length.int_value() < 0) RaiseValueError("length should not be negative");
  const SliceRange range = ResolveSlice(interpreter, slice, static_cast<size_t>(length.int_value()));
  return MakeTuple({Value::Int(range.start), Value::Int(range.stop), Value::Int(range.step)});
}

Value Start(Interpreter&, const Value& self) {
  return Self(self).start;
}
Value Stop(Interpreter&, const Value& self) {
  return Self(self).stop;
}
Value Step(Interpreter&, const Value& self) {
  return Self(self).step;
}

constexpr NativeMethod kMethods[] = {{"indices", Indices}};
constexpr NativeProperty kProperties[] = {{"start", Start}, {"step", Step}, {"stop", Stop}};

}  // namespace

void FillSlice(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeSlice;
  slots.repr = SliceRepr;
  slots.compare = SliceCompare;
  slots.hash = SliceHash;
  AddMethods(type, kMethods);
  AddProperties(type, kProperties);
}

}  // namespace limbeck::python
