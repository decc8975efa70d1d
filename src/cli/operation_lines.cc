#include "cli/operation_lines.h"

#include "base/text.h"

namespace limbeck::cli {

std::vector<std::string> OperationLines(const std::string& body) {
  constexpr std::string_view kIndent = "    ";
  std::vector<std::string> lines;
  for (const std::string& line : Split(body, '\n')) {
    if (Trim(line).starts_with("# ###")) continue;
    lines.push_back(line.starts_with(kIndent) ? line.substr(kIndent.size()) : line);
  }
  return lines;
}

}  // namespace limbeck::cli
