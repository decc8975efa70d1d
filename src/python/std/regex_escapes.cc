#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "python/std/regex_translator.h"
#include "python/unicode_names.h"

namespace limbeck::python {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsOctal(char c) {
  return c >= '0' && c <= '7';
}
bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int HexDigit(char c) {
  if (IsDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::optional<char32_t> ControlOf(char letter) {
  switch (letter) {
    case 'a':
      return U'\a';
    case 'f':
      return U'\f';
    case 'n':
      return U'\n';
    case 'r':
      return U'\r';
    case 't':
      return U'\t';
    case 'v':
      return U'\v';
    default:
      return std::nullopt;
  }
}

}  // namespace

char32_t RegexTranslator::TakeHex(size_t digits, size_t start) {
  char32_t code_point = 0;
  for (size_t i = 0; i < digits; ++i) {
    const int digit = HexDigit(Peek());
    if (digit < 0) Fail("incomplete escape " + std::string(pattern_.substr(start, at_ - start)), start);
    code_point = code_point * 16 + static_cast<char32_t>(digit);
    ++at_;
  }
  if (code_point > 0x10FFFF) Fail("bad escape " + std::string(pattern_.substr(start, at_ - start)), start);
  return code_point;
}

char32_t RegexTranslator::TakeOctal(size_t most, size_t start) {
  char32_t code_point = 0;
  for (size_t i = 0; i < most && IsOctal(Peek()); ++i, ++at_) {
    code_point = code_point * 8 + static_cast<char32_t>(Peek() - '0');
  }
  if (code_point > 0377) {
    Fail(fmt::format("octal escape value {} outside of range 0-0o377", pattern_.substr(start, at_ - start)), start);
  }
  return code_point;
}

/// \N{GREEK SMALL LETTER ALPHA}
char32_t RegexTranslator::TakeNamed(size_t start) {
  if (!Take("{")) Fail("missing {", at_);
  const size_t end = pattern_.find('}', at_);
  if (end == std::string_view::npos) Fail("missing }, unterminated name", at_);
  const std::string name(pattern_.substr(at_, end - at_));
  if (name.empty()) Fail("missing character name", at_);
  const std::optional<char32_t> code_point = FindUnicodeName(name);
  if (!code_point) Fail("undefined character name " + PythonRepr(name), start);
  at_ = end + 1;
  return *code_point;
}

/// An escape that stands for one character, behind the backslash; nothing for one that means something else.
std::optional<char32_t> RegexTranslator::TakeCharacterEscape(bool in_set, size_t start) {
  const char c = Peek();
  if (const std::optional<char32_t> control = ControlOf(c)) {
    ++at_;
    return control;
  }
  if (c == 'x') {
    ++at_;
    return TakeHex(2, start);
  }
  if ((c == 'u' || c == 'U') && !is_bytes_) {
    ++at_;
    return TakeHex(c == 'u' ? 4 : 8, start);
  }
  if (c == 'N' && !is_bytes_) {
    ++at_;
    return TakeNamed(start);
  }
  if (c == 'b' && in_set) {
    ++at_;
    return U'\b';
  }
  if (c == '0' || (in_set && IsOctal(c))) return TakeOctal(3, start);
  if (IsLetter(c) || IsDigit(c)) return std::nullopt;
  return is_bytes_ ? static_cast<char32_t>(static_cast<unsigned char>(pattern_[at_++])) : Utf8Next(pattern_, at_);
}

/// Three octal digits are a character, one or two digits a group.
void RegexTranslator::TranslateReference(size_t start) {
  if (IsOctal(Peek()) && IsOctal(Peek(1)) && IsOctal(Peek(2))) return AppendLiteral(TakeOctal(3, start));
  size_t number = static_cast<size_t>(pattern_[at_++] - '0');
  if (IsDigit(Peek())) number = number * 10 + static_cast<size_t>(pattern_[at_++] - '0');
  if (number > result_.groups) Fail(fmt::format("invalid group reference {}", number), start + 1);
  if (IsOpen(number)) Fail("cannot refer to an open group", start);
  last_start_ = result_.text.size();
  last_ = Atom::kPlain;
  result_.text += fmt::format("\\g{{{}}}", number);
}

/// Python's white space knows four separators more than PCRE2's.
void RegexTranslator::TranslateClassLetter(char letter) {
  const bool is_space = (letter == 's' || letter == 'S') && !is_ascii();
  last_start_ = result_.text.size();
  last_ = Atom::kPlain;
  result_.text += !is_space ? std::string("\\") + letter : letter == 's' ? "[\\s\\x1c-\\x1f]" : "[^\\s\\x1c-\\x1f]";
}

void RegexTranslator::TranslateEscape() {
  const size_t start = at_++;
  if (at_end()) Fail("bad escape (end of pattern)", start);
  if (const std::optional<char32_t> code_point = TakeCharacterEscape(false, start)) return AppendLiteral(*code_point);
  const char c = Peek();
  if (IsDigit(c)) return TranslateReference(start);
  ++at_;
  if (std::string_view("dDsSwW").find(c) != std::string_view::npos) return TranslateClassLetter(c);
  last_ = Atom::kPosition;
  last_start_ = result_.text.size();
  switch (c) {
    case 'A':
    case 'b':
    case 'B':
      result_.text += std::string("\\") + c;
      return;
    case 'Z':
      result_.text += "\\z";
      return;
    default:
      Fail("bad escape \\" + std::string(1, c), start);
  }
}

// ------------------------------------------------------------------------------------------ sets

std::string RegexTranslator::SetText(char32_t code_point) {
  return fmt::format("\\x{{{:x}}}", static_cast<uint32_t>(code_point));
}

RegexTranslator::SetItem RegexTranslator::TakeSetItem() {
  SetItem item;
  const size_t start = at_;
  if (!Take("\\")) {
    item.code_point =
        is_bytes_ ? static_cast<char32_t>(static_cast<unsigned char>(pattern_[at_++])) : Utf8Next(pattern_, at_);
    item.text = SetText(item.code_point);
    return item;
  }
  if (at_end()) Fail("bad escape (end of pattern)", start);
  if (const std::optional<char32_t> code_point = TakeCharacterEscape(true, start)) {
    item.code_point = *code_point;
    item.text = SetText(*code_point);
    return item;
  }
  const char c = pattern_[at_++];
  if (std::string_view("dDsSwW").find(c) == std::string_view::npos) Fail("bad escape \\" + std::string(1, c), start);
  item.is_class = true;
  item.text = std::string("\\") + c + (c == 's' && !is_ascii() ? "\\x1c-\\x1f" : "");
  return item;
}

void RegexTranslator::TranslateSet() {
  const size_t start = at_++;
  std::string set = Take("^") ? "[^" : "[";
  const size_t first = at_;
  while (true) {
    if (at_end()) Fail("unterminated character set", start);
    if (Peek() == ']' && at_ != first) break;
    const size_t item_start = at_;
    const SetItem low = TakeSetItem();
    set += low.text;
    if (Peek() != '-' || at_end()) continue;
    if (Peek(1) == ']') continue;
    ++at_;
    if (at_end()) Fail("unterminated character set", start);
    const SetItem high = TakeSetItem();
    const std::string range(pattern_.substr(item_start, at_ - item_start));
    if (low.is_class || high.is_class || high.code_point < low.code_point) {
      Fail("bad character range " + range, item_start);
    }
    set += "-" + high.text;
  }
  ++at_;
  last_start_ = result_.text.size();
  last_ = Atom::kPlain;
  result_.text += set + "]";
}

}  // namespace limbeck::python
