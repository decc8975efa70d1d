#include "python/number_literal.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>
#include <system_error>

#include "python/syntax_error.h"

namespace limbeck::python {
namespace {

constexpr size_t kMaxDigits = 4300;

std::string_view WithoutUnderscores(std::string_view text, Arena& arena) {
  if (text.find('_') == std::string_view::npos) return text;
  char* const first = static_cast<char*>(arena.Allocate(text.size(), 1));
  const char* const last = std::copy_if(text.begin(), text.end(), first, [](char c) { return c != '_'; });
  return {first, static_cast<size_t>(last - first)};
}

int BaseOf(std::string_view digits, uint32_t flags) {
  if ((flags & number_flag::kPrefixed) == 0) return 10;
  const char letter = static_cast<char>(digits[1] | 0x20);
  return letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
}

/// A number that a double cannot hold is infinite or zero: which, the place of its first digit says.
double OutOfRange(std::string_view digits) {
  const size_t e = std::min(digits.find_first_of("eE"), digits.size());
  const std::string_view mantissa = digits.substr(0, e);
  const bool negative = e + 1 < digits.size() && digits[e + 1] == '-';
  const size_t point = std::min(mantissa.find('.'), mantissa.size());
  const bool written_large = mantissa.find_first_not_of('0') < point;
  const bool has_exponent = e < digits.size();
  const bool large = has_exponent ? !negative : written_large;
  return large ? std::numeric_limits<double>::infinity() : 0.0;
}

double ReadDouble(std::string_view digits) {
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return result.ec == std::errc::result_out_of_range ? OutOfRange(digits) : value;
}

void ReadFloat(std::string_view digits, uint32_t flags, ast::Constant& constant) {
  const bool imaginary = (flags & number_flag::kImaginary) != 0;
  if (imaginary) digits.remove_suffix(1);
  constant.constant = imaginary ? ast::ConstantKind::kImaginary : ast::ConstantKind::kFloat;
  constant.number = ReadDouble(digits);
}

}  // namespace

void ReadNumber(const SourceFile& source, const Token& token, Arena& arena, ast::Constant& constant) {
  const std::string_view digits = WithoutUnderscores(source.Text(token.span()), arena);
  const uint32_t flags = token.value;
  if ((flags & (number_flag::kFloat | number_flag::kImaginary)) != 0) return ReadFloat(digits, flags, constant);
  const int base = BaseOf(digits, flags);
  const char* const first = digits.data() + (base == 10 ? 0 : 2);
  const auto result = std::from_chars(first, digits.data() + digits.size(), constant.integer, base);
  constant.constant = ast::ConstantKind::kInt;
  if (result.ec != std::errc::result_out_of_range) return;
  if (base == 10 && digits.size() > kMaxDigits) {
    throw SyntaxError(source, token.span(),
                      "Exceeds the limit (4300 digits) for integer string conversion: value has " +
                          std::to_string(digits.size()) + " digits; use sys.set_int_max_str_digits()");
  }
  constant.constant = ast::ConstantKind::kBigInt;
  constant.integer = 0;
  constant.text = digits;
}

}  // namespace limbeck::python
