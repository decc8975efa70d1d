#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "python/value.h"

// Decimal numbers of any precision as the General Decimal Arithmetic specification has them, which Python's `decimal`
// follows: coefficient * 10^exponent with a sign, infinities and NaNs. Coefficients are the interpreter's integers.
// Every operation is exact first, and then rounded once by its context.

namespace limbeck::python {

enum class DecimalKind : uint8_t { kFinite, kInfinity, kNan, kSignalingNan };

struct DecimalNumber {
  bool negative = false;
  DecimalKind kind = DecimalKind::kFinite;
  Value coefficient = Value::Int(0);  ///< >= 0; of a NaN its payload
  int64_t exponent = 0;

  bool is_finite() const { return kind == DecimalKind::kFinite; }
  bool is_nan() const { return kind == DecimalKind::kNan || kind == DecimalKind::kSignalingNan; }
  bool is_zero() const;
  int64_t digits() const;
  /// The exponent of the first digit.
  int64_t adjusted() const { return exponent + digits() - 1; }
};

enum class Rounding : uint8_t { kHalfEven, kHalfUp, kHalfDown, kUp, kDown, kCeiling, kFloor, kZeroFiveUp };
constexpr const char* kRoundingNames[] = {"ROUND_HALF_EVEN", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_UP",
                                          "ROUND_DOWN",      "ROUND_CEILING", "ROUND_FLOOR",     "ROUND_05UP"};

/// What an operation may have to say; a context keeps a flag for each, and raises those that it traps.
enum class DecimalSignal : uint8_t {
  kClamped,
  kDivisionByZero,
  kInexact,
  kOverflow,
  kRounded,
  kUnderflow,
  kInvalidOperation,
  kSubnormal,
  kFloatOperation,
};
constexpr size_t kDecimalSignals = 9;

/// Why an operation is invalid: the class that the exception names.
enum class InvalidReason : uint8_t {
  kInvalidOperation,
  kConversionSyntax,
  kDivisionImpossible,
  kDivisionUndefined,
  kInvalidContext,
};

struct DecimalContext {
  int64_t precision = 28;
  Rounding rounding = Rounding::kHalfEven;
  int64_t min_exponent = -999'999;
  int64_t max_exponent = 999'999;
  bool capitals = true;
  bool clamp = false;
  uint32_t flags = 0;
  uint32_t traps =
      Bit(DecimalSignal::kInvalidOperation) | Bit(DecimalSignal::kDivisionByZero) | Bit(DecimalSignal::kOverflow);

  static constexpr uint32_t Bit(DecimalSignal signal) { return 1U << static_cast<unsigned>(signal); }
  /// Sets the flag; throws the exception if it is trapped.
  void Signal(DecimalSignal signal);
  /// InvalidOperation; NaN when it is not trapped.
  DecimalNumber Invalid(InvalidReason reason);
};

// ---------------------------------------------------------------- making and reading

DecimalNumber DecimalOfInteger(const Value& integer);
/// Exactly what the float holds.
DecimalNumber DecimalOfFloat(double number);
/// "1.50", "-1e5", "Infinity", "NaN12"; nothing for another text. Underscores and spaces around are allowed.
std::optional<DecimalNumber> ParseDecimal(std::string_view text);
std::string DecimalText(const DecimalNumber& number, bool capitals = true);
std::string EngineeringText(const DecimalNumber& number, bool capitals = true);
/// format(number, specification)
std::string FormatDecimal(const DecimalNumber& number, std::string_view specification, Rounding rounding);

/// Nothing when the number is no integer.
std::optional<Value> IntegerOfDecimal(const DecimalNumber& number);
/// Without what stands behind the point.
Value TruncatedInteger(const DecimalNumber& number);
double DoubleOfDecimal(const DecimalNumber& number);

// ---------------------------------------------------------------- arithmetic

DecimalNumber AddDecimals(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context);
DecimalNumber MultiplyDecimals(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context);
DecimalNumber DivideDecimals(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context);
struct DecimalQuotient {
  DecimalNumber whole;
  DecimalNumber rest;
};
/// Rounded towards zero; the rest has the sign of the dividend.
DecimalQuotient DivideWhole(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context);
DecimalNumber PowerOfDecimal(const DecimalNumber& base, const DecimalNumber& exponent, DecimalContext& context);
DecimalNumber SquareRoot(const DecimalNumber& number, DecimalContext& context);

/// Rounded to the context's precision and range.
DecimalNumber FitDecimal(DecimalNumber number, DecimalContext& context);
/// With this exponent, whatever that takes; no context is asked.
DecimalNumber Rescaled(const DecimalNumber& number, int64_t exponent, Rounding rounding, bool* inexact = nullptr);
DecimalNumber QuantizeDecimal(const DecimalNumber& number, const DecimalNumber& pattern, Rounding rounding,
                              DecimalContext& context);
DecimalNumber WithoutTrailingZeros(DecimalNumber number);

/// -1, 0 or 1; neither is a NaN.
int CompareDecimals(const DecimalNumber& one, const DecimalNumber& two);

// ---------------------------------------------------------------- integers

namespace integer {
Value Add(const Value& one, const Value& two);
Value Subtract(const Value& one, const Value& two);
Value Multiply(const Value& one, const Value& two);
/// Of numbers >= 0.
Value Divide(const Value& one, const Value& two);
Value Rest(const Value& one, const Value& two);
bool IsZero(const Value& number);
bool IsOdd(const Value& number);
Value Negated(const Value& number);
Value PowerOfTen(int64_t exponent);
/// The greatest integer whose square is not more.
Value Root(const Value& number);
}  // namespace integer

}  // namespace limbeck::python
