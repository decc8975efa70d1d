#pragma once

#include <string>

#include "graph/node.h"

namespace limbeck::cli {

enum class Colour { kYellow, kGreen, kCyan, kRed, kBold };

/// The text in the terminal's colour.
std::string Coloured(const std::string& text, Colour colour);

/// A line of graph/describe.h with the revision's id and its marks in colour.
std::string ColourLine(const std::string& line, const graph::Node& node);

}  // namespace limbeck::cli
