#include "python/types/float_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/text.h"

namespace limbeck::python {
namespace {

/// A number in decimal: 0.DIGITS * 10^point.
struct Decimal {
  std::string digits;
  int point = 0;
};

/// Reads what to_chars has written in scientific form: "1.25e+03".
Decimal FromScientific(std::string_view text) {
  const size_t e = text.find('e');
  Decimal decimal;
  for (const char c : text.substr(0, e)) {
    if (c != '.') decimal.digits += c;
  }
  const std::string_view exponent = text.substr(e + 1);
  std::from_chars(exponent.data() + (exponent.front() == '+' ? 1 : 0), exponent.data() + exponent.size(),
                  decimal.point);
  ++decimal.point;
  return decimal;
}

/// Room for every double in every form: 309 digits before the point, and as many behind it as are asked for.
std::string ToChars(double number, std::chars_format format, int precision) {
  std::string text(static_cast<size_t>(std::max(precision, 0)) + 330, '\0');
  char* const end = text.data() + text.size();
  const auto result = precision < 0 ? std::to_chars(text.data(), end, number, format)
                                    : std::to_chars(text.data(), end, number, format, precision);
  text.resize(static_cast<size_t>(result.ptr - text.data()));
  return text;
}

std::string WithExponent(const Decimal& decimal, bool keep_point) {
  std::string text = decimal.digits.substr(0, 1);
  if (decimal.digits.size() > 1 || keep_point) text += "." + decimal.digits.substr(1);
  const int exponent = decimal.point - 1;
  return text + fmt::format("e{}{:02}", exponent < 0 ? '-' : '+', std::abs(exponent));
}

std::string WithoutExponent(const Decimal& decimal, bool keep_point) {
  const auto count = static_cast<int>(decimal.digits.size());
  std::string text;
  if (decimal.point <= 0) {
    text = "0." + std::string(static_cast<size_t>(-decimal.point), '0') + decimal.digits;
  } else if (decimal.point >= count) {
    text = decimal.digits + std::string(static_cast<size_t>(decimal.point - count), '0') + ".";
  } else {
    text = decimal.digits;
    text.insert(static_cast<size_t>(decimal.point), ".");
  }
  if (text.back() == '.' && !keep_point) text.pop_back();
  return text;
}

void DropTrailingZeros(std::string& digits) {
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
}

std::string NotFinite(double number) {
  return std::isnan(number) ? "nan" : "inf";
}

/// g: the shorter of the two forms. From `first_exponent` digits before the point on, that with an exponent.
std::string General(double number, int precision, int first_exponent, bool alternate, bool add_zero) {
  Decimal decimal = FromScientific(ToChars(std::fabs(number), std::chars_format::scientific, precision - 1));
  if (!alternate) DropTrailingZeros(decimal.digits);
  if (decimal.point <= -4 || decimal.point > first_exponent) return WithExponent(decimal, alternate);
  std::string text = WithoutExponent(decimal, alternate || add_zero);
  if (add_zero && text.back() == '.') text += '0';
  return text;
}

}  // namespace

std::string FloatRepr(double number) {
  if (std::isnan(number)) return "nan";
  const std::string sign = std::signbit(number) ? "-" : "";
  if (std::isinf(number)) return sign + "inf";
  const Decimal decimal = FromScientific(ToChars(std::fabs(number), std::chars_format::scientific, -1));
  if (decimal.point <= -4 || decimal.point > 16) return sign + WithExponent(decimal, false);
  std::string text = sign + WithoutExponent(decimal, true);
  return text.back() == '.' ? text + '0' : text;
}

std::string FloatDigits(double number, char code, int precision, bool alternate) {
  if (!std::isfinite(number)) return NotFinite(number);
  if (code == 'g') {
    const int digits = std::max(precision, 1);
    return General(number, digits, digits, alternate, false);
  }
  if (code == 'e') {
    return WithExponent(FromScientific(ToChars(std::fabs(number), std::chars_format::scientific, precision)),
                        alternate);
  }
  std::string text = ToChars(std::fabs(number), std::chars_format::fixed, precision);
  return precision == 0 && alternate ? text + '.' : text;
}

std::string FloatDigitsWithPoint(double number, int precision, bool alternate) {
  if (!std::isfinite(number)) return NotFinite(number);
  const int digits = std::max(precision, 1);
  return General(number, digits, digits - 1, alternate, true);
}

// ------------------------------------------------------------------------------------------ reading

namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Underscores stand between digits only; nullopt when one does not.
std::optional<std::string> WithoutUnderscores(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      plain += text[i];
    } else if (i == 0 || i + 1 == text.size() || !IsDigit(text[i - 1]) || !IsDigit(text[i + 1])) {
      return std::nullopt;
    }
  }
  return plain;
}

double Infinity() {
  return std::numeric_limits<double>::infinity();
}

/// A number that no double holds is infinite, or zero: which, the place of its first digit says.
double OutOfRange(std::string_view digits) {
  const size_t e = std::min(digits.find_first_of("eE"), digits.size());
  const std::string_view mantissa = digits.substr(0, e);
  const auto point = static_cast<int64_t>(std::min(mantissa.find('.'), mantissa.size()));
  const auto first = static_cast<int64_t>(mantissa.find_first_of("123456789"));
  const bool is_small = e + 1 < digits.size() ? digits[e + 1] == '-' : first > point;
  return is_small ? 0.0 : Infinity();
}

std::optional<double> ParseDecimal(std::string_view digits) {
  const bool starts_number = !digits.empty() && (IsDigit(digits[0]) || digits[0] == '.');
  double number = 0;
  const char* const end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, number);
  if (!starts_number || result.ptr != end || result.ec == std::errc::invalid_argument) return std::nullopt;
  return result.ec == std::errc::result_out_of_range ? OutOfRange(digits) : number;
}

std::optional<double> ParseHexadecimal(std::string_view digits) {
  if (digits.starts_with("0x") || digits.starts_with("0X")) digits.remove_prefix(2);
  double parsed = 0;
  const char* const end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, parsed, std::chars_format::hex);
  const bool is_whole = result.ptr == end && !digits.empty() && digits.front() != '-';
  if (!is_whole || result.ec == std::errc::invalid_argument) return std::nullopt;
  if (result.ec == std::errc()) return parsed;
  return ToLower(digits).find("p-") != std::string::npos ? 0.0 : Infinity();
}

/// What the digits behind a sign are, or one of the words for what digits cannot say.
std::optional<double> ParseSigned(std::string_view text, std::optional<double> (*parse)(std::string_view digits)) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::string word = ToLower(text);
  std::optional<double> number;
  if (word == "inf" || word == "infinity") {
    number = Infinity();
  } else if (word == "nan") {
    number = std::numeric_limits<double>::quiet_NaN();
  } else {
    number = parse(text);
  }
  return number && negative ? -*number : number;
}

}  // namespace

std::optional<double> ParseFloat(std::string_view text) {
  const std::optional<std::string> plain = WithoutUnderscores(text);
  if (!plain) return std::nullopt;
  return ParseSigned(*plain, ParseDecimal);
}

// ------------------------------------------------------------------------------------------ hexadecimal

std::string FloatHex(double number) {
  if (!std::isfinite(number)) return FloatRepr(number);
  constexpr int kMantissaBits = 52;
  const auto bits = std::bit_cast<uint64_t>(number);
  const uint64_t mantissa = bits & ((uint64_t{1} << kMantissaBits) - 1);
  const auto biased = static_cast<int>((bits >> kMantissaBits) & 0x7FF);
  const char* sign = std::signbit(number) ? "-" : "";
  if (number == 0) return fmt::format("{}0x0.0p+0", sign);
  return fmt::format("{}0x{}.{:013x}p{:+}", sign, biased == 0 ? 0 : 1, mantissa, biased == 0 ? -1022 : biased - 1023);
}

std::optional<double> ParseFloatHex(std::string_view text) {
  return ParseSigned(text, ParseHexadecimal);
}

}  // namespace limbeck::python
