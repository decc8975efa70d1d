#include "cli/command.h"

#include "cli/command_line.h"

namespace limbeck::cli {

void CommandContext::Print(std::string_view line) const {
  if (!quiet) terminal.Out(std::string(line) + "\n");
}

void CommandContext::Message(std::string_view message) const {
  if (!quiet) terminal.Out(FormatMessage(message, terminal));
}

engine::RunRequest CommandContext::Request() const {
  engine::RunRequest request;
  request.as_sql = arguments.Has("sql");
  if (arguments.Has("tag")) request.tag = arguments.Get("tag");
  request.x_arguments = arguments.All("x");
  request.is_quiet = quiet;
  request.command_line = DescribeCommandLine(spec, arguments);
  return request;
}

}  // namespace limbeck::cli
