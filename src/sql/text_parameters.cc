#include "sql/text_parameters.h"

namespace limbeck::sql {
namespace {

// Letters beyond ASCII are part of words, as in Python's \w.
bool IsWord(std::string_view text, size_t offset) {
  if (offset >= text.size()) return false;
  auto c = static_cast<unsigned char>(text[offset]);
  return c >= 0x80 || c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

size_t EndOfWord(std::string_view text, size_t offset) {
  while (IsWord(text, offset)) ++offset;
  return offset;
}

// The word after the colon at `offset`, when it is a parameter's name; else empty.
std::string_view NameAt(std::string_view text, size_t offset) {
  if (offset > 0 && (text[offset - 1] == ':' || text[offset - 1] == '\\' || IsWord(text, offset - 1))) return {};
  size_t end = EndOfWord(text, offset + 1);
  if (end < text.size() && text[end] == ':') return {};
  return text.substr(offset + 1, end - offset - 1);
}

// A backslash that only protects the colon after it.
bool IsEscape(std::string_view text, size_t offset) {
  if (text[offset] != '\\' || offset + 1 >= text.size() || text[offset + 1] != ':') return false;
  size_t end = EndOfWord(text, offset + 2);
  return end >= text.size() || text[end] != ':';
}

}  // namespace

std::string ReplaceTextParameters(std::string_view sql, const std::function<std::string(const std::string&)>& replace) {
  std::string result;
  for (size_t i = 0; i < sql.size(); ++i) {
    std::string_view name = sql[i] == ':' ? NameAt(sql, i) : std::string_view();
    if (!name.empty()) {
      result += replace(std::string(name));
      i += name.size();
    } else if (!IsEscape(sql, i)) {
      result += sql[i];
    }
  }
  return result;
}

std::string EscapeTextParameters(std::string_view sql) {
  std::string escaped;
  for (size_t i = 0; i < sql.size(); ++i) {
    const bool is_parameter = sql[i] == ':' && !NameAt(sql, i).empty();
    if (is_parameter || IsEscape(sql, i)) escaped += '\\';
    escaped += sql[i];
  }
  return escaped;
}

}  // namespace limbeck::sql
