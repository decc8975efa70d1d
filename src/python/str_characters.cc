#include "python/str_characters.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "python/script_error.h"

namespace limbeck::python {
namespace {

bool IsBetween(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

/// Pairs of capital and small letter that stand side by side, capitals at even places from `first`.
bool IsPairBlock(char32_t c) {
  return IsBetween(c, 0x100, 0x137) || IsBetween(c, 0x14A, 0x177) || IsBetween(c, 0x1E00, 0x1EFF) ||
         IsBetween(c, 0x460, 0x481) || IsBetween(c, 0x48A, 0x4BF) || IsBetween(c, 0x4D0, 0x52F) ||
         IsBetween(c, 0x3D8, 0x3EF);
}

/// Pairs whose capitals stand at odd places.
bool IsOddPairBlock(char32_t c) {
  return IsBetween(c, 0x139, 0x148) || IsBetween(c, 0x179, 0x17E);
}

char32_t LowerCode(char32_t c) {
  if (IsBetween(c, 'A', 'Z') || (IsBetween(c, 0xC0, 0xDE) && c != 0xD7)) return c + 32;
  if (c == 0x178) return 0xFF;
  if (IsPairBlock(c)) return c | 1;
  if (IsOddPairBlock(c)) return c + (c & 1);
  if (IsBetween(c, 0x391, 0x3AB) && c != 0x3A2) return c + 32;
  if (IsBetween(c, 0x410, 0x42F)) return c + 32;
  if (IsBetween(c, 0x400, 0x40F)) return c + 80;
  return c;
}

char32_t UpperCode(char32_t c) {
  if (IsBetween(c, 'a', 'z') || (IsBetween(c, 0xE0, 0xFE) && c != 0xF7)) return c - 32;
  if (c == 0xFF) return 0x178;
  if (c == 0xB5) return 0x39C;
  if (IsPairBlock(c)) return c & ~char32_t{1};
  if (IsOddPairBlock(c)) return c - (c & 1 ? 0 : 1);
  if (c == 0x3C2) return 0x3A3;
  if (IsBetween(c, 0x3B1, 0x3CB)) return c - 32;
  if (IsBetween(c, 0x430, 0x44F)) return c - 32;
  if (IsBetween(c, 0x450, 0x45F)) return c - 80;
  return c;
}

bool IsUpperCode(char32_t c) {
  return LowerCode(c) != c;
}
bool IsLowerCode(char32_t c) {
  return UpperCode(c) != c || c == 0xDF;
}
bool IsDigitCode(char32_t c) {
  return IsBetween(c, '0', '9') || IsBetween(c, 0x660, 0x669) || IsBetween(c, 0xFF10, 0xFF19);
}

bool IsSpaceCode(char32_t c) {
  return c == ' ' || IsBetween(c, 9, 13) || IsBetween(c, 28, 31) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         IsBetween(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Letters: exact for ASCII and Latin-1; beyond that all but punctuation, symbols and blanks of the common blocks.
bool IsAlphaCode(char32_t c) {
  if (c < 0x80) return IsBetween(c, 'A', 'Z') || IsBetween(c, 'a', 'z');
  if (c < 0x100) return c == 0xAA || c == 0xB5 || c == 0xBA || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
  const bool is_symbol = IsBetween(c, 0x2000, 0x206F) || IsBetween(c, 0x20A0, 0x20CF) || IsBetween(c, 0x2190, 0x2BFF) ||
                         IsBetween(c, 0x3000, 0x3004) || IsBetween(c, 0x3008, 0x3020) || IsBetween(c, 0xFE00, 0xFE6F) ||
                         IsBetween(c, 0x1F000, 0x1FAFF) || IsBetween(c, 0x300, 0x36F) || IsBetween(c, 0xE000, 0xF8FF);
  return !is_symbol && !IsDigitCode(c) && !IsSpaceCode(c);
}

template <typename Change>
std::string Map(std::string_view text, Change change) {
  std::string out;
  out.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) AppendUtf8(out, change(Utf8Next(text, offset)));
  return out;
}

template <typename Test>
bool All(std::string_view text, Test test) {
  for (size_t offset = 0; offset < text.size();) {
    if (!test(Utf8Next(text, offset))) return false;
  }
  return true;
}

/// Has a cased letter, and all cased letters are of this case.
template <typename Is, typename IsOther>
bool AllCased(std::string_view text, Is is, IsOther is_other) {
  bool any = false;
  const bool none_other = All(text, [&](char32_t c) {
    any = any || is(c);
    return !is_other(c);
  });
  return any && none_other;
}

}  // namespace

std::vector<std::string> Characters(std::string_view text) {
  std::vector<std::string> characters;
  for (size_t offset = 0; offset < text.size();) {
    const size_t length = Utf8Length(text, offset);
    characters.emplace_back(text.substr(offset, length));
    offset += length;
  }
  return characters;
}

std::string LowerText(std::string_view text) {
  return Map(text, LowerCode);
}

std::string UpperText(std::string_view text) {
  return ReplaceAll(Map(text, UpperCode), "ß", "SS");
}

std::string TitleText(std::string_view text) {
  bool inside = false;
  return Map(text, [&inside](char32_t c) {
    const char32_t changed = inside ? LowerCode(c) : UpperCode(c);
    inside = IsUpperCode(c) || IsLowerCode(c);
    return changed;
  });
}

std::string CapitalizeText(std::string_view text) {
  bool first = true;
  return Map(text, [&first](char32_t c) { return std::exchange(first, false) ? UpperCode(c) : LowerCode(c); });
}

std::string SwapCaseText(std::string_view text) {
  return Map(text, [](char32_t c) { return IsUpperCode(c) ? LowerCode(c) : UpperCode(c); });
}

bool IsDigitText(std::string_view text) {
  return !text.empty() && All(text, IsDigitCode);
}
bool IsAlphaText(std::string_view text) {
  return !text.empty() && All(text, IsAlphaCode);
}
bool IsSpaceText(std::string_view text) {
  return !text.empty() && All(text, IsSpaceCode);
}
bool IsAlnumText(std::string_view text) {
  return !text.empty() && All(text, [](char32_t c) { return IsAlphaCode(c) || IsDigitCode(c); });
}
bool IsUpperText(std::string_view text) {
  return AllCased(text, IsUpperCode, IsLowerCode);
}
bool IsLowerText(std::string_view text) {
  return AllCased(text, IsLowerCode, IsUpperCode);
}
bool IsTitleText(std::string_view text) {
  return !text.empty() && text != LowerText(text) && text == TitleText(text);
}
bool IsIdentifierText(std::string_view text) {
  if (text.empty() || IsDigitText(text.substr(0, 1))) return false;
  return All(text, [](char32_t c) { return c == '_' || IsAlphaCode(c) || IsDigitCode(c); });
}
bool IsAsciiText(std::string_view text) {
  return All(text, [](char32_t c) { return c < 0x80; });
}
bool IsPrintableText(std::string_view text) {
  return All(text, [](char32_t c) {
    return c == ' ' || (!IsSpaceCode(c) && c >= 0x20 && !IsBetween(c, 0x7F, 0xA0) && c != 0xAD);
  });
}

std::string StripCharacters(std::string_view text, const std::optional<std::string>& characters, bool left,
                            bool right) {
  const auto is_gone = [&](std::string_view character) {
    return characters ? characters->find(character) != std::string::npos : IsSpaceText(character);
  };
  while (left && !text.empty() && is_gone(text.substr(0, Utf8Length(text, 0)))) text.remove_prefix(Utf8Length(text, 0));
  while (right && !text.empty()) {
    size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    if (!is_gone(text.substr(begin))) break;
    text.remove_suffix(text.size() - begin);
  }
  return std::string(text);
}

namespace {

/// Words and where they lie.
std::vector<std::pair<size_t, size_t>> Words(std::string_view text) {
  std::vector<std::pair<size_t, size_t>> words;
  bool inside = false;
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    const bool is_space = IsSpaceCode(Utf8Next(text, offset));
    if (!is_space && !inside) words.emplace_back(begin, begin);
    inside = !is_space;
    if (inside) words.back().second = offset;
  }
  return words;
}

}  // namespace

std::vector<std::string> SplitFromLeft(std::string_view text, const std::optional<std::string>& separator,
                                       int64_t limit) {
  std::vector<std::string> parts;
  if (!separator) {
    for (const auto& [begin, end] : Words(text)) {
      if (limit >= 0 && static_cast<int64_t>(parts.size()) == limit) {
        parts.push_back(StripCharacters(text.substr(begin), std::nullopt, false, true));
        break;
      }
      parts.emplace_back(text.substr(begin, end - begin));
    }
    return parts;
  }
  size_t begin = 0;
  for (size_t at = text.find(*separator); at != std::string_view::npos && limit-- != 0;
       at = text.find(*separator, begin)) {
    parts.emplace_back(text.substr(begin, at - begin));
    begin = at + separator->size();
  }
  parts.emplace_back(text.substr(begin));
  return parts;
}

std::vector<std::string> SplitFromRight(std::string_view text, const std::optional<std::string>& separator,
                                        int64_t limit) {
  std::vector<std::string> parts;
  if (!separator) {
    const auto words = Words(text);
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      if (limit >= 0 && static_cast<int64_t>(parts.size()) == limit) {
        parts.push_back(StripCharacters(text.substr(0, word->second), std::nullopt, true, false));
        break;
      }
      parts.emplace_back(text.substr(word->first, word->second - word->first));
    }
  } else {
    size_t end = text.size();
    while (limit-- != 0 && end >= separator->size()) {
      const size_t at = text.substr(0, end).rfind(*separator);
      if (at == std::string_view::npos) break;
      parts.emplace_back(text.substr(at + separator->size(), end - at - separator->size()));
      end = at;
    }
    parts.emplace_back(text.substr(0, end));
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::vector<std::string> SplitIntoLines(std::string_view text, bool keep_ends) {
  std::vector<std::string> lines;
  size_t begin = 0;
  for (size_t offset = 0; offset < text.size();) {
    const size_t at = offset;
    const char32_t c = Utf8Next(text, offset);
    const bool ends = c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || IsBetween(c, 0x1C, 0x1E) || c == 0x85 ||
                      c == 0x2028 || c == 0x2029;
    if (!ends) continue;
    if (c == '\r' && offset < text.size() && text[offset] == '\n') ++offset;
    lines.emplace_back(text.substr(begin, (keep_ends ? offset : at) - begin));
    begin = offset;
  }
  if (begin < text.size()) lines.emplace_back(text.substr(begin));
  return lines;
}

namespace {

std::string CanonicalEncoding(const std::string& name) {
  const std::string plain = ReplaceAll(ReplaceAll(ToLower(name), "_", "-"), " ", "");
  if (plain == "utf8" || plain == "utf-8" || plain == "utf-8-sig") return "utf-8";
  if (plain == "ascii" || plain == "us-ascii") return "ascii";
  if (plain == "latin-1" || plain == "latin1" || plain == "iso-8859-1") return "latin-1";
  Raise(Exceptions().lookup_error, "unknown encoding: " + name);
}

}  // namespace

std::string EncodeText(std::string_view text, const std::string& encoding, const std::string& errors) {
  const std::string canonical = CanonicalEncoding(encoding);
  if (canonical == "utf-8") return std::string(text);
  const char32_t limit = canonical == "ascii" ? 0x80 : 0x100;
  std::string bytes;
  int position = 0;
  for (size_t offset = 0; offset < text.size(); ++position) {
    const char32_t c = Utf8Next(text, offset);
    if (c < limit) {
      bytes += static_cast<char>(c);
    } else if (errors == "replace") {
      bytes += '?';
    } else if (errors != "ignore") {
      Raise(Exceptions().unicode_encode_error,
            fmt::format("'{}' codec can't encode character '\\x{:x}' in position {}: ordinal not in range({})",
                        canonical, static_cast<uint32_t>(c), position, static_cast<uint32_t>(limit)));
    }
  }
  return bytes;
}

std::string DecodeBytes(std::string_view bytes, const std::string& encoding, const std::string& errors) {
  const std::string canonical = CanonicalEncoding(encoding);
  std::string text;
  for (size_t offset = 0; offset < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[offset]);
    const size_t length = Utf8Length(bytes, offset);
    const bool is_good = canonical == "latin-1" || byte < 0x80 || (canonical == "utf-8" && length > 1);
    if (is_good && canonical != "utf-8") {
      AppendUtf8(text, byte);
      ++offset;
    } else if (is_good) {
      text += bytes.substr(offset, length);
      offset += length;
    } else if (errors == "strict") {
      const char* reason = canonical == "ascii" ? "ordinal not in range(128)" : "invalid start byte";
      Raise(Exceptions().unicode_decode_error,
            fmt::format("'{}' codec can't decode byte 0x{:02x} in position {}: {}", canonical, byte, offset, reason));
    } else {
      if (errors == "replace") AppendUtf8(text, 0xFFFD);
      ++offset;
    }
  }
  return text;
}

}  // namespace limbeck::python
