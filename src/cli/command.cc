#include "cli/command.h"

#include <charconv>

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
  if (arguments.Has("lock_timeout")) request.lock_timeout = Seconds("lock_timeout");
  return request;
}

std::chrono::seconds CommandContext::Seconds(const std::string& option) const {
  const std::string text = arguments.Get(option);
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error == std::errc() && end == text.data() + text.size() && seconds >= 0) return std::chrono::seconds(seconds);
  throw Error(ErrorKind::kUsage, "'" + text + "' is not a number of seconds");
}

}  // namespace limbeck::cli
