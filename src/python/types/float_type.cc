#include <fmt/format.h>

#include <bit>
#include <cmath>

#include "python/builtin_types.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/literal_text.h"
#include "python/special_methods.h"
#include "python/types/bytes_text.h"
#include "python/types/float_text.h"
#include "python/types/format_spec.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"

// float: its slots and how it is made. Methods are in float_methods.cc.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;
using UnaryOp = ast::UnaryOperator;

[[noreturn]] void RaiseZeroDivision(const char* message) {
  Raise(Exceptions().zero_division_error, message);
}

/// A negative number to a fractional power is a complex one, as in Python.
Value Power(double one, double two) {
  if (one == 0 && two < 0) RaiseZeroDivision("0.0 cannot be raised to a negative power");
  if (one < 0 && std::isfinite(one) && std::isfinite(two) && std::floor(two) != two) {
    const double length = std::pow(-one, two);
    constexpr double kPi = 3.14159265358979323846;
    return Make<ComplexObject>(length * std::cos(kPi * two), length * std::sin(kPi * two));
  }
  const double result = std::pow(one, two);
  if (std::isinf(result) && std::isfinite(one) && std::isfinite(two)) {
    Raise(Exceptions().overflow_error, MakeTuple({Value::Int(34), MakeStr("Numerical result out of range")}));
  }
  return Value::Float(result);
}

Value Calculate(Operator op, double one, double two) {
  switch (op) {
    case Operator::kAdd:
      return Value::Float(one + two);
    case Operator::kSubtract:
      return Value::Float(one - two);
    case Operator::kMultiply:
      return Value::Float(one * two);
    case Operator::kDivide:
      if (two == 0) RaiseZeroDivision("float division by zero");
      return Value::Float(one / two);
    case Operator::kFloorDivide:
      if (two == 0) RaiseZeroDivision("float floor division by zero");
      return Value::Float(DivideDown(one, two).quotient);
    case Operator::kModulo:
      if (two == 0) RaiseZeroDivision("float modulo");
      return Value::Float(DivideDown(one, two).rest);
    case Operator::kPower:
      return Power(one, two);
    default:
      return NotImplementedValue();
  }
}

Value FloatBinary(Interpreter&, Operator op, const Value& self, const Value& other, bool reflected) {
  const std::optional<double> number = AsDouble(other);
  if (!number) return NotImplementedValue();
  const double mine = *AsDouble(self);
  return reflected ? Calculate(op, *number, mine) : Calculate(op, mine, *number);
}

Value FloatUnary(Interpreter&, UnaryOp op, const Value& self) {
  if (op == UnaryOp::kInvert) return NotImplementedValue();
  const double number = *AsDouble(self);
  return Value::Float(op == UnaryOp::kNegate ? -number : number);
}

/// With an int exactly: 2**53 + 1 is not float(2**53).
Value FloatCompare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const double mine = *AsDouble(self);
  if (std::isnan(mine)) return AsDouble(other) ? Value::Bool(op == CompareOp::kNotEqual) : NotImplementedValue();
  if (IsInteger(other)) return FromOrder(-CompareIntegerWithDouble(other, mine), op);
  const std::optional<double> number = AsDouble(other);
  if (!number) return NotImplementedValue();
  if (std::isnan(*number)) return Value::Bool(op == CompareOp::kNotEqual);
  return FromOrder(mine < *number ? -1 : mine > *number ? 1 : 0, op);
}

std::string FloatReprSlot(Interpreter&, const Value& self) {
  return FloatRepr(*AsDouble(self));
}

std::string FloatFormat(Interpreter& interpreter, const Value& self, std::string_view spec) {
  return spec.empty() ? interpreter.Str(self) : FormatFloat(*AsDouble(self), spec, TypeName(self));
}

bool FloatTruth(Interpreter&, const Value& self) {
  return *AsDouble(self) != 0;
}

uint64_t FloatHash(Interpreter&, const Value& self) {
  return HashDouble(*AsDouble(self));
}

// ------------------------------------------------------------------------------------------ making them

double FromText(Interpreter& interpreter, const Value& given, const std::string& text) {
  if (const std::optional<double> number = ParseFloat(PlainNumberText(text))) return *number;
  const std::string shown = Cast<StrObject>(given) == nullptr ? QuotedBytes(text) : interpreter.Repr(given);
  RaiseValueError("could not convert string to float: " + shown);
}

double FromValue(Interpreter& interpreter, const Value& value) {
  if (TypeOf(value) == Types().floating || IsInteger(value)) return *AsDouble(value);
  if (const auto* text = Cast<StrObject>(value)) return FromText(interpreter, value, text->text());
  if (const std::string* bytes = BytesOf(value)) return FromText(interpreter, value, *bytes);
  Value converted = CallSpecialIfAny(interpreter, value, Symbol::Intern("__float__"));
  if (converted.is_empty()) converted = CallSpecialIfAny(interpreter, value, Symbol::Intern("__index__"));
  if (converted.is_empty()) {
    RaiseTypeError(fmt::format("float() argument must be a string or a real number, not '{}'", TypeName(value)));
  }
  if (const std::optional<double> number = AsDouble(converted)) return *number;
  RaiseTypeError(fmt::format("{}.__float__ returned non-float (type {})", TypeName(value), TypeName(converted)));
}

Value MakeFloat(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "float", given);
  const auto values = arguments.Positional(0, 1);
  const double number = values.empty() ? 0 : FromValue(interpreter, interpreter.Resolve(values[0]));
  return type == Types().floating ? Value::Float(number) : Value(Make<FloatObject>(number, type));
}

}  // namespace

uint64_t HashDouble(double number) {
  constexpr uint64_t kInfinity = 314159;
  if (std::isnan(number)) return 0;
  if (std::isinf(number)) return number > 0 ? kInfinity : 0 - kInfinity;
  if (std::trunc(number) == number) return HashInteger(IntegerFromDouble(number));
  // A fraction is mantissa / 2^n: dividing by two is a turn of the 61 bits.
  constexpr uint64_t kModulus = (uint64_t{1} << 61) - 1;
  int exponent = 0;
  const double mantissa = std::ldexp(std::frexp(std::fabs(number), &exponent), 53);
  exponent -= 53;
  const auto turn = static_cast<unsigned>(((exponent % 61) + 61) % 61);
  const uint64_t value = static_cast<uint64_t>(mantissa) % kModulus;
  const uint64_t hash = turn == 0 ? value : ((value << turn) & kModulus) | (value >> (61 - turn));
  const uint64_t with_sign = number < 0 ? 0 - hash : hash;
  return with_sign == UINT64_MAX ? UINT64_MAX - 1 : with_sign;
}

void FillFloat(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeFloat;
  slots.repr = FloatReprSlot;
  slots.format = FloatFormat;
  slots.hash = FloatHash;
  slots.compare = FloatCompare;
  slots.truth = FloatTruth;
  slots.binary = FloatBinary;
  slots.unary = FloatUnary;
  AddFloatMethods(type);
}

}  // namespace limbeck::python
