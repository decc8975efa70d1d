#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "python/objects.h"

// Code points of str's texts. A text is UTF-8 inside and code points outside; a lone surrogate, which a str may hold,
// is its three bytes. ASCII texts are indexed directly.

namespace limbeck::python {

/// Bytes of the code point that starts at `offset`.
inline size_t CodePointLength(std::string_view text, size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  const size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return length <= text.size() - offset ? length : 1;
}

/// The code point at `offset`, which is moved past it.
inline char32_t NextCodePoint(std::string_view text, size_t& offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  const size_t length = CodePointLength(text, offset);
  ++offset;
  if (length == 1) return first;
  char32_t code_point = first & (0xFFU >> (length + 1));
  for (size_t i = 1; i < length; ++i, ++offset) {
    code_point = (code_point << 6) | (static_cast<unsigned char>(text[offset]) & 0x3FU);
  }
  return code_point;
}

/// Where the code point before `offset` starts; `offset` is not 0.
inline size_t PreviousOffset(std::string_view text, size_t offset) {
  --offset;
  while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80) --offset;
  return offset;
}

/// The code point before `offset`, which is moved there.
inline char32_t PreviousCodePoint(std::string_view text, size_t& offset) {
  offset = PreviousOffset(text, offset);
  size_t next = offset;
  return NextCodePoint(text, next);
}

size_t CountCodePoints(std::string_view text);

/// Byte offset of a code point; of the end for an index that is too large.
size_t OffsetOf(const StrObject& text, size_t index);
/// Code points before a byte offset.
size_t IndexAt(const StrObject& text, size_t offset);

/// A str of one code point; those of ASCII are made once.
Value MakeCharacter(char32_t code_point);
/// The same, of the code point that starts at `offset` of a text.
Value MakeCharacterAt(std::string_view text, size_t offset);

/// What ascii() makes of a repr(): other characters than those of ASCII as \xe9, \u20ac, \U0001f600.
std::string EscapeNonAscii(std::string_view text);

/// The text, where every code point goes through `change`: void(std::string& out, char32_t code_point).
template <typename Change>
std::string MapCodePoints(std::string_view text, Change change) {
  std::string out;
  out.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) change(out, NextCodePoint(text, offset));
  return out;
}

}  // namespace limbeck::python
