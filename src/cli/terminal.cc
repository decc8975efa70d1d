#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "cli/help_text.h"

namespace limbeck::cli {
namespace {

constexpr int kDefaultColumns = 80;

int FindColumns(Environment& environment) {
  const int given = std::atoi(environment.Get("COLUMNS").value_or("0").c_str());
  if (given > 0) return given;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kDefaultColumns;
}

bool WantsColour(Environment& environment, bool is_terminal) {
  const bool refused = !environment.Get("NO_COLOR").value_or("").empty();
  return is_terminal && !refused && environment.Get("TERM").value_or("") != "dumb";
}

}  // namespace

RealTerminal::RealTerminal(Environment& environment)
    : columns_(FindColumns(environment)),
      out_is_terminal_(::isatty(STDOUT_FILENO) != 0),
      err_is_terminal_(::isatty(STDERR_FILENO) != 0),
      in_is_terminal_(::isatty(STDIN_FILENO) != 0),
      colour_(WantsColour(environment, out_is_terminal_)) {}

RealTerminal::~RealTerminal() {
  std::fflush(stdout);
}

void RealTerminal::Out(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void RealTerminal::Err(std::string_view text) {
  // What was printed before a message must stand before it.
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::optional<std::string> RealTerminal::ReadLine() {
  std::fflush(stdout);
  std::fflush(stderr);
  std::string line;
  int c = std::fgetc(stdin);
  if (c == EOF) return std::nullopt;
  for (; c != EOF && c != '\n'; c = std::fgetc(stdin)) line += static_cast<char>(c);
  return line;
}

std::string FormatMessage(std::string_view message, const Terminal& terminal) {
  if (!terminal.in_is_terminal()) return std::string(message) + "\n";
  std::string text;
  for (const std::string& line : WrapText(message, static_cast<size_t>(terminal.columns() - 2)))
    text += "  " + line + "\n";
  return text;
}

}  // namespace limbeck::cli
