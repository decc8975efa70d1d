#include "base/utf8.h"

#include <cstring>
#include <cwchar>

namespace limbeck {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool IsContinuation(std::string_view text, size_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80;
}

/// Length by the first byte, 0 when no sequence starts with it.
size_t SequenceLength(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  if (first >= 0xF0 && first < 0xF5) return 4;
  return 0;
}

bool IsWide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool IsCombining(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F);
}

/// Decodes at `offset`; false for anything but one well-formed sequence (no overlong forms, no surrogates).
bool Decode(std::string_view text, size_t offset, char32_t& code_point, size_t& length) {
  const auto first = static_cast<unsigned char>(text[offset]);
  length = SequenceLength(first);
  if (length == 0) return false;
  if (length == 1) {
    code_point = first;
    return true;
  }
  constexpr char32_t kFirstMask[] = {0, 0, 0x1F, 0x0F, 0x07};
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  code_point = first & kFirstMask[length];
  for (size_t i = 1; i < length; ++i) {
    if (!IsContinuation(text, offset + i)) return false;
    code_point = (code_point << 6) | (static_cast<unsigned char>(text[offset + i]) & 0x3F);
  }
  return code_point >= kSmallest[length] && code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

/// Offset of the first byte that is not ASCII, or the text's size; eight bytes at a time.
size_t SkipAscii(std::string_view text, size_t offset) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  uint64_t eight = 0;
  for (; offset + sizeof eight <= text.size(); offset += sizeof eight) {
    std::memcpy(&eight, text.data() + offset, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80) ++offset;
  return offset;
}

}  // namespace

size_t Utf8Length(std::string_view text, size_t offset) {
  char32_t code_point = 0;
  size_t length = 0;
  return offset < text.size() && Decode(text, offset, code_point, length) ? length : 1;
}

char32_t Utf8Next(std::string_view text, size_t& offset) {
  char32_t code_point = 0;
  size_t length = 0;
  if (!Decode(text, offset, code_point, length)) {
    ++offset;
    return kReplacement;
  }
  offset += length;
  return code_point;
}

void AppendUtf8(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

size_t Utf8Count(std::string_view text) {
  size_t count = 0;
  for (size_t offset = 0; offset < text.size(); ++count) offset += Utf8Length(text, offset);
  return count;
}

size_t FindInvalidUtf8(std::string_view text) {
  char32_t code_point = 0;
  size_t length = 0;
  for (size_t offset = SkipAscii(text, 0); offset < text.size(); offset = SkipAscii(text, offset + length)) {
    if (!Decode(text, offset, code_point, length)) return offset;
  }
  return std::string_view::npos;
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = Utf8Next(text, offset);
    if (!IsCombining(c)) width += IsWide(c) ? 2 : 1;
  }
  return width;
}

}  // namespace limbeck
