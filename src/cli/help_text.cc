#include "cli/help_text.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace limbeck::cli {
namespace {

constexpr size_t kMaxHelpColumn = 24;
constexpr size_t kMinHelpWidth = 11;

size_t TextWidth(int columns) {
  return static_cast<size_t>(std::max(columns - 2, 11));
}

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  for (size_t begin = text.find_first_not_of(" \t\n"); begin != std::string_view::npos;) {
    const size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
    words.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(" \t\n", end);
  }
  return words;
}

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Where a line may end inside a word: after a hyphen between letters ("copy-and-move", not "--head").
std::vector<std::string> Pieces(const std::string& word) {
  std::vector<std::string> pieces(1);
  for (size_t i = 0; i < word.size(); ++i) {
    pieces.back() += word[i];
    const bool inside = i > 0 && i + 1 < word.size();
    if (inside && word[i] == '-' && IsLetter(word[i - 1]) && IsLetter(word[i + 1])) pieces.emplace_back();
  }
  return pieces;
}

/// Adds parts to lines of at most `width`; `first_length` is what stands before the first one.
std::vector<std::string> UsageLines(const std::vector<std::string>& parts, const std::string& indent,
                                    size_t first_length, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  size_t length = first_length;
  for (const std::string& part : parts) {
    if (length + 1 + part.size() > width && !line.empty()) {
      lines.push_back(indent + line);
      line.clear();
      length = indent.size() - 1;
    }
    line += line.empty() ? part : " " + part;
    length += part.size() + 1;
  }
  if (!line.empty()) lines.push_back(indent + line);
  return lines;
}

}  // namespace

std::vector<std::string> WrapText(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (const std::string& word : Words(text)) {
    std::string space = line.empty() ? "" : " ";
    for (std::string piece : Pieces(word)) {
      if (DisplayWidth(line) + space.size() + DisplayWidth(piece) > width && !line.empty()) {
        lines.push_back(std::move(line));
        line.clear();
        space.clear();
      }
      for (; piece.size() > width; piece.erase(0, width)) lines.push_back(piece.substr(0, width));
      line += space + piece;
      space.clear();
    }
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string FormatUsage(const std::string& program, const std::vector<std::string>& optional_parts,
                        const std::vector<std::string>& positional_parts, int columns) {
  const std::string prefix = "usage: ";
  const size_t width = TextWidth(columns);
  std::vector<std::string> parts = {program};
  parts.insert(parts.end(), optional_parts.begin(), optional_parts.end());
  const std::string positionals = Join(positional_parts, " ");
  const std::string joined = Join(parts, " ") + (positionals.empty() ? "" : " " + positionals);
  if (prefix.size() + joined.size() <= width) return prefix + joined + "\n";

  const std::string indent(prefix.size() + program.size() + 1, ' ');
  std::vector<std::string> lines = UsageLines(parts, indent, prefix.size() - 1, width);
  lines.front().erase(0, indent.size());
  for (std::string& line : UsageLines(positional_parts, indent, indent.size() - 1, width)) {
    lines.push_back(std::move(line));
  }
  return prefix + Join(lines, "\n") + "\n";
}

size_t HelpColumn(const std::vector<HelpRow>& rows) {
  size_t longest = 0;
  for (const HelpRow& row : rows) longest = std::max(longest, row.invocation.size() + static_cast<size_t>(row.indent));
  return std::min(longest + 2, kMaxHelpColumn);
}

std::string FormatRows(const std::string& heading, const std::vector<HelpRow>& rows, size_t help_column, int columns) {
  const size_t total = TextWidth(columns);
  const size_t width = std::max(total > help_column ? total - help_column : 0, kMinHelpWidth);
  std::string text = heading + ":\n";
  for (const HelpRow& row : rows) {
    std::string line = std::string(static_cast<size_t>(row.indent), ' ') + row.invocation;
    const std::vector<std::string> help = WrapText(row.help, width);
    const bool beside = line.size() + 2 <= help_column && !help.empty();
    if (beside) line.append(help_column - line.size(), ' ').append(help.front());
    text += line + "\n";
    for (size_t i = beside ? 1 : 0; i < help.size(); ++i) text += std::string(help_column, ' ') + help[i] + "\n";
  }
  return text;
}

}  // namespace limbeck::cli
