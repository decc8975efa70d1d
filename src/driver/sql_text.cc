#include "driver/sql_text.h"

#include <algorithm>

#include "base/text.h"

namespace limbeck::driver {
namespace {

bool IsSpace(char letter) {
  return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

bool IsLetter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_' ||
         static_cast<unsigned char>(letter) >= 0x80;
}

bool IsWordCharacter(char letter) {
  return IsLetter(letter) || (letter >= '0' && letter <= '9') || letter == '$';
}

/// Length of the block comment that the text begins with; one without an end goes to the end of the text.
size_t BlockCommentLength(std::string_view sql, bool nested) {
  size_t depth = 1;
  size_t at = 2;
  while (at < sql.size() && depth > 0) {
    const std::string_view two = sql.substr(at, 2);
    if (two == "*/") --depth;
    if (two == "/*" && nested) ++depth;
    at += two == "*/" || (two == "/*" && nested) ? 2 : 1;
  }
  return std::min(at, sql.size());
}

/// Length of the comment that the text begins with; 0 when it begins with none.
size_t CommentLength(std::string_view sql, bool nested) {
  if (sql.starts_with("--")) return std::min(sql.find('\n'), sql.size());
  return sql.starts_with("/*") ? BlockCommentLength(sql, nested) : 0;
}

/// Length of the quoted text that begins here, with both quotes.
size_t QuotedLength(std::string_view sql, bool backslash_escapes) {
  const char quote = sql[0];
  size_t at = 1;
  while (at < sql.size() && sql[at] != quote) at += backslash_escapes && sql[at] == '\\' ? 2 : 1;
  return std::min(at + 1, sql.size());
}

/// Length of a text in dollar quotes ($$...$$, $tag$...$tag$); 1 when the '$' begins none.
size_t DollarQuotedLength(std::string_view sql) {
  size_t end = 1;
  while (end < sql.size() && IsWordCharacter(sql[end]) && sql[end] != '$') ++end;
  if (end >= sql.size() || sql[end] != '$') return 1;
  const std::string_view tag = sql.substr(0, end + 1);
  const size_t close = sql.find(tag, tag.size());
  return close == std::string_view::npos ? sql.size() : close + tag.size();
}

/// Length of the piece that the text begins with: a word, a quoted text, a comment, or one character.
size_t PieceLength(std::string_view sql) {
  if (const size_t comment = CommentLength(sql, true); comment > 0) return comment;
  if (sql[0] == '\'' || sql[0] == '"') return QuotedLength(sql, false);
  if (sql[0] == '$') return DollarQuotedLength(sql);
  if (sql.size() > 1 && (sql[0] == 'E' || sql[0] == 'e') && sql[1] == '\'')
    return 1 + QuotedLength(sql.substr(1), true);
  if (!IsLetter(sql[0])) return 1;
  size_t end = 1;
  while (end < sql.size() && IsWordCharacter(sql[end])) ++end;
  return end;
}

}  // namespace

std::string_view SkipBlank(std::string_view sql, Backend backend) {
  while (!sql.empty()) {
    const size_t length = IsSpace(sql[0]) ? 1 : CommentLength(sql, backend == Backend::kPostgresql);
    if (length == 0) break;
    sql.remove_prefix(length);
  }
  return sql;
}

std::string FirstKeyword(std::string_view sql, Backend backend) {
  const std::string_view rest = SkipBlank(sql, backend);
  const auto end = std::find_if_not(rest.begin(), rest.end(), IsWordCharacter);
  return ToUpper(rest.substr(0, static_cast<size_t>(end - rest.begin())));
}

bool MayHoldSeveralStatements(std::string_view sql) {
  // Most statements have no ';' at all, or only the one at their end.
  sql = TrimRight(sql);
  if (sql.ends_with(';')) sql.remove_suffix(1);
  if (sql.find(';') == std::string_view::npos) return false;
  while (!sql.empty()) {
    if (sql[0] == ';' && !SkipBlank(sql.substr(1), Backend::kPostgresql).empty()) return true;
    sql.remove_prefix(PieceLength(sql));
  }
  return false;
}

std::string NumberParameters(const std::string& sql, Backend backend) {
  if (backend != Backend::kSqlite) return sql;
  std::string numbered;
  for (std::string_view rest = sql; !rest.empty();) {
    const size_t length = PieceLength(rest);
    const bool is_parameter = length == 1 && rest[0] == '$' && rest.size() > 1 && rest[1] >= '1' && rest[1] <= '9';
    numbered += is_parameter ? std::string_view("?") : rest.substr(0, length);
    rest.remove_prefix(length);
  }
  return numbered;
}

std::string QuoteName(std::string_view name) {
  return "\"" + ReplaceAll(name, "\"", "\"\"") + "\"";
}

}  // namespace limbeck::driver
