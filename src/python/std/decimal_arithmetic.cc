#include <algorithm>

#include "python/integers.h"
#include "python/std/decimal_number.h"

// The operations on decimals.

namespace limbeck::python {

using integer::IsZero;

namespace {

DecimalNumber Infinity(bool negative) {
  return {negative, DecimalKind::kInfinity, Value::Int(0), 0};
}

DecimalNumber Zero(bool negative, int64_t exponent) {
  return {negative, DecimalKind::kFinite, Value::Int(0), exponent};
}

/// The NaN that comes of an operation with one: a signalling one first, which is invalid.
std::optional<DecimalNumber> NanOf(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context) {
  for (const DecimalNumber* number : {&one, &two}) {
    if (number->kind != DecimalKind::kSignalingNan) continue;
    context.Invalid(InvalidReason::kInvalidOperation);
    return DecimalNumber{number->negative, DecimalKind::kNan, number->coefficient, 0};
  }
  if (one.is_nan()) return one;
  if (two.is_nan()) return two;
  return std::nullopt;
}

/// A number far below another's last digit counts only as "a little more".
DecimalNumber Nearer(const DecimalNumber& small, const DecimalNumber& large, int64_t precision) {
  if (small.is_zero() || large.is_zero()) return small;
  const int64_t lowest = std::min(large.exponent, large.adjusted() - precision - 2);
  if (small.adjusted() >= lowest - 1) return small;
  return {small.negative, DecimalKind::kFinite, Value::Int(1), lowest - 2};
}

Value Signed(const DecimalNumber& number) {
  return number.negative ? integer::Negated(number.coefficient) : number.coefficient;
}

DecimalNumber AddFinite(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context) {
  const int64_t exponent = std::min(one.exponent, two.exponent);
  if (one.is_zero() && two.is_zero()) {
    const bool down = context.rounding == Rounding::kFloor;
    const bool negative = one.negative == two.negative ? one.negative : down;
    return FitDecimal(Zero(negative, exponent), context);
  }
  // A zero lends its exponent as far as the precision allows.
  if (one.is_zero() || two.is_zero()) {
    const DecimalNumber& number = one.is_zero() ? two : one;
    const int64_t target = std::max(exponent, number.adjusted() - context.precision);
    return FitDecimal(target < number.exponent ? Rescaled(number, target, context.rounding) : number, context);
  }
  const DecimalNumber left = Nearer(one, two, context.precision);
  const DecimalNumber right = Nearer(two, one, context.precision);
  const int64_t common = std::min(left.exponent, right.exponent);
  const Value sum =
      integer::Add(Signed(Rescaled(left, common, Rounding::kDown)), Signed(Rescaled(right, common, Rounding::kDown)));
  if (IsZero(sum)) return FitDecimal(Zero(context.rounding == Rounding::kFloor, common), context);
  const bool negative = CompareIntegers(sum, Value::Int(0)) < 0;
  return FitDecimal({negative, DecimalKind::kFinite, negative ? integer::Negated(sum) : sum, common}, context);
}

}  // namespace

DecimalNumber AddDecimals(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context) {
  if (const auto nan = NanOf(one, two, context)) return *nan;
  if (one.is_finite() && two.is_finite()) return AddFinite(one, two, context);
  if (!one.is_finite() && !two.is_finite() && one.negative != two.negative) {
    return context.Invalid(InvalidReason::kInvalidOperation);
  }
  return Infinity(one.is_finite() ? two.negative : one.negative);
}

DecimalNumber MultiplyDecimals(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context) {
  if (const auto nan = NanOf(one, two, context)) return *nan;
  const bool negative = one.negative != two.negative;
  if (!one.is_finite() || !two.is_finite()) {
    if (one.is_zero() || two.is_zero()) return context.Invalid(InvalidReason::kInvalidOperation);
    return Infinity(negative);
  }
  const Value product = integer::Multiply(one.coefficient, two.coefficient);
  return FitDecimal({negative, DecimalKind::kFinite, product, one.exponent + two.exponent}, context);
}

namespace {

DecimalNumber DivideFinite(const DecimalNumber& one, const DecimalNumber& two, bool negative, DecimalContext& context) {
  const int64_t ideal = one.exponent - two.exponent;
  if (one.is_zero()) return FitDecimal(Zero(negative, ideal), context);
  // Enough digits for the precision and one more, and a digit that says whether anything is left.
  const int64_t shift = two.digits() - one.digits() + context.precision + 1;
  const Value dividend = shift >= 0 ? integer::Multiply(one.coefficient, integer::PowerOfTen(shift)) : one.coefficient;
  const Value divisor = shift >= 0 ? two.coefficient : integer::Multiply(two.coefficient, integer::PowerOfTen(-shift));
  Value quotient = integer::Divide(dividend, divisor);
  const bool is_exact = IsZero(integer::Rest(dividend, divisor));
  if (!is_exact && IsZero(integer::Rest(quotient, Value::Int(5)))) quotient = integer::Add(quotient, Value::Int(1));
  DecimalNumber result{negative, DecimalKind::kFinite, quotient, ideal - shift};
  while (is_exact && result.exponent < ideal && IsZero(integer::Rest(result.coefficient, Value::Int(10)))) {
    result.coefficient = integer::Divide(result.coefficient, Value::Int(10));
    ++result.exponent;
  }
  return FitDecimal(result, context);
}

}  // namespace

DecimalNumber DivideDecimals(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context) {
  if (const auto nan = NanOf(one, two, context)) return *nan;
  const bool negative = one.negative != two.negative;
  if (!one.is_finite()) {
    return two.is_finite() ? Infinity(negative) : context.Invalid(InvalidReason::kInvalidOperation);
  }
  if (!two.is_finite()) return Zero(negative, context.min_exponent - context.precision + 1);
  if (two.is_zero()) {
    if (one.is_zero()) return context.Invalid(InvalidReason::kDivisionUndefined);
    context.Signal(DecimalSignal::kDivisionByZero);
    return Infinity(negative);
  }
  return DivideFinite(one, two, negative, context);
}

namespace {

/// What division into whole parts gives for infinities and zeros; nothing for the ordinary case.
std::optional<DecimalQuotient> SpecialQuotient(const DecimalNumber& one, const DecimalNumber& two,
                                               DecimalContext& context) {
  const bool negative = one.negative != two.negative;
  if (const auto nan = NanOf(one, two, context)) return DecimalQuotient{*nan, *nan};
  if (!one.is_finite()) {
    const DecimalNumber invalid = context.Invalid(InvalidReason::kInvalidOperation);
    return DecimalQuotient{two.is_finite() ? Infinity(negative) : invalid, invalid};
  }
  if (!two.is_finite()) return DecimalQuotient{Zero(negative, 0), one};
  if (!two.is_zero()) return std::nullopt;
  if (one.is_zero()) {
    const DecimalNumber invalid = context.Invalid(InvalidReason::kDivisionUndefined);
    return DecimalQuotient{invalid, invalid};
  }
  context.Signal(DecimalSignal::kDivisionByZero);
  return DecimalQuotient{Infinity(negative), context.Invalid(InvalidReason::kInvalidOperation)};
}

}  // namespace

DecimalQuotient DivideWhole(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context) {
  if (const auto special = SpecialQuotient(one, two, context)) return *special;
  const bool negative = one.negative != two.negative;
  const int64_t exponent = std::min(one.exponent, two.exponent);
  if (one.is_zero() || one.adjusted() - two.adjusted() <= -2) {
    DecimalNumber rest = one;
    if (one.is_zero() || rest.exponent > exponent) rest = Rescaled(one, exponent, context.rounding);
    return {Zero(negative, 0), FitDecimal(rest, context)};
  }
  if (one.adjusted() - two.adjusted() > context.precision) {
    const DecimalNumber invalid = context.Invalid(InvalidReason::kDivisionImpossible);
    return {invalid, invalid};
  }
  const Value dividend = Rescaled(one, exponent, Rounding::kDown).coefficient;
  const Value divisor = Rescaled(two, exponent, Rounding::kDown).coefficient;
  const DecimalNumber whole{negative, DecimalKind::kFinite, integer::Divide(dividend, divisor), 0};
  if (whole.digits() > context.precision) {
    const DecimalNumber invalid = context.Invalid(InvalidReason::kDivisionImpossible);
    return {invalid, invalid};
  }
  const DecimalNumber rest{one.negative, DecimalKind::kFinite, integer::Rest(dividend, divisor), exponent};
  return {whole, FitDecimal(rest, context)};
}

// ------------------------------------------------------------------------------------------ powers and roots

namespace {

/// By squaring, with digits to spare.
DecimalNumber WholePower(const DecimalNumber& base, int64_t exponent, DecimalContext& context) {
  DecimalContext wide = context;
  wide.precision = context.precision + 8 + static_cast<int64_t>(std::to_string(exponent).size()) * 2;
  wide.rounding = Rounding::kHalfEven;
  wide.traps = 0;
  wide.min_exponent = -1'000'000'000;
  wide.max_exponent = 1'000'000'000;
  DecimalNumber result{false, DecimalKind::kFinite, Value::Int(1), 0};
  DecimalNumber square = base;
  for (int64_t left = exponent < 0 ? -exponent : exponent; left > 0; left /= 2) {
    if (left % 2 != 0) result = MultiplyDecimals(result, square, wide);
    if (left > 1) square = MultiplyDecimals(square, square, wide);
  }
  // Beyond all range: the context says what becomes of it.
  if (!result.is_finite() && exponent > 0) {
    result = {result.negative, DecimalKind::kFinite, Value::Int(1), context.max_exponent + 1};
  }
  if (exponent < 0) return DivideDecimals({false, DecimalKind::kFinite, Value::Int(1), 0}, result, context);
  return FitDecimal(result, context);
}

}  // namespace

DecimalNumber PowerOfDecimal(const DecimalNumber& base, const DecimalNumber& exponent, DecimalContext& context) {
  if (const auto nan = NanOf(base, exponent, context)) return *nan;
  const std::optional<Value> whole = IntegerOfDecimal(exponent);
  const std::optional<int64_t> times = whole ? SmallInteger(*whole) : std::nullopt;
  if (base.is_zero() && times == 0) return context.Invalid(InvalidReason::kInvalidOperation);
  if (times == 0) return {false, DecimalKind::kFinite, Value::Int(1), 0};
  const bool negative = base.negative && times && *times % 2 != 0;
  if (!base.is_finite() && times) return *times > 0 ? Infinity(negative) : Zero(negative, 0);
  if (base.is_zero() && times) {
    if (*times > 0) return Zero(negative, 0);
    return Infinity(negative);
  }
  if (times) return WholePower(base, *times, context);
  if (exponent.is_finite() && WithoutTrailingZeros(exponent).exponent == -1 && !base.negative) {
    const DecimalNumber half{false, DecimalKind::kFinite, Value::Int(5), -1};
    if (CompareDecimals(exponent, half) == 0) return SquareRoot(base, context);
  }
  return context.Invalid(InvalidReason::kInvalidOperation);
}

DecimalNumber SquareRoot(const DecimalNumber& number, DecimalContext& context) {
  if (number.is_nan()) return number;
  if (number.is_zero()) {
    const int64_t exponent = number.exponent >= 0 ? number.exponent / 2 : -((-number.exponent + 1) / 2);
    return FitDecimal(Zero(number.negative, exponent), context);
  }
  if (number.negative) return context.Invalid(InvalidReason::kInvalidOperation);
  if (!number.is_finite()) return number;
  // The root of an integer with twice the digits, under an even exponent.
  const int64_t ideal = number.exponent >= 0 ? number.exponent / 2 : -((-number.exponent + 1) / 2);
  int64_t shift = std::max<int64_t>((context.precision + 2) * 2 - number.digits(), 0);
  if ((number.exponent - shift) % 2 != 0) ++shift;
  const Value widened = integer::Multiply(number.coefficient, integer::PowerOfTen(shift));
  Value root = integer::Root(widened);
  const bool is_exact = CompareIntegers(integer::Multiply(root, root), widened) == 0;
  if (!is_exact && IsZero(integer::Rest(root, Value::Int(5)))) root = integer::Add(root, Value::Int(1));
  DecimalNumber result{false, DecimalKind::kFinite, root, (number.exponent - shift) / 2};
  while (is_exact && result.exponent < ideal && IsZero(integer::Rest(result.coefficient, Value::Int(10)))) {
    result.coefficient = integer::Divide(result.coefficient, Value::Int(10));
    ++result.exponent;
  }
  DecimalContext nearest = context;
  nearest.rounding = Rounding::kHalfEven;
  const DecimalNumber fitted = FitDecimal(result, nearest);
  context.flags = nearest.flags;
  return fitted;
}

// ------------------------------------------------------------------------------------------ order

namespace {

int SizeOrder(const DecimalNumber& one, const DecimalNumber& two) {
  if (!one.is_finite() || !two.is_finite()) return (one.is_finite() ? 0 : 1) - (two.is_finite() ? 0 : 1);
  if (one.is_zero() || two.is_zero()) return (one.is_zero() ? 0 : 1) - (two.is_zero() ? 0 : 1);
  if (one.adjusted() != two.adjusted()) return one.adjusted() < two.adjusted() ? -1 : 1;
  const int64_t exponent = std::min(one.exponent, two.exponent);
  return CompareIntegers(Rescaled(one, exponent, Rounding::kDown).coefficient,
                         Rescaled(two, exponent, Rounding::kDown).coefficient);
}

}  // namespace

int CompareDecimals(const DecimalNumber& one, const DecimalNumber& two) {
  if (one.is_zero() && two.is_zero()) return 0;
  if (one.negative != two.negative) return one.negative ? -1 : 1;
  const int order = SizeOrder(one, two);
  return one.negative ? -order : order;
}

}  // namespace limbeck::python
