#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "base/utf8.h"
#include "python/integers.h"
#include "python/script_error.h"
#include "python/types/float_text.h"
#include "python/types/format_spec.h"

// Numbers by the format mini-language: a sign, a prefix, digits in groups, and what follows them.

namespace limbeck::python {
namespace {

struct NumberParts {
  std::string sign;
  std::string prefix;  ///< 0x
  std::string digits;  ///< before the point
  std::string rest;    ///< from the point on
};

std::string SignText(const FormatSpec& spec, bool negative) {
  if (negative) return "-";
  return spec.sign == '+' || spec.sign == ' ' ? std::string(1, spec.sign) : "";
}

/// Separators between groups, counted from the end; zeros before the digits until there are `least` characters.
std::string Grouped(std::string_view digits, char separator, size_t group, size_t least) {
  std::string reversed;
  size_t taken = 0;
  while (taken < digits.size() || reversed.size() < least) {
    if (separator != 0 && taken > 0 && taken % group == 0) reversed += separator;
    reversed += taken < digits.size() ? digits[digits.size() - 1 - taken] : '0';
    ++taken;
  }
  return {reversed.rbegin(), reversed.rend()};
}

std::string Assemble(const FormatSpec& spec, const NumberParts& parts, size_t group) {
  const size_t around = parts.sign.size() + parts.prefix.size() + parts.rest.size();
  const auto width = static_cast<size_t>(std::max<int64_t>(spec.width, 0));
  if (width > (uint64_t{1} << 31)) Raise(Exceptions().memory_error, "");
  const bool pads_with_zeros = spec.fill == '0' && spec.align == '=';
  const size_t least = pads_with_zeros && width > around ? width - around : 0;
  const std::string number = Grouped(parts.digits, spec.grouping, group, least) + parts.rest;
  const std::string head = parts.sign + parts.prefix;
  if (spec.align != '=' || pads_with_zeros) return Padded(spec, head + number, head.size() + number.size(), '>');
  FormatSpec inside = spec;
  inside.align = '>';
  inside.width -= static_cast<int64_t>(head.size());
  return head + Padded(inside, number, number.size(), '>');
}

/// Digits with what follows them: a point, an exponent.
std::string AssembleDigits(const FormatSpec& spec, bool negative, const std::string& digits) {
  NumberParts parts;
  parts.sign = SignText(spec, negative);
  const size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
  parts.digits = digits.substr(0, whole);
  parts.rest = digits.substr(whole);
  return Assemble(spec, parts, 3);
}

// ------------------------------------------------------------------------------------------ integers

std::string FormatCharacter(const Value& integer, const FormatSpec& spec) {
  if (spec.sign != 0) RaiseValueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) RaiseValueError("Alternate form (#) not allowed with integer format specifier 'c'");
  const int64_t code = ClampedInteger(integer);
  if (code < 0 || code > 0x10FFFF) Raise(Exceptions().overflow_error, "%c arg not in range(0x110000)");
  std::string character;
  AppendUtf8(character, static_cast<char32_t>(code));
  return Padded(spec, character, 1, '>');
}

int BaseOf(char32_t type) {
  switch (type) {
    case 'b':
      return 2;
    case 'o':
      return 8;
    case 'x':
    case 'X':
      return 16;
    case 0:
    case 'd':
    case 'n':
      return 10;
    default:
      return 0;
  }
}

bool IsFloatCode(char32_t type) {
  return type != 0 && type < 0x80 &&
         std::string_view("eEfFgG%").find(static_cast<char>(type)) != std::string_view::npos;
}

std::string FormatFloatBySpec(double number, const FormatSpec& spec, std::string_view type_name);

std::string FormatIntegerBySpec(const Value& integer, const FormatSpec& spec, std::string_view type_name) {
  if (IsFloatCode(spec.type)) return FormatFloatBySpec(IntegerToDouble(integer), spec, type_name);
  const int base = BaseOf(spec.type);
  if (base == 0 && spec.type != 'c') RaiseUnknownFormatCode(spec.type, type_name);
  if (spec.precision != FormatSpec::kNone) RaiseValueError("Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) {
    RaiseValueError("Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') return FormatCharacter(integer, spec);
  NumberParts parts;
  parts.digits = IntegerText(integer, base);
  const bool negative = parts.digits.front() == '-';
  if (negative) parts.digits.erase(0, 1);
  parts.sign = SignText(spec, negative);
  if (spec.alternate && base != 10) parts.prefix = {'0', static_cast<char>(spec.type)};
  if (spec.type == 'X') parts.digits = ToUpper(parts.digits);
  return Assemble(spec, parts, base == 10 ? 3 : 4);
}

// ------------------------------------------------------------------------------------------ floats

std::string DigitsBySpec(double number, const FormatSpec& spec, std::string_view type_name) {
  const int precision =
      spec.precision == FormatSpec::kNone ? 6 : static_cast<int>(std::min<int64_t>(spec.precision, INT32_MAX));
  switch (spec.type) {
    case 0: {
      if (spec.precision != FormatSpec::kNone) return FloatDigitsWithPoint(number, precision, spec.alternate);
      return FloatRepr(std::fabs(number));
    }
    case 'e':
    case 'E':
      return FloatDigits(number, 'e', precision, spec.alternate);
    case 'f':
    case 'F':
      return FloatDigits(number, 'f', precision, spec.alternate);
    case '%':
      return FloatDigits(number * 100, 'f', precision, spec.alternate);
    case 'g':
    case 'G':
    case 'n':
      return FloatDigits(number, 'g', precision, spec.alternate);
    default:
      RaiseUnknownFormatCode(spec.type, type_name);
  }
}

bool IsZeroText(std::string_view digits) {
  return digits.substr(0, digits.find_first_of("eE")).find_first_of("123456789in") == std::string_view::npos;
}

std::string FormatFloatBySpec(double number, const FormatSpec& spec, std::string_view type_name) {
  if (spec.precision > (int64_t{1} << 30)) RaiseValueError("precision too big");
  std::string digits = DigitsBySpec(number, spec, type_name);
  bool negative = std::signbit(number) && !std::isnan(number);
  if (spec.no_negative_zero && IsZeroText(digits)) negative = false;
  if (spec.type == 'E' || spec.type == 'F' || spec.type == 'G') digits = ToUpper(digits);
  if (spec.type == '%') digits += '%';
  return AssembleDigits(spec, negative, digits);
}

/// A whole number without a type has no ".0".
std::string ComplexPart(double number, const FormatSpec& spec, std::string_view type_name) {
  if (spec.type != 0) return FormatFloatBySpec(number, spec, type_name);
  std::string digits = FloatRepr(std::fabs(number));
  if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
  return AssembleDigits(spec, std::signbit(number), digits);
}

}  // namespace

std::string FormatInteger(const Value& integer, std::string_view spec, std::string_view type_name) {
  return FormatIntegerBySpec(integer, ParseFormatSpec(spec, type_name, true), type_name);
}

std::string FormatFloat(double number, std::string_view spec, std::string_view type_name) {
  return FormatFloatBySpec(number, ParseFormatSpec(spec, type_name, true), type_name);
}

/// Without a type it is as str() writes it, in parentheses when there is a real part.
std::string FormatComplex(double real, double imaginary, std::string_view text, std::string_view type_name) {
  const FormatSpec spec = ParseFormatSpec(text, type_name, true);
  if (spec.align == '=') {
    RaiseValueError(spec.fill == '0' ? "Zero padding is not allowed in complex format specifier"
                                     : "'=' alignment flag is not allowed in complex format specifier");
  }
  FormatSpec inside = spec;
  inside.width = FormatSpec::kNone;
  if (spec.type == 0 && spec.precision != FormatSpec::kNone) inside.type = 'g';
  std::string number;
  const bool has_real = spec.type != 0 || real != 0 || std::signbit(real);
  if (has_real) {
    number = ComplexPart(real, inside, type_name);
    inside.sign = '+';
  }
  number += ComplexPart(imaginary, inside, type_name) + "j";
  if (spec.type == 0 && has_real) number = "(" + number + ")";
  return Padded(spec, number, number.size(), '>');
}

std::string FormatNumberDigits(bool negative, std::string_view text, std::string_view type_name,
                               const std::function<std::string(char type, int precision)>& digits) {
  const FormatSpec spec = ParseFormatSpec(text, type_name, true);
  if (spec.type >= 0x80) RaiseUnknownFormatCode(spec.type, type_name);
  const int precision = static_cast<int>(std::min<int64_t>(spec.precision, INT32_MAX));
  return AssembleDigits(spec, negative, digits(static_cast<char>(spec.type), precision));
}

}  // namespace limbeck::python
