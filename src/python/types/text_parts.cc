#include "python/types/text_parts.h"

#include <algorithm>

#include "python/script_error.h"
#include "python/types/str_text.h"
#include "python/types/unicode_class.h"

namespace limbeck::python {
namespace {

size_t LengthAt(std::string_view text, size_t offset, TextKind kind) {
  return kind == TextKind::kBytes ? 1 : CodePointLength(text, offset);
}

size_t StartBefore(std::string_view text, size_t offset, TextKind kind) {
  return kind == TextKind::kBytes ? offset - 1 : PreviousOffset(text, offset);
}

bool IsSpaceAt(std::string_view text, size_t offset, TextKind kind) {
  const char c = text[offset];
  if (kind == TextKind::kBytes) return c == ' ' || (c >= '\t' && c <= '\r');
  return IsInClass(CharacterClass::kSpace, NextCodePoint(text, offset));
}

size_t SkipSpace(std::string_view text, size_t offset, TextKind kind) {
  while (offset < text.size() && IsSpaceAt(text, offset, kind)) offset += LengthAt(text, offset, kind);
  return offset;
}

size_t SkipWord(std::string_view text, size_t offset, TextKind kind) {
  while (offset < text.size() && !IsSpaceAt(text, offset, kind)) offset += LengthAt(text, offset, kind);
  return offset;
}

/// Goes back from `end` while characters are white space, or are not.
size_t GoBack(std::string_view text, size_t end, bool over_space, TextKind kind) {
  while (end > 0) {
    const size_t begin = StartBefore(text, end, kind);
    if (IsSpaceAt(text, begin, kind) != over_space) break;
    end = begin;
  }
  return end;
}

/// `strips`: whether the character that is this part of the text goes.
template <typename Test>
std::string_view Strip(std::string_view text, Sides sides, TextKind kind, Test strips) {
  while (sides != Sides::kRight && !text.empty()) {
    const size_t length = LengthAt(text, 0, kind);
    if (!strips(text, 0, length)) break;
    text.remove_prefix(length);
  }
  while (sides != Sides::kLeft && !text.empty()) {
    const size_t begin = StartBefore(text, text.size(), kind);
    if (!strips(text, begin, text.size() - begin)) break;
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

bool EndsLine(char32_t c, TextKind kind) {
  if (c == '\n' || c == '\r') return true;
  if (kind == TextKind::kBytes) return false;
  return c == 0x0B || c == 0x0C || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

std::string ReplaceBetween(std::string_view text, std::string_view to, int64_t limit, TextKind kind) {
  std::string out;
  size_t offset = 0;
  while (limit != 0) {
    out += to;
    if (limit > 0) --limit;
    if (offset == text.size()) return out;
    const size_t length = LengthAt(text, offset, kind);
    out += text.substr(offset, length);
    offset += length;
  }
  out += text.substr(offset);
  return out;
}

}  // namespace

Parts SplitAt(std::string_view text, std::string_view separator, int64_t limit) {
  Parts parts;
  size_t begin = 0;
  for (; limit != 0; --limit) {
    const size_t at = text.find(separator, begin);
    if (at == std::string_view::npos) break;
    parts.push_back(text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

Parts SplitAtFromRight(std::string_view text, std::string_view separator, int64_t limit) {
  Parts parts;
  for (; limit != 0; --limit) {
    const size_t at = text.rfind(separator);
    if (at == std::string_view::npos) break;
    parts.push_back(text.substr(at + separator.size()));
    text = text.substr(0, at);
  }
  parts.push_back(text);
  std::reverse(parts.begin(), parts.end());
  return parts;
}

Parts SplitWords(std::string_view text, int64_t limit, TextKind kind) {
  Parts parts;
  for (size_t begin = SkipSpace(text, 0, kind); begin < text.size(); --limit) {
    if (limit == 0) {
      parts.push_back(text.substr(begin));
      break;
    }
    const size_t end = SkipWord(text, begin, kind);
    parts.push_back(text.substr(begin, end - begin));
    begin = SkipSpace(text, end, kind);
  }
  return parts;
}

Parts SplitWordsFromRight(std::string_view text, int64_t limit, TextKind kind) {
  Parts parts;
  for (size_t end = GoBack(text, text.size(), true, kind); end > 0; --limit) {
    if (limit == 0) {
      parts.push_back(text.substr(0, end));
      break;
    }
    const size_t begin = GoBack(text, end, false, kind);
    parts.push_back(text.substr(begin, end - begin));
    end = GoBack(text, begin, true, kind);
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

Parts SplitLines(std::string_view text, bool keep_ends, TextKind kind) {
  Parts lines;
  size_t begin = 0;
  for (size_t offset = 0; offset < text.size();) {
    const size_t at = offset;
    const char32_t c =
        kind == TextKind::kBytes ? static_cast<unsigned char>(text[offset++]) : NextCodePoint(text, offset);
    if (!EndsLine(c, kind)) continue;
    if (c == '\r' && offset < text.size() && text[offset] == '\n') ++offset;
    lines.push_back(text.substr(begin, (keep_ends ? offset : at) - begin));
    begin = offset;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

std::string_view StripSpace(std::string_view text, Sides sides, TextKind kind) {
  return Strip(text, sides, kind,
               [kind](std::string_view all, size_t begin, size_t) { return IsSpaceAt(all, begin, kind); });
}

std::string_view StripCharacters(std::string_view text, std::string_view characters, Sides sides, TextKind kind) {
  return Strip(text, sides, kind, [characters](std::string_view all, size_t begin, size_t length) {
    return characters.find(all.substr(begin, length)) != std::string_view::npos;
  });
}

std::string ReplaceParts(std::string_view text, std::string_view from, std::string_view to, int64_t limit,
                         TextKind kind) {
  if (from.empty()) return ReplaceBetween(text, to, limit, kind);
  std::string out;
  size_t begin = 0;
  for (; limit != 0; --limit) {
    const size_t at = text.find(from, begin);
    if (at == std::string_view::npos) break;
    out.append(text, begin, at - begin);
    out += to;
    begin = at + from.size();
  }
  out += text.substr(begin);
  return out;
}

int64_t CountParts(std::string_view text, std::string_view part, TextKind kind) {
  if (part.empty()) return static_cast<int64_t>(CountCharacters(text, kind)) + 1;
  int64_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

std::string ExpandTabs(std::string_view text, int64_t tab_size, TextKind kind) {
  std::string out;
  int64_t column = 0;
  for (size_t offset = 0; offset < text.size();) {
    const size_t length = LengthAt(text, offset, kind);
    const char c = text[offset];
    if (c == '\t') {
      const int64_t blanks = tab_size > 0 ? tab_size - column % tab_size : 0;
      if (blanks > int64_t{1} << 31) Raise(Exceptions().overflow_error, "new string is too long");
      out.append(static_cast<size_t>(blanks), ' ');
      column += blanks;
    } else {
      out += text.substr(offset, length);
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    offset += length;
  }
  return out;
}

std::string ZeroFilled(std::string_view text, int64_t width, TextKind kind) {
  const auto length = static_cast<int64_t>(CountCharacters(text, kind));
  if (width <= length) return std::string(text);
  if (width > int64_t{1} << 31) Raise(Exceptions().memory_error, "");
  const size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  std::string filled(text.substr(0, sign));
  filled.append(static_cast<size_t>(width - length), '0');
  return filled.append(text.substr(sign));
}

size_t CountCharacters(std::string_view text, TextKind kind) {
  return kind == TextKind::kBytes ? text.size() : CountCodePoints(text);
}

}  // namespace limbeck::python
