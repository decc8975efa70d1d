#include "compare/execute_text.h"

#include "base/text.h"
#include "sql/text_parameters.h"

namespace limbeck::compare {
namespace {

std::string Literal(const std::string& statement) {
  const std::string escaped = sql::EscapeTextParameters(statement);
  if (escaped.find('\n') == std::string::npos) return PythonRepr(escaped);
  std::vector<std::string> lines = Split(escaped, '\n');
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string end = i + 1 < lines.size() ? "\n" : "";
    lines[i] = "\n    " + PythonRepr(lines[i] + end);
  }
  return Join(lines, "") + "\n";
}

}  // namespace

std::string ExecuteCalls(const std::vector<std::string>& statements, const std::string& prefix) {
  std::vector<std::string> calls;
  for (const std::string& statement : statements) calls.push_back(prefix + "execute(" + Literal(statement) + ")");
  return Join(calls, "\n");
}

}  // namespace limbeck::compare
