// Numbers: only their form is checked here; number_literal.h makes their values.

#include <fmt/format.h>

#include <string_view>

#include "python/lexer_state.h"
#include "python/unicode_identifier.h"

namespace limbeck::python {
namespace {

/// Keywords that may follow a number without a space between: `1if x else 2`.
constexpr std::string_view kKeywordsAfter[] = {"and", "else", "for", "if", "in", "is", "or", "not"};

bool IsHexDigit(char c) {
  return IsChar(c, char_class::kDigit) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

bool IsDigitOf(char c, char prefix) {
  if (prefix == 'x') return IsHexDigit(c);
  return c >= '0' && c < (prefix == 'o' ? '8' : '2');
}

const char* KindOf(char prefix) {
  if (prefix == 'x') return "hexadecimal";
  return prefix == 'o' ? "octal" : "binary";
}

}  // namespace

void Lexer::LexNumber() {
  const char* const begin = at_;
  const char prefix = static_cast<char>(at_[1] | 0x20);
  const bool prefixed = at_[0] == '0' && (prefix == 'x' || prefix == 'o' || prefix == 'b');
  return prefixed ? LexPrefixedNumber(begin) : LexDecimal(begin);
}

void Lexer::LexPrefixedNumber(const char* begin) {
  const char prefix = static_cast<char>(at_[1] | 0x20);
  const char* const kind = KindOf(prefix);
  at_ += 2;
  do {
    if (*at_ == '_') ++at_;
    if (!IsDigitOf(*at_, prefix)) {
      if (!IsChar(*at_, char_class::kDigit)) throw Fault(begin, fmt::format("invalid {} literal", kind));
      throw Fault(at_, fmt::format("invalid digit '{}' in {} literal", *at_, kind));
    }
    while (IsDigitOf(*at_, prefix)) ++at_;
  } while (*at_ == '_');
  if (IsChar(*at_, char_class::kDigit)) throw Fault(at_, fmt::format("invalid digit '{}' in {} literal", *at_, kind));
  FinishNumber(begin, number_flag::kPrefixed, kind);
}

/// A decimal integer, or the integer part of a float.
void Lexer::LexDecimal(const char* begin) {
  if (*at_ != '.') SkipDigits();
  const char* const end_of_digits = at_;
  if (*at_ == '.' || *at_ == 'e' || *at_ == 'E' || *at_ == 'j' || *at_ == 'J') return LexFraction(begin);
  const std::string_view digits(begin, static_cast<size_t>(end_of_digits - begin));
  if (digits[0] == '0' && digits.find_first_not_of("0_") != std::string_view::npos) {
    throw Fault(begin,
                "leading zeros in decimal integer literals are not permitted; "
                "use an 0o prefix for octal integers");
  }
  FinishNumber(begin, 0, "decimal");
}

void Lexer::LexFraction(const char* begin) {
  uint32_t flags = 0;
  if (*at_ == '.') {
    ++at_;
    if (IsChar(*at_, char_class::kDigit)) SkipDigits();
    flags |= number_flag::kFloat;
  }
  if ((*at_ == 'e' || *at_ == 'E') && SkipExponent()) flags |= number_flag::kFloat;
  if (*at_ == 'j' || *at_ == 'J') {
    ++at_;
    return FinishNumber(begin, flags | number_flag::kImaginary, "imaginary");
  }
  FinishNumber(begin, flags, "decimal");
}

/// `e10`, `e-10`; false when the letter begins something else (`1else`).
bool Lexer::SkipExponent() {
  const bool is_signed = at_[1] == '+' || at_[1] == '-';
  if (!IsChar(at_[is_signed ? 2 : 1], char_class::kDigit)) {
    if (is_signed) throw Fault(at_, "invalid decimal literal");
    return false;
  }
  at_ += is_signed ? 2 : 1;
  SkipDigits();
  return true;
}

void Lexer::SkipDigits() {
  for (;;) {
    while (IsChar(*at_, char_class::kDigit)) ++at_;
    if (*at_ != '_') return;
    if (!IsChar(*++at_, char_class::kDigit)) throw Fault(at_ - 1, "invalid decimal literal");
  }
}

void Lexer::FinishNumber(const char* begin, uint32_t flags, const char* kind) {
  if (IsChar(*at_, char_class::kName)) CheckNumberEnd(kind);
  Emit(TokenKind::kNumber, begin, flags);
}

/// A number ends where no name goes on, though a keyword may: CPython warns of that.
void Lexer::CheckNumberEnd(const char* kind) {
  const std::string_view rest(at_, static_cast<size_t>(end_ - at_));
  for (const std::string_view keyword : kKeywordsAfter) {
    if (!rest.starts_with(keyword)) continue;
    out_.warnings.push_back({{Offset(at_), Offset(at_) + 1}, fmt::format("invalid {} literal", kind)});
    return;
  }
  if (IdentifierLength(rest) == 0) return LexUnicodeName(at_);
  throw Fault(at_, fmt::format("invalid {} literal", kind));
}

}  // namespace limbeck::python
