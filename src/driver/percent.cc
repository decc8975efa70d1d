#include "driver/percent.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace limbeck::driver {
namespace {

/// Value of a hexadecimal digit, or -1.
int HexValue(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

bool IsUnreserved(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '_' || letter == '.' || letter == '-' || letter == '~';
}

std::string DecodeBytes(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '%' && i + 2 < text.size() && HexValue(text[i + 1]) >= 0 && HexValue(text[i + 2]) >= 0;
    if (!escaped) {
      bytes += text[i];
      continue;
    }
    bytes += static_cast<char>(HexValue(text[i + 1]) * 16 + HexValue(text[i + 2]));
    i += 2;
  }
  return bytes;
}

std::string ReplaceInvalidUtf8(std::string bytes) {
  if (FindInvalidUtf8(bytes) == std::string::npos) return bytes;
  std::string text;
  for (size_t offset = 0; offset < bytes.size();) AppendUtf8(text, Utf8Next(bytes, offset));
  return text;
}

}  // namespace

std::string PercentDecode(std::string_view text) {
  if (text.find('%') == std::string_view::npos) return std::string(text);
  return ReplaceInvalidUtf8(DecodeBytes(text));
}

std::string PercentEncode(std::string_view text, std::string_view safe) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char letter : text) {
    if (IsUnreserved(letter) || safe.find(letter) != std::string_view::npos) {
      encoded += letter;
      continue;
    }
    const auto byte = static_cast<unsigned char>(letter);
    encoded += '%';
    encoded += kDigits[byte >> 4];
    encoded += kDigits[byte & 15];
  }
  return encoded;
}

std::string PercentEncodePlus(std::string_view text) {
  std::string encoded = PercentEncode(text, " ");
  std::replace(encoded.begin(), encoded.end(), ' ', '+');
  return encoded;
}

std::vector<std::pair<std::string, std::string>> ParseQuery(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (std::string& part : Split(query, '&')) {
    std::replace(part.begin(), part.end(), '+', ' ');
    const size_t equals = part.find('=');
    if (equals == std::string::npos || equals + 1 == part.size()) continue;
    const std::string_view text = part;
    pairs.emplace_back(PercentDecode(text.substr(0, equals)), PercentDecode(text.substr(equals + 1)));
  }
  return pairs;
}

}  // namespace limbeck::driver
