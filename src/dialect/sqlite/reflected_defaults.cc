#include "dialect/sqlite/reflected_defaults.h"

#include <algorithm>
#include <string_view>

#include "sql/operators.h"

namespace limbeck::dialect::sqlite {
namespace {

/// 'it''s', and nothing behind it.
bool IsString(std::string_view text) {
  if (text.size() < 3 || text.front() != '\'' || text.back() != '\'') return false;
  text = text.substr(1, text.size() - 2);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'' && (++i == text.size() || text[i] != '\'')) return false;
  }
  return true;
}

/// The first parenthesis is closed by the last one.
bool IsInParentheses(std::string_view text) {
  if (text.size() < 3 || text.front() != '(' || text.back() != ')') return false;
  int depth = 0;
  char quote = '\0';
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0 && i + 1 < text.size()) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string ProtectedDefault(const std::string& text) {
  const bool is_digit = text.size() == 1 && (text[0] == '.' || (text[0] >= '0' && text[0] <= '9'));
  const bool is_one_line = text.find('\n') == std::string::npos;
  const bool stands_alone = is_digit || (is_one_line && (IsString(text) || IsInParentheses(text)));
  return text.empty() || stands_alone ? text : "(" + text + ")";
}

schema::Table WithProtectedDefaults(schema::Table existing, const std::vector<schema::Column>& given) {
  for (schema::Column& column : existing.columns) {
    const bool is_given = std::any_of(given.begin(), given.end(),
                                      [&](const schema::Column& other) { return other.name.text == column.name.text; });
    if (is_given || !column.server_default) continue;
    const auto* expression = std::get_if<sql::Expression>(&*column.server_default);
    const auto* text = expression == nullptr ? nullptr : expression->As<sql::Text>();
    if (text != nullptr) column.server_default = sql::SqlText(ProtectedDefault(text->sql));
  }
  return existing;
}

}  // namespace limbeck::dialect::sqlite
