#include "graph/docstring.h"

#include "base/utf8.h"

namespace limbeck::graph {
namespace {

bool IsLineEnd(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsSpace(char32_t c) {
  return IsLineEnd(c) || c == '\t' || c == 0x1F || c == ' ' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

std::string_view StripAsPython(std::string_view text) {
  size_t begin = text.size();
  size_t end = text.size();
  for (size_t offset = 0; offset < text.size();) {
    const size_t start = offset;
    if (IsSpace(Utf8Next(text, offset))) continue;
    if (begin == text.size()) begin = start;
    end = offset;
  }
  return text.substr(begin, end - begin);
}

std::vector<std::string> SplitLinesAsPython(std::string_view text) {
  std::vector<std::string> lines;
  size_t begin = 0;
  for (size_t offset = 0; offset < text.size();) {
    const size_t start = offset;
    const char32_t c = Utf8Next(text, offset);
    if (!IsLineEnd(c)) continue;
    if (c == '\r' && offset < text.size() && text[offset] == '\n') ++offset;
    lines.emplace_back(text.substr(begin, start - begin));
    begin = offset;
  }
  if (begin < text.size()) lines.emplace_back(text.substr(begin));
  return lines;
}

}  // namespace limbeck::graph
