#include <fmt/format.h>

#include <cmath>

#include "python/integers.h"
#include "python/interpreter.h"
#include "python/types/float_text.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

/// The number of a method without arguments.
double Alone(Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return *AsDouble(self);
}

Value IsWhole(Interpreter&, Arguments& arguments) {
  const double number = Alone(arguments);
  return Value::Bool(std::isfinite(number) && std::floor(number) == number);
}

Value ToFloat(Interpreter&, Arguments& arguments) {
  return Value::Float(Alone(arguments));
}
Value Truncate(Interpreter&, Arguments& arguments) {
  return TruncateToInteger(Alone(arguments));
}
Value Floor(Interpreter&, Arguments& arguments) {
  return TruncateToInteger(std::floor(Alone(arguments)));
}
Value Ceil(Interpreter&, Arguments& arguments) {
  return TruncateToInteger(std::ceil(Alone(arguments)));
}
Value Absolute(Interpreter&, Arguments& arguments) {
  return Value::Float(std::fabs(Alone(arguments)));
}
Value Hex(Interpreter&, Arguments& arguments) {
  return MakeStr(FloatHex(Alone(arguments)));
}

/// A class method: a subclass is made by calling it with the float.
Value FromHex(Interpreter& interpreter, Arguments& arguments) {
  const Value& type = arguments.Self();
  const Value& given = arguments.Positional(1, 1)[0];
  const auto* text = Cast<StrObject>(given);
  if (text == nullptr) RaiseTypeError("bad argument type for built-in operation");
  const std::optional<double> number = ParseFloatHex(PlainNumberText(text->text()));
  if (!number) RaiseValueError("invalid hexadecimal floating-point string");
  const bool is_word = text->text().find_first_of("iI") != std::string::npos;
  if (std::isinf(*number) && !is_word) {
    Raise(Exceptions().overflow_error, "hexadecimal value too large to represent as a float");
  }
  return type.object() == Types().floating ? Value::Float(*number) : interpreter.Call(type, {Value::Float(*number)});
}

/// The two integers whose quotient the number is: a double is a mantissa and a power of two.
Value IntegerRatio(Interpreter&, Arguments& arguments) {
  const double number = Alone(arguments);
  if (std::isnan(number)) RaiseValueError("cannot convert NaN to integer ratio");
  if (std::isinf(number)) Raise(Exceptions().overflow_error, "cannot convert Infinity to integer ratio");
  int exponent = 0;
  double mantissa = std::frexp(number, &exponent);
  while (mantissa != std::floor(mantissa)) {
    mantissa *= 2;
    --exponent;
  }
  const Value numerator = IntegerFromDouble(mantissa);
  const Value power = IntegerBinary(Operator::kLeftShift, Value::Int(1), Value::Int(std::abs(exponent)));
  if (exponent < 0) return MakeTuple({numerator, power});
  return MakeTuple({IntegerBinary(Operator::kMultiply, numerator, power), Value::Int(1)});
}

Value DivMod(double one, double two) {
  if (two == 0) Raise(Exceptions().zero_division_error, "float divmod()");
  const FloatDivision division = DivideDown(one, two);
  return MakeTuple({Value::Float(division.quotient), Value::Float(division.rest)});
}

template <bool kReflected>
Value DivModMethod(Interpreter&, Arguments& arguments) {
  const double self = *AsDouble(arguments.Self());
  const std::optional<double> other = AsDouble(arguments.Positional(1, 1)[0]);
  if (!other) return NotImplementedValue();
  return kReflected ? DivMod(*other, self) : DivMod(self, *other);
}

Value Round(Interpreter& interpreter, Arguments& arguments) {
  const double number = *AsDouble(arguments.Self());
  const auto values = arguments.Positional(0, 1);
  if (values.empty() || values[0].is_none()) return RoundToInteger(number);
  return Value::Float(RoundToDigits(number, ClampedInteger(interpreter.Index(values[0]))));
}

Value Real(Interpreter&, const Value& self) {
  return Value::Float(*AsDouble(self));
}
Value Imaginary(Interpreter&, const Value&) {
  return Value::Float(0);
}

constexpr NativeMethod kMethods[] = {
    {"__abs__", Absolute},
    {"__ceil__", Ceil},
    {"__divmod__", DivModMethod<false>},
    {"__float__", ToFloat},
    {"__floor__", Floor},
    {"__int__", Truncate},
    {"__rdivmod__", DivModMethod<true>},
    {"__round__", Round},
    {"__trunc__", Truncate},
    {"as_integer_ratio", IntegerRatio},
    {"conjugate", ToFloat},
    {"fromhex", FromHex, MethodKind::kClassMethod},
    {"hex", Hex},
    {"is_integer", IsWhole},
};

constexpr NativeProperty kProperties[] = {{"imag", Imaginary}, {"real", Real}};

}  // namespace

void AddFloatMethods(TypeObject& type) {
  AddMethods(type, kMethods);
  AddProperties(type, kProperties);
}

}  // namespace limbeck::python
