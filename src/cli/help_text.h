#pragma once

#include <string>
#include <string_view>
#include <vector>

// How argparse lays out usage lines and help: the same breaks at the same widths.

namespace limbeck::cli {

/// textwrap.wrap: white space collapsed, words longer than a line broken, words with hyphens broken after them.
std::vector<std::string> WrapText(std::string_view text, size_t width);

/// "usage: PROG [-h] ...", wrapped under the program's name when it does not fit.
std::string FormatUsage(const std::string& program, const std::vector<std::string>& optional_parts,
                        const std::vector<std::string>& positional_parts, int columns);

struct HelpRow {
  std::string invocation;
  std::string help;
  int indent = 2;
};

/// The column where the help of all these rows starts (at most 24).
size_t HelpColumn(const std::vector<HelpRow>& rows);

/// A headed list of "invocation   help" rows.
std::string FormatRows(const std::string& heading, const std::vector<HelpRow>& rows, size_t help_column, int columns);

}  // namespace limbeck::cli
