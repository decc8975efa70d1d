#include "python/types/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/special_methods.h"
#include "python/types/str_text.h"
#include "python/types/unicode_class.h"

namespace limbeck::python {

using Operator = ast::BinaryOperator;

std::optional<double> AsDouble(const Value& value) {
  if (value.is_float()) return value.float_value();
  if (value.is_int()) return static_cast<double>(value.int_value());
  if (const auto* number = Cast<FloatObject>(value)) return number->value;
  return IsInteger(value) ? std::optional(IntegerToDouble(value)) : std::nullopt;
}

double RealNumber(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (const std::optional<double> number = AsDouble(value)) return *number;
  Value converted = CallSpecialIfAny(interpreter, value, Symbol::Intern("__float__"));
  if (converted.is_empty()) converted = CallSpecialIfAny(interpreter, value, Symbol::Intern("__index__"));
  if (converted.is_empty()) RaiseTypeError("must be real number, not " + TypeName(value));
  if (const std::optional<double> number = AsDouble(converted)) return *number;
  RaiseTypeError(fmt::format("{}.__float__ returned non-float (type {})", TypeName(value), TypeName(converted)));
}

Value FromOrder(int order, CompareOp op) {
  switch (op) {
    case CompareOp::kEqual:
      return Value::Bool(order == 0);
    case CompareOp::kNotEqual:
      return Value::Bool(order != 0);
    case CompareOp::kLess:
      return Value::Bool(order < 0);
    case CompareOp::kLessEqual:
      return Value::Bool(order <= 0);
    case CompareOp::kGreater:
      return Value::Bool(order > 0);
    case CompareOp::kGreaterEqual:
      break;
  }
  return Value::Bool(order >= 0);
}

int64_t IndexArgument(Interpreter& interpreter, const Value& value) {
  if (value.is_int()) return value.int_value();
  const std::optional<int64_t> small = SmallInteger(interpreter.Index(value));
  if (!small) Raise(Exceptions().overflow_error, "Python int too large to convert to C ssize_t");
  return *small;
}

std::string PlainNumberText(std::string_view text) {
  std::string plain = MapCodePoints(text, [](std::string& out, char32_t c) {
    const int digit = c < 0x80 ? -1 : DecimalValue(c);
    if (digit >= 0) {
      out += static_cast<char>('0' + digit);
    } else {
      AppendUtf8(out, IsInClass(CharacterClass::kSpace, c) ? U' ' : c);
    }
  });
  const size_t begin = std::min(plain.find_first_not_of(' '), plain.size());
  return plain.substr(begin, plain.find_last_not_of(' ') + 1 - begin);
}

FloatDivision DivideDown(double one, double two) {
  double rest = std::fmod(one, two);
  double quotient = (one - rest) / two;
  if (rest == 0) {
    rest = std::copysign(0.0, two);
  } else if ((rest < 0) != (two < 0)) {
    rest += two;
    quotient -= 1;
  }
  if (quotient == 0) return {std::copysign(0.0, one / two), rest};
  const double whole = std::floor(quotient);
  return {quotient - whole > 0.5 ? whole + 1 : whole, rest};
}

// ------------------------------------------------------------------------------------------ rounding

Value TruncateToInteger(double number) {
  if (std::isnan(number)) RaiseValueError("cannot convert float NaN to integer");
  if (std::isinf(number)) Raise(Exceptions().overflow_error, "cannot convert float infinity to integer");
  return IntegerFromDouble(std::trunc(number));
}

Value RoundToInteger(double number) {
  return TruncateToInteger(std::nearbyint(number));
}

namespace {

Value PowerOfTen(int64_t exponent) {
  return IntegerBinary(Operator::kPower, Value::Int(10), Value::Int(exponent));
}

/// Rounded at a digit before the point: the number is at least 1 then, or the result is zero.
double RoundBeforePoint(double number, int64_t digits) {
  const double whole = std::trunc(number);
  const Value unit = PowerOfTen(-digits);
  const Value integer = IntegerFromDouble(whole);
  Value rounded = RoundInteger(integer, digits);
  // What is behind the point only tells a half from more than a half.
  const Value twice_off =
      IntegerBinary(Operator::kMultiply, Value::Int(2), IntegerBinary(Operator::kSubtract, integer, rounded));
  const bool is_half = CompareIntegers(twice_off, unit) == 0 || CompareIntegers(NegateInteger(twice_off), unit) == 0;
  if (is_half && number != whole) {
    const bool is_positive = number > 0;
    const bool rounded_away = is_positive ? IntegerSign(twice_off) < 0 : IntegerSign(twice_off) > 0;
    if (!rounded_away) {
      rounded = IntegerBinary(is_positive ? Operator::kAdd : Operator::kSubtract, rounded, unit);
    }
  }
  return std::copysign(IntegerToDouble(rounded), number);
}

}  // namespace

double RoundToDigits(double number, int64_t digits) {
  constexpr int64_t kMostDigits = 323;  // digits behind the point of the smallest double
  constexpr int64_t kLeastDigits = -308;
  if (!std::isfinite(number) || digits > kMostDigits) return number;
  if (digits < kLeastDigits) return std::copysign(0.0, number);
  if (digits < 0) {
    const double rounded = RoundBeforePoint(number, digits);
    if (std::isinf(rounded)) Raise(Exceptions().overflow_error, "rounded value too large to represent");
    return rounded;
  }
  char text[800];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed, static_cast<int>(digits));
  double rounded = 0;
  std::from_chars(text, end.ptr, rounded);
  return rounded;
}

Value RoundInteger(const Value& integer, int64_t digits) {
  if (-digits > static_cast<int64_t>(BitLength(integer))) return Value::Int(0);
  const Value unit = PowerOfTen(-digits);
  const Value quotient = IntegerBinary(Operator::kFloorDivide, integer, unit);
  const Value rest = IntegerBinary(Operator::kModulo, integer, unit);
  const int order = CompareIntegers(IntegerBinary(Operator::kMultiply, rest, Value::Int(2)), unit);
  const bool is_odd = IntegerSign(IntegerBinary(Operator::kBitAnd, quotient, Value::Int(1))) != 0;
  const bool up = order > 0 || (order == 0 && is_odd);
  const Value units = up ? IntegerBinary(Operator::kAdd, quotient, Value::Int(1)) : quotient;
  return IntegerBinary(Operator::kMultiply, units, unit);
}

}  // namespace limbeck::python
