#include "project/sql_pieces.h"

#include <algorithm>

namespace limbeck::project {
namespace {

bool IsTagByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}

/// E'...', in which a backslash escapes.
bool IsEscapeString(std::string_view text, size_t quote) {
  const bool marked = quote > 0 && (text[quote - 1] == 'E' || text[quote - 1] == 'e');
  return marked && (quote == 1 || !IsTagByte(text[quote - 2]));
}

size_t SkipQuoted(std::string_view text, size_t position, char quote, bool escapes) {
  for (++position; position < text.size() && text[position] != quote; ++position) {
    if (escapes && text[position] == '\\') ++position;
  }
  return std::min(position + 1, text.size());
}

size_t SkipDollarQuoted(std::string_view text, size_t position) {
  size_t end = position + 1;
  while (end < text.size() && IsTagByte(text[end])) ++end;
  if (end == text.size() || text[end] != '$') return position + 1;
  const std::string_view tag = text.substr(position, end + 1 - position);
  const size_t close = text.find(tag, end + 1);
  return close == std::string_view::npos ? text.size() : close + tag.size();
}

size_t SkipBlockComment(std::string_view text, size_t position) {
  size_t depth = 0;
  do {
    const std::string_view two = text.substr(position, 2);
    if (two == "/*") ++depth;
    if (two == "*/") --depth;
    position += two == "/*" || two == "*/" ? 2 : 1;
  } while (depth > 0 && position < text.size());
  return std::min(position, text.size());
}

}  // namespace

size_t SkipSqlPiece(std::string_view text, size_t position) {
  const char c = text[position];
  if (c == '\'') return SkipQuoted(text, position, c, IsEscapeString(text, position));
  if (c == '"') return SkipQuoted(text, position, c, false);
  if (c == '$' && (position == 0 || !IsTagByte(text[position - 1]))) return SkipDollarQuoted(text, position);
  if (text.substr(position, 2) == "/*") return SkipBlockComment(text, position);
  return position + 1;
}

}  // namespace limbeck::project
