#include "cli/command.h"

#include <charconv>

#include "cli/colours.h"
#include "cli/command_line.h"

namespace limbeck::cli {

void CommandContext::Print(std::string_view line) const {
  if (!quiet && report == nullptr) terminal.Out(std::string(line) + "\n");
}

void CommandContext::BeginList(const std::string& name) const {
  if (report != nullptr) report->Begin(name);
}

void CommandContext::Show(const graph::Node& node, const std::string& line, std::optional<bool> is_current) const {
  if (report != nullptr) return report->AddRevision(node, is_current);
  Print(colour() ? ColourLine(line, node) : line);
}

void CommandContext::Message(std::string_view message) const {
  if (report != nullptr) return terminal.Err(std::string(message) + "\n");
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
