#include "compare/execute_text.h"

#include <cctype>

#include "base/text.h"

namespace limbeck::compare {
namespace {

bool IsOfName(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$';
}

std::string Literal(const std::string& sql) {
  const std::string escaped = EscapeParameters(sql);
  if (escaped.find('\n') == std::string::npos) return PythonRepr(escaped);
  std::vector<std::string> lines = Split(escaped, '\n');
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string end = i + 1 < lines.size() ? "\n" : "";
    lines[i] = "\n    " + PythonRepr(lines[i] + end);
  }
  return Join(lines, "") + "\n";
}

}  // namespace

std::string EscapeParameters(const std::string& sql) {
  std::string escaped;
  for (size_t i = 0; i < sql.size(); ++i) {
    const char before = i > 0 ? sql[i - 1] : ' ';
    const bool begins_name = i + 1 < sql.size() && IsOfName(sql[i + 1]) && before != ':' && !IsOfName(before);
    if (sql[i] == ':' && (begins_name || before == '\\')) escaped += '\\';
    escaped += sql[i];
  }
  return escaped;
}

std::string ExecuteCalls(const std::vector<std::string>& statements, const std::string& prefix) {
  std::vector<std::string> calls;
  for (const std::string& statement : statements) calls.push_back(prefix + "execute(" + Literal(statement) + ")");
  return Join(calls, "\n");
}

}  // namespace limbeck::compare
