#include <charconv>

#include "base/utf8.h"
#include "python/types/codec_state.h"
#include "python/types/str_text.h"

// Encodings of units of two or four bytes, and those of escapes in ASCII.

namespace limbeck::python {
namespace {

bool IsSurrogate(char32_t c) {
  return c >= 0xD800 && c <= 0xDFFF;
}

constexpr char32_t kByteOrderMark = 0xFEFF;

void AppendUnit(std::string& out, char32_t unit, WideFormat format) {
  for (int i = 0; i < format.unit; ++i) {
    const int shift = 8 * (format.big_endian ? format.unit - 1 - i : i);
    out += static_cast<char>((unit >> shift) & 0xFF);
  }
}

void AppendWide(std::string& out, char32_t c, WideFormat format) {
  if (format.unit == 4 || c < 0x10000) return AppendUnit(out, c, format);
  AppendUnit(out, 0xD800 + ((c - 0x10000) >> 10), format);
  AppendUnit(out, 0xDC00 + ((c - 0x10000) & 0x3FF), format);
}

char32_t UnitAt(std::string_view bytes, size_t offset, WideFormat format) {
  char32_t unit = 0;
  for (int i = 0; i < format.unit; ++i) {
    const int place = format.big_endian ? i : format.unit - 1 - i;
    unit = (unit << 8) | static_cast<unsigned char>(bytes[offset + static_cast<size_t>(place)]);
  }
  return unit;
}

}  // namespace

void EncodeWide(Encoder& encoder, WideFormat format, bool passes_surrogates) {
  const auto append = [&](char32_t c) { AppendWide(encoder.out(), c, format); };
  if (format.has_mark) append(kByteOrderMark);
  for (size_t offset = 0; offset < encoder.text().size();) {
    const size_t begin = offset;
    const char32_t c = NextCodePoint(encoder.text(), offset);
    if (IsSurrogate(c) && !passes_surrogates) {
      encoder.Fail(begin, offset, "surrogates not allowed", append);
    } else {
      append(c);
    }
  }
}

void DecodeWide(Decoder& decoder, WideFormat format) {
  const std::string_view bytes = decoder.bytes();
  const auto unit = static_cast<size_t>(format.unit);
  size_t at = 0;
  if (format.has_mark && bytes.size() >= unit) {
    const char32_t mark = UnitAt(bytes, 0, format);
    const bool is_swapped = mark == (unit == 2 ? char32_t{0xFFFE} : char32_t{0xFFFE0000});
    if (is_swapped) format.big_endian = !format.big_endian;
    if (is_swapped || mark == kByteOrderMark) at = unit;
  }
  while (at < bytes.size()) {
    if (bytes.size() - at < unit) return decoder.Fail(at, bytes.size(), "truncated data");
    const char32_t c = UnitAt(bytes, at, format);
    const bool is_high = unit == 2 && c >= 0xD800 && c < 0xDC00;
    const bool has_next = bytes.size() - at >= 2 * unit;
    const char32_t low = is_high && has_next ? UnitAt(bytes, at + unit, format) : 0;
    if (low >= 0xDC00 && low < 0xE000) {
      AppendUtf8(decoder.out(), 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
      at += unit;
    } else if (c > 0x10FFFF || (IsSurrogate(c) && !decoder.passes_surrogates())) {
      const char* reason = c > 0x10FFFF          ? "code point not in range(0x110000)"
                           : unit == 4           ? "code point in surrogate code point range(0xd800, 0xe000)"
                           : is_high && has_next ? "illegal UTF-16 surrogate"
                           : is_high             ? "unexpected end of data"
                                                 : "illegal encoding";
      decoder.Fail(at, is_high && !has_next ? bytes.size() : at + unit, reason);
    } else {
      AppendUtf8(decoder.out(), c);
    }
    at += unit;
  }
}

// ------------------------------------------------------------------------------------------ escapes

namespace {

void AppendHex(std::string& out, char letter, char32_t c, int digits) {
  out += '\\';
  out += letter;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789abcdef"[(c >> shift) & 0xF];
}

/// The letter of an escape of one letter, or 0.
char EscapeLetter(char32_t c) {
  return c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c == '\\' ? '\\' : '\0';
}

char EscapedCharacter(char letter) {
  constexpr std::string_view kLetters = "abfnrtv\\'\"";
  constexpr std::string_view kMeant = "\a\b\f\n\r\t\v\\'\"";
  const size_t found = kLetters.find(letter);
  return found == std::string_view::npos ? '\0' : kMeant[found];
}

size_t HexCount(char letter) {
  return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

/// Reads the escape that begins at `at`, which is moved past it.
void DecodeEscape(Decoder& decoder, size_t& at, bool raw) {
  const std::string_view bytes = decoder.bytes();
  const size_t begin = at++;
  if (at == bytes.size()) {
    if (raw) return AppendUtf8(decoder.out(), '\\');
    return decoder.Fail(begin, at, "\\ at end of string");
  }
  const char letter = bytes[at++];
  const size_t count = raw && letter == 'x' ? 0 : HexCount(letter);
  uint32_t code = 0;
  if (count > 0) {
    const char* const first = bytes.data() + at;
    const size_t there = std::min(count, bytes.size() - at);
    const auto result = std::from_chars(first, first + there, code, 16);
    if (result.ptr != first + count || (there > 0 && *first == '-')) {
      at = static_cast<size_t>(result.ptr - bytes.data());
      return decoder.Fail(begin, at,
                          count == 2   ? "truncated \\xXX escape"
                          : count == 4 ? "truncated \\uXXXX escape"
                                       : "truncated \\UXXXXXXXX escape");
    }
    at += count;
    if (code > 0x10FFFF) return decoder.Fail(begin, at, "illegal Unicode character");
    return AppendUtf8(decoder.out(), code);
  }
  if (!raw && letter == '\n') return;
  if (!raw && letter >= '0' && letter <= '7') {
    const char* const first = bytes.data() + at - 1;
    const auto result = std::from_chars(first, first + std::min<size_t>(3, bytes.size() - at + 1), code, 8);
    at = static_cast<size_t>(result.ptr - bytes.data());
    return AppendUtf8(decoder.out(), code);
  }
  const char meant = raw ? '\0' : EscapedCharacter(letter);
  if (meant != 0) return AppendUtf8(decoder.out(), static_cast<char32_t>(meant));
  AppendUtf8(decoder.out(), '\\');
  AppendUtf8(decoder.out(), static_cast<unsigned char>(letter));
}

}  // namespace

void EncodeEscapes(Encoder& encoder, bool raw) {
  std::string& out = encoder.out();
  for (size_t offset = 0; offset < encoder.text().size();) {
    const char32_t c = NextCodePoint(encoder.text(), offset);
    if (!raw && EscapeLetter(c) != 0) {
      out += {'\\', EscapeLetter(c)};
    } else if (raw ? c < 0x100 : c >= 0x20 && c < 0x7F) {
      out += static_cast<char>(c);
    } else if (c < 0x100) {
      AppendHex(out, 'x', c, 2);
    } else if (c < 0x10000) {
      AppendHex(out, 'u', c, 4);
    } else {
      AppendHex(out, 'U', c, 8);
    }
  }
}

void DecodeEscapes(Decoder& decoder, bool raw) {
  const std::string_view bytes = decoder.bytes();
  for (size_t at = 0; at < bytes.size();) {
    if (bytes[at] == '\\') {
      DecodeEscape(decoder, at, raw);
    } else {
      AppendUtf8(decoder.out(), static_cast<unsigned char>(bytes[at++]));
    }
  }
}

}  // namespace limbeck::python
