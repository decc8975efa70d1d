#include "base/json_string.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace limbeck {
namespace {

void AppendEscape(std::string& text, char32_t unit) {
  text += fmt::format("\\u{:04x}", static_cast<uint32_t>(unit));
}

/// Beyond sixteen bits: two escapes.
void AppendEscaped(std::string& text, char32_t code_point) {
  if (code_point < 0x10000) return AppendEscape(text, code_point);
  AppendEscape(text, 0xD800 + ((code_point - 0x10000) >> 10));
  AppendEscape(text, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
}

const char* ShortEscape(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '\f':
      return "\\f";
    case '\b':
      return "\\b";
    default:
      return nullptr;
  }
}

/// The code point at `at`; a lone surrogate is its three bytes.
char32_t NextCodePoint(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (text.size() - at >= 3 && byte(0) == 0xED && byte(1) >= 0xA0) {
    const char32_t surrogate = 0xD000U | static_cast<char32_t>((byte(1) & 0x3F) << 6) | (byte(2) & 0x3FU);
    at += 3;
    return surrogate;
  }
  return Utf8Next(text, at);
}

}  // namespace

void AppendJsonString(std::string& text, std::string_view value, bool ensure_ascii) {
  text += '"';
  for (size_t i = 0; i < value.size();) {
    const char c = value[i];
    const auto byte = static_cast<unsigned char>(c);
    if (const char* escape = ShortEscape(c)) {
      text += escape;
    } else if (byte < 0x20 || (byte == 0x7F && ensure_ascii)) {
      AppendEscape(text, byte);
    } else if (byte < 0x80 || !ensure_ascii) {
      text += c;
    } else {
      AppendEscaped(text, NextCodePoint(value, i));
      continue;
    }
    ++i;
  }
  text += '"';
}

}  // namespace limbeck
