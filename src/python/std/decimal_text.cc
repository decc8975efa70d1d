#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "python/integers.h"
#include "python/script_error.h"
#include "python/std/decimal_number.h"
#include "python/types/format_spec.h"

// Decimals as text, and texts as decimals.

namespace limbeck::python {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsDigit);
}

Value CoefficientOf(const std::string& digits) {
  return digits.empty() ? Value::Int(0) : MakeInteger(digits);
}

/// inf, infinity, nan, snan, each with any case; NaNs with a payload.
std::optional<DecimalNumber> ParseSpecial(const std::string& word, bool negative) {
  if (word == "inf" || word == "infinity") return DecimalNumber{negative, DecimalKind::kInfinity, Value::Int(0), 0};
  const bool signals = word.starts_with("snan");
  if (!signals && !word.starts_with("nan")) return std::nullopt;
  const std::string payload = word.substr(signals ? 4 : 3);
  if (!AllDigits(payload)) return std::nullopt;
  return DecimalNumber{negative, signals ? DecimalKind::kSignalingNan : DecimalKind::kNan, CoefficientOf(payload), 0};
}

std::optional<int64_t> ParseExponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 18 || !AllDigits(text)) return std::nullopt;
  const int64_t exponent = std::stoll(std::string(text));
  return negative ? -exponent : exponent;
}

const char* SignOf(const DecimalNumber& number) {
  return number.negative ? "-" : "";
}

std::string SpecialText(const DecimalNumber& number) {
  if (number.kind == DecimalKind::kInfinity) return "Infinity";
  const std::string payload = integer::IsZero(number.coefficient) ? "" : IntegerText(number.coefficient);
  return (number.kind == DecimalKind::kSignalingNan ? "sNaN" : "NaN") + payload;
}

/// Many zeros, but no more than a text can sensibly have.
std::string Zeros(int64_t count) {
  constexpr int64_t kMost = 10'000'000;
  if (count > kMost) Raise(Exceptions().overflow_error, "too many digits in a decimal's text");
  return std::string(static_cast<size_t>(count), '0');
}

/// The digits with a point behind the first `before`, which may lie outside of them.
std::string WithPoint(const std::string& digits, int64_t before) {
  const auto count = static_cast<int64_t>(digits.size());
  if (before <= 0) return "0." + Zeros(-before) + digits;
  if (before >= count) return digits + Zeros(before - count);
  return digits.substr(0, static_cast<size_t>(before)) + "." + digits.substr(static_cast<size_t>(before));
}

std::string ExponentText(int64_t exponent, char letter) {
  return exponent == 0 ? "" : fmt::format("{}{:+}", letter, exponent);
}

}  // namespace

std::optional<DecimalNumber> ParseDecimal(std::string_view given) {
  std::string text = ToLower(Trim(given));
  std::erase(text, '_');
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  if (!rest.empty() && !IsDigit(rest.front()) && rest.front() != '.') return ParseSpecial(std::string(rest), negative);
  int64_t exponent = 0;
  if (const size_t e = rest.find('e'); e != std::string_view::npos) {
    const auto written = ParseExponent(rest.substr(e + 1));
    if (!written) return std::nullopt;
    exponent = *written;
    rest = rest.substr(0, e);
  }
  const size_t point = rest.find('.');
  const std::string_view whole = rest.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? "" : rest.substr(point + 1);
  if (whole.size() + fraction.size() == 0 || !AllDigits(whole) || !AllDigits(fraction)) return std::nullopt;
  const Value coefficient = CoefficientOf(std::string(whole) + std::string(fraction));
  return DecimalNumber{negative, DecimalKind::kFinite, coefficient, exponent - static_cast<int64_t>(fraction.size())};
}

std::string DecimalText(const DecimalNumber& number, bool capitals) {
  if (!number.is_finite()) return SignOf(number) + SpecialText(number);
  const std::string digits = IntegerText(number.coefficient);
  const int64_t before = number.exponent + static_cast<int64_t>(digits.size());
  const bool plain = number.exponent <= 0 && before > -6;
  if (plain) return SignOf(number) + WithPoint(digits, before);
  return SignOf(number) + WithPoint(digits, 1) + ExponentText(before - 1, capitals ? 'E' : 'e');
}

/// With an exponent that is a multiple of three.
std::string EngineeringText(const DecimalNumber& number, bool capitals) {
  if (!number.is_finite()) return SignOf(number) + SpecialText(number);
  const std::string digits = IntegerText(number.coefficient);
  const int64_t before = number.exponent + static_cast<int64_t>(digits.size());
  if (number.exponent <= 0 && before > -6) return DecimalText(number, capitals);
  const bool is_zero = number.is_zero();
  const int64_t place = is_zero ? (((before + 1) % 3 + 3) % 3) - 1 : ((before - 1) % 3 + 3) % 3 + 1;
  return SignOf(number) + WithPoint(digits, place) + ExponentText(before - place, capitals ? 'E' : 'e');
}

// ------------------------------------------------------------------------------------------ format()

namespace {

std::string FixedText(DecimalNumber number, int precision, int64_t shift, Rounding rounding) {
  number.exponent += shift;
  if (precision >= 0) number = Rescaled(number, -precision, rounding);
  const std::string digits = IntegerText(number.coefficient);
  if (number.exponent >= 0) return number.is_zero() ? "0" : digits + Zeros(number.exponent);
  return WithPoint(digits, number.exponent + static_cast<int64_t>(digits.size()));
}

std::string ScientificText(const DecimalNumber& number, int precision, char letter, Rounding rounding) {
  DecimalNumber shown = number;
  if (precision >= 0) {
    DecimalContext context;
    context.precision = precision + 1;
    context.traps = 0;
    context.rounding = rounding;
    if (!shown.is_zero()) shown = FitDecimal(number, context);
    const int64_t missing = precision + 1 - shown.digits();
    if (missing > 0) shown = Rescaled(number, shown.exponent - missing, context.rounding);
  }
  std::string digits = IntegerText(shown.coefficient);
  int64_t exponent = shown.exponent + static_cast<int64_t>(digits.size()) - 1;
  if (shown.is_zero() && precision >= 0) {
    digits = std::string(static_cast<size_t>(precision) + 1, '0');
    exponent = number.exponent + precision;
  }
  return WithPoint(digits, 1) + fmt::format("{}{:+}", letter, exponent);
}

std::string GeneralText(DecimalNumber number, int precision, char letter, Rounding rounding) {
  if (precision >= 0 && !number.is_zero()) {
    DecimalContext context;
    context.precision = std::max(precision, 1);
    context.traps = 0;
    context.rounding = rounding;
    number = FitDecimal(number, context);
  }
  const int64_t before = number.exponent + number.digits();
  if (number.exponent <= 0 && before > -6) return FixedText(number, -1, 0, rounding);
  return ScientificText(number, -1, letter, rounding);
}

std::string WithoutSign(const std::string& text) {
  return text.substr(text.starts_with('-') ? 1 : 0);
}

std::string DigitsOf(const DecimalNumber& number, char type, int precision, Rounding rounding) {
  if (!number.is_finite()) return SpecialText(number);
  switch (type) {
    case 0:
      if (precision < 0) return WithoutSign(DecimalText(number));
      return GeneralText(number, precision, 'E', rounding);
    case 'e':
    case 'E':
      return ScientificText(number, precision, type, rounding);
    case 'f':
    case 'F':
    case '%':
      return FixedText(number, precision, type == '%' ? 2 : 0, rounding) + (type == '%' ? "%" : "");
    case 'g':
    case 'G':
    case 'n':
      return GeneralText(number, precision, type == 'G' ? 'E' : 'e', rounding);
    default:
      RaiseValueError("invalid format string");
  }
}

}  // namespace

std::string FormatDecimal(const DecimalNumber& number, std::string_view specification, Rounding rounding) {
  return FormatNumberDigits(number.negative, specification, "decimal.Decimal",
                            [&](char type, int precision) { return DigitsOf(number, type, precision, rounding); });
}

}  // namespace limbeck::python
