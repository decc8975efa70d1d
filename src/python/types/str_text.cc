#include "python/types/str_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "python/literal_text.h"

namespace limbeck::python {
namespace {

bool StartsCodePoint(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

using AsciiStrs = std::array<Value, 128>;

/// Shared by all threads, so nothing about them may be left to be found out later.
AsciiStrs MakeAsciiStrs() {
  AsciiStrs strs;
  for (size_t code = 0; code < strs.size(); ++code) {
    auto* made = new StrObject(std::string(1, static_cast<char>(code)));
    made->MakeImmortal();
    made->symbol();
    strs[code] = Value(made);
  }
  return strs;
}

const Value& AsciiStr(size_t code) {
  static const AsciiStrs strs = MakeAsciiStrs();
  return strs[code];
}

}  // namespace

size_t CountCodePoints(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), StartsCodePoint));
}

size_t OffsetOf(const StrObject& text, size_t index) {
  const std::string& bytes = text.text();
  if (text.is_ascii()) return std::min(index, bytes.size());
  if (index >= text.length()) return bytes.size();
  size_t offset = 0;
  for (; index > 0; --index) offset += CodePointLength(bytes, offset);
  return offset;
}

size_t IndexAt(const StrObject& text, size_t offset) {
  return text.is_ascii() ? offset : CountCodePoints(std::string_view(text.text()).substr(0, offset));
}

std::string EscapeNonAscii(std::string_view text) {
  return MapCodePoints(text, [](std::string& out, char32_t c) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else {
      out += EscapedCode(c);
    }
  });
}

Value MakeCharacter(char32_t code_point) {
  if (code_point < 0x80) return AsciiStr(code_point);
  std::string text;
  AppendUtf8(text, code_point);
  return MakeStr(std::move(text));
}

Value MakeCharacterAt(std::string_view text, size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return AsciiStr(byte);
  return MakeStr(text.substr(offset, CodePointLength(text, offset)));
}

}  // namespace limbeck::python
