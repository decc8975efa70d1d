#pragma once

#include <string>

namespace limbeck::draw {

/// Lays the graph out and draws it: `format` is "svg" or "png". Graphviz's library is loaded when this is called, and
/// by nobody else. Throws Error (kUnsupported) where it is not installed. One thread at a time.
std::string RenderDot(const std::string& dot, const std::string& format);

}  // namespace limbeck::draw
