#pragma once

#include <cstddef>
#include <string>

#include "draw/diagram.h"

namespace limbeck::draw {

/// The diagram for a terminal: a box for each table, as many beside each other as fit; what a column refers to stands
/// beside it. No line ends in blanks.
std::string ToBoxes(const Diagram& diagram, size_t width);

}  // namespace limbeck::draw
