#include <array>

#include "python/integers.h"
#include "python/interpreter.h"
#include "python/types/bytes_text.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

Value Plain(const Value& integer) {
  return MakeIntegerOf(integer, Types().integer);
}

/// __int__, __index__, __trunc__, conjugate ...: the int that the value is.
Value ToInt(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return Plain(self);
}

Value ToFloat(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return Value::Float(IntegerToDouble(self));
}

Value Absolute(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return IntegerSign(self) < 0 ? NegateInteger(self) : Plain(self);
}

Value BitLengthMethod(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return Value::Int(static_cast<int64_t>(BitLength(self)));
}

Value BitCountMethod(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return Value::Int(static_cast<int64_t>(BitCount(self)));
}

Value IntegerRatio(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return MakeTuple({Plain(self), Value::Int(1)});
}

Value DivMod(const Value& one, const Value& two) {
  return MakeTuple({IntegerBinary(Operator::kFloorDivide, one, two), IntegerBinary(Operator::kModulo, one, two)});
}

template <bool kReflected>
Value DivModMethod(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  const Value& other = arguments.Positional(1, 1)[0];
  if (!IsInteger(other)) return NotImplementedValue();
  return kReflected ? DivMod(other, self) : DivMod(self, other);
}

/// __pow__(exponent, modulus=None)
Value PowerMethod(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  const auto values = arguments.Positional(1, 2);
  if (!IsInteger(values[0])) return NotImplementedValue();
  if (values.size() == 1 || values[1].is_none()) return IntegerBinary(Operator::kPower, self, values[0]);
  return IsInteger(values[1]) ? IntegerPower(self, values[0], values[1]) : NotImplementedValue();
}

Value RoundMethod(Interpreter& interpreter, Arguments& arguments) {
  const Value& self = arguments.Self();
  const auto values = arguments.Positional(0, 1);
  if (values.empty() || values[0].is_none()) return Plain(self);
  const int64_t digits = ClampedInteger(interpreter.Index(values[0]));
  return digits >= 0 ? Plain(self) : RoundInteger(self, digits);
}

// ------------------------------------------------------------------------------------------ bytes

ByteOrder ReadOrder(const Value& value) {
  if (value.is_empty()) return ByteOrder::kBig;
  const auto* text = Cast<StrObject>(value);
  if (text == nullptr) RaiseTypeError("argument 'byteorder' must be str, not " + TypeName(value));
  if (text->text() == "big") return ByteOrder::kBig;
  if (text->text() != "little") RaiseValueError("byteorder must be either 'little' or 'big'");
  return ByteOrder::kLittle;
}

bool ReadSigned(Interpreter& interpreter, const Value& value) {
  return !value.is_empty() && interpreter.Truth(value);
}

Value ToBytes(Interpreter& interpreter, Arguments& arguments) {
  const Value& self = arguments.Self();
  constexpr const char* kNames[] = {"length", "byteorder", "signed"};
  std::array<Value, 3> values;
  arguments.Named(kNames, values, 0, 2);
  const int64_t length = values[0].is_empty() ? 1 : IndexArgument(interpreter, values[0]);
  if (length < 0) RaiseValueError("length argument must be non-negative");
  return MakeBytes(
      IntegerToBytes(self, static_cast<size_t>(length), ReadOrder(values[1]), ReadSigned(interpreter, values[2])));
}

/// A class method: a subclass is made by calling it with the int.
Value FromBytes(Interpreter& interpreter, Arguments& arguments) {
  const Value& type = arguments.Self();
  constexpr const char* kNames[] = {"bytes", "byteorder", "signed"};
  std::array<Value, 3> values;
  arguments.Named(kNames, values, 1, 2);
  const std::string bytes = BytesFrom(interpreter, values[0]);
  Value number = IntegerFromBytes(bytes, ReadOrder(values[1]), ReadSigned(interpreter, values[2]));
  return type.object() == Types().integer ? number : interpreter.Call(type, {number});
}

// ------------------------------------------------------------------------------------------ properties

Value Real(Interpreter&, const Value& self) {
  return Plain(self);
}
Value Zero(Interpreter&, const Value&) {
  return Value::Int(0);
}
Value One(Interpreter&, const Value&) {
  return Value::Int(1);
}

constexpr NativeMethod kMethods[] = {
    {"__abs__", Absolute},
    {"__ceil__", ToInt},
    {"__divmod__", DivModMethod<false>},
    {"__float__", ToFloat},
    {"__floor__", ToInt},
    {"__index__", ToInt},
    {"__int__", ToInt},
    {"__pow__", PowerMethod},
    {"__rdivmod__", DivModMethod<true>},
    {"__round__", RoundMethod},
    {"__trunc__", ToInt},
    {"as_integer_ratio", IntegerRatio},
    {"bit_count", BitCountMethod},
    {"bit_length", BitLengthMethod},
    {"conjugate", ToInt},
    {"from_bytes", FromBytes, MethodKind::kClassMethod},
    {"to_bytes", ToBytes},
};

constexpr NativeProperty kProperties[] = {{"denominator", One}, {"imag", Zero}, {"numerator", Real}, {"real", Real}};

}  // namespace

void AddIntMethods(TypeObject& type) {
  AddMethods(type, kMethods);
  AddProperties(type, kProperties);
}

}  // namespace limbeck::python
