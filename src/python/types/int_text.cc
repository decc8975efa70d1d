#include "python/types/int_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "python/integers.h"
#include "python/script_error.h"
#include "python/types/numbers.h"

namespace limbeck::python {
namespace {

constexpr size_t kMaxDigits = 4300;

/// The base that a prefix stands for; 0 for no prefix.
int PrefixBase(std::string_view digits) {
  if (digits.size() < 2 || digits[0] != '0') return 0;
  const char letter = static_cast<char>(digits[1] | 0x20);
  return letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
}

/// Takes underscores out; false when one stands elsewhere than between two digits.
bool RemoveUnderscores(std::string& digits) {
  if (digits.starts_with('_') || digits.ends_with('_') || digits.find("__") != std::string::npos) return false;
  std::erase(digits, '_');
  return true;
}

/// In base 0 a decimal number has no zeros before it, unless it is zero.
bool HasLeadingZeros(std::string_view digits) {
  return digits.starts_with('0') && digits.find_first_not_of("0_") != std::string_view::npos;
}

void CheckLength(const std::string& digits, int base) {
  const bool is_binary = (base & (base - 1)) == 0;
  if (is_binary || digits.size() <= kMaxDigits) return;
  RaiseValueError(
      fmt::format("Exceeds the limit ({} digits) for integer string conversion: value has {} digits; use "
                  "sys.set_int_max_str_digits() to increase the limit",
                  kMaxDigits, digits.size()));
}

}  // namespace

Value ParseIntegerText(std::string_view text, int base) {
  std::string digits = PlainNumberText(text);
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.erase(0, 1);
  const int prefix_base = PrefixBase(digits);
  if (prefix_base != 0 && (base == 0 || base == prefix_base)) {
    base = prefix_base;
    digits.erase(0, digits.size() > 2 && digits[2] == '_' ? 3 : 2);
  } else if (base == 0) {
    if (HasLeadingZeros(digits)) return {};
    base = 10;
  }
  if (!RemoveUnderscores(digits)) return {};
  CheckLength(digits, base);
  Value magnitude = ParseInteger(digits, base);
  return negative && !magnitude.is_empty() ? NegateInteger(magnitude) : magnitude;
}

}  // namespace limbeck::python
