#include "python/std/decimal_number.h"

#include <algorithm>
#include <cmath>

#include "python/integers.h"

// Decimals as numbers: integers below them, rounding, conversion. Operations are in decimal_arithmetic.cc.

namespace limbeck::python {

using Operator = ast::BinaryOperator;

namespace integer {

Value Add(const Value& one, const Value& two) {
  return IntegerBinary(Operator::kAdd, one, two);
}
Value Subtract(const Value& one, const Value& two) {
  return IntegerBinary(Operator::kSubtract, one, two);
}
Value Multiply(const Value& one, const Value& two) {
  return IntegerBinary(Operator::kMultiply, one, two);
}
Value Divide(const Value& one, const Value& two) {
  return IntegerBinary(Operator::kFloorDivide, one, two);
}
Value Rest(const Value& one, const Value& two) {
  return IntegerBinary(Operator::kModulo, one, two);
}
bool IsZero(const Value& number) {
  return number.is_int() && number.int_value() == 0;
}
bool IsOdd(const Value& number) {
  return !IsZero(Rest(number, Value::Int(2)));
}
Value Negated(const Value& number) {
  return Subtract(Value::Int(0), number);
}

Value PowerOfTen(int64_t exponent) {
  constexpr int64_t kLongest = 18;
  if (exponent > kLongest) return IntegerBinary(Operator::kPower, Value::Int(10), Value::Int(exponent));
  int64_t power = 1;
  for (int64_t i = 0; i < exponent; ++i) power *= 10;
  return Value::Int(power);
}

/// Newton's method from above.
Value Root(const Value& number) {
  if (IsZero(number)) return number;
  Value guess = PowerOfTen(static_cast<int64_t>(IntegerText(number).size() / 2) + 1);
  while (true) {
    const Value next = Divide(Add(guess, Divide(number, guess)), Value::Int(2));
    if (CompareIntegers(next, guess) >= 0) return guess;
    guess = next;
  }
}

}  // namespace integer

using integer::IsZero;

bool DecimalNumber::is_zero() const {
  return is_finite() && IsZero(coefficient);
}

int64_t DecimalNumber::digits() const {
  return static_cast<int64_t>(IntegerText(coefficient).size());
}

// ------------------------------------------------------------------------------------------ rounding

namespace {

/// Whether a coefficient from which digits were cut goes up by one. `half` compares what was cut with a half of the
/// last digit that stays.
bool RoundsUp(Rounding rounding, bool negative, const Value& kept, int half) {
  switch (rounding) {
    case Rounding::kHalfEven:
      return half > 0 || (half == 0 && integer::IsOdd(kept));
    case Rounding::kHalfUp:
      return half >= 0;
    case Rounding::kHalfDown:
      return half > 0;
    case Rounding::kUp:
      return true;
    case Rounding::kDown:
      return false;
    case Rounding::kCeiling:
      return !negative;
    case Rounding::kFloor:
      return negative;
    case Rounding::kZeroFiveUp:
      break;
  }
  return IsZero(integer::Rest(kept, Value::Int(5)));
}

/// Cuts `count` digits from the end.
DecimalNumber CutDigits(DecimalNumber number, int64_t count, Rounding rounding, bool* inexact) {
  const Value unit = integer::PowerOfTen(count);
  const Value rest = integer::Rest(number.coefficient, unit);
  Value kept = integer::Divide(number.coefficient, unit);
  if (!IsZero(rest)) {
    *inexact = true;
    const int half = CompareIntegers(integer::Multiply(rest, Value::Int(2)), unit);
    if (RoundsUp(rounding, number.negative, kept, half)) kept = integer::Add(kept, Value::Int(1));
  }
  number.coefficient = kept;
  number.exponent += count;
  return number;
}

/// What a number beyond the range becomes.
DecimalNumber Overflowed(const DecimalNumber& number, DecimalContext& context) {
  context.Signal(DecimalSignal::kOverflow);
  context.Signal(DecimalSignal::kInexact);
  context.Signal(DecimalSignal::kRounded);
  const Rounding rounding = context.rounding;
  const bool stays_finite = rounding == Rounding::kDown || rounding == Rounding::kZeroFiveUp ||
                            (rounding == Rounding::kFloor && !number.negative) ||
                            (rounding == Rounding::kCeiling && number.negative);
  if (!stays_finite) return {number.negative, DecimalKind::kInfinity, Value::Int(0), 0};
  const Value largest = integer::Subtract(integer::PowerOfTen(context.precision), Value::Int(1));
  return {number.negative, DecimalKind::kFinite, largest, context.max_exponent - context.precision + 1};
}

}  // namespace

DecimalNumber FitDecimal(DecimalNumber number, DecimalContext& context) {
  if (!number.is_finite()) return number;
  const int64_t tiniest = context.min_exponent - context.precision + 1;
  if (number.is_zero()) {
    const int64_t fitting = std::clamp(number.exponent, tiniest, context.max_exponent);
    if (fitting != number.exponent) context.Signal(DecimalSignal::kClamped);
    number.exponent = fitting;
    return number;
  }
  bool inexact = false;
  const bool is_subnormal = number.adjusted() < context.min_exponent;
  const int64_t too_many = std::max(number.digits() - context.precision, is_subnormal ? tiniest - number.exponent : 0);
  if (too_many > 0) {
    number = CutDigits(std::move(number), too_many, context.rounding, &inexact);
    // 9.99 has become 10.0
    if (number.digits() > context.precision) number = CutDigits(std::move(number), 1, context.rounding, &inexact);
    context.Signal(DecimalSignal::kRounded);
  }
  if (is_subnormal) context.Signal(DecimalSignal::kSubnormal);
  if (is_subnormal && inexact) context.Signal(DecimalSignal::kUnderflow);
  if (inexact) context.Signal(DecimalSignal::kInexact);
  if (number.adjusted() > context.max_exponent) return Overflowed(number, context);
  return number;
}

DecimalNumber Rescaled(const DecimalNumber& number, int64_t exponent, Rounding rounding, bool* inexact) {
  bool ignored = false;
  DecimalNumber rescaled = number;
  if (number.is_zero()) {
    rescaled.exponent = exponent;
    return rescaled;
  }
  if (number.exponent >= exponent) {
    const Value factor = integer::PowerOfTen(number.exponent - exponent);
    rescaled.coefficient = integer::Multiply(number.coefficient, factor);
    rescaled.exponent = exponent;
    return rescaled;
  }
  // Far below the last digit all numbers are alike.
  const int64_t count = exponent - number.exponent;
  if (count > number.digits() + 1) {
    rescaled.coefficient = Value::Int(1);
    rescaled.exponent = exponent - 2;
  }
  return CutDigits(rescaled, exponent - rescaled.exponent, rounding, inexact == nullptr ? &ignored : inexact);
}

DecimalNumber QuantizeDecimal(const DecimalNumber& number, const DecimalNumber& pattern, Rounding rounding,
                              DecimalContext& context) {
  if (number.is_nan()) return number;
  if (pattern.is_nan()) return pattern;
  if (!number.is_finite() || !pattern.is_finite()) {
    if (number.kind == pattern.kind) return number;
    return context.Invalid(InvalidReason::kInvalidOperation);
  }
  const int64_t tiniest = context.min_exponent - context.precision + 1;
  if (pattern.exponent < tiniest || pattern.exponent > context.max_exponent) {
    return context.Invalid(InvalidReason::kInvalidOperation);
  }
  if (!number.is_zero() && number.adjusted() - pattern.exponent + 1 > context.precision) {
    return context.Invalid(InvalidReason::kInvalidOperation);
  }
  bool inexact = false;
  DecimalNumber rescaled = Rescaled(number, pattern.exponent, rounding, &inexact);
  if (rescaled.digits() > context.precision) return context.Invalid(InvalidReason::kInvalidOperation);
  if (pattern.exponent > number.exponent) context.Signal(DecimalSignal::kRounded);
  if (inexact) context.Signal(DecimalSignal::kInexact);
  return rescaled;
}

DecimalNumber WithoutTrailingZeros(DecimalNumber number) {
  if (!number.is_finite()) return number;
  if (number.is_zero()) {
    number.exponent = 0;
    return number;
  }
  const std::string digits = IntegerText(number.coefficient);
  const auto zeros = static_cast<int64_t>(digits.size() - 1 - digits.find_last_not_of('0'));
  if (zeros == 0) return number;
  number.coefficient = integer::Divide(number.coefficient, integer::PowerOfTen(zeros));
  number.exponent += zeros;
  return number;
}

// ------------------------------------------------------------------------------------------ conversion

DecimalNumber DecimalOfInteger(const Value& given) {
  const bool negative = CompareIntegers(given, Value::Int(0)) < 0;
  const Value number = MakeIntegerOf(given, Types().integer);
  return {negative, DecimalKind::kFinite, negative ? integer::Negated(number) : number, 0};
}

DecimalNumber DecimalOfFloat(double number) {
  const bool negative = std::signbit(number);
  if (std::isnan(number)) return {negative, DecimalKind::kNan, Value::Int(0), 0};
  if (std::isinf(number)) return {negative, DecimalKind::kInfinity, Value::Int(0), 0};
  int exponent = 0;
  auto mantissa = static_cast<int64_t>(std::ldexp(std::frexp(std::fabs(number), &exponent), 53));
  exponent -= 53;
  if (mantissa == 0) return {negative, DecimalKind::kFinite, Value::Int(0), 0};
  for (; mantissa % 2 == 0; ++exponent) mantissa /= 2;
  if (exponent >= 0) {
    const Value power = IntegerBinary(Operator::kPower, Value::Int(2), Value::Int(exponent));
    return {negative, DecimalKind::kFinite, integer::Multiply(Value::Int(mantissa), power), 0};
  }
  // m / 2^k is m * 5^k / 10^k.
  const Value power = IntegerBinary(Operator::kPower, Value::Int(5), Value::Int(-exponent));
  return {negative, DecimalKind::kFinite, integer::Multiply(Value::Int(mantissa), power), exponent};
}

Value TruncatedInteger(const DecimalNumber& number) {
  const Value whole = number.exponent >= 0 ? integer::Multiply(number.coefficient, integer::PowerOfTen(number.exponent))
                      : -number.exponent > number.digits()
                          ? Value::Int(0)
                          : integer::Divide(number.coefficient, integer::PowerOfTen(-number.exponent));
  return number.negative ? integer::Negated(whole) : whole;
}

std::optional<Value> IntegerOfDecimal(const DecimalNumber& number) {
  if (!number.is_finite()) return std::nullopt;
  const DecimalNumber plain = WithoutTrailingZeros(number);
  return plain.exponent < 0 ? std::nullopt : std::optional(TruncatedInteger(plain));
}

double DoubleOfDecimal(const DecimalNumber& number) {
  if (number.is_nan()) return number.negative ? -NAN : NAN;
  if (!number.is_finite()) return number.negative ? -INFINITY : INFINITY;
  return std::strtod(DecimalText(number).c_str(), nullptr);
}

}  // namespace limbeck::python
