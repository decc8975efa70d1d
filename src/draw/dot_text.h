#pragma once

#include <string>

namespace limbeck::draw {

/// A string of Graphviz's language, in one line.
std::string QuoteDot(const std::string& text);

}  // namespace limbeck::draw
