#pragma once

#include <string>

#include "draw/diagram.h"

namespace limbeck::draw {

/// The diagram in Graphviz's language: a table of columns for each table, crow's feet at the foreign keys, a frame
/// around each group of a big one.
std::string ToDot(const Diagram& diagram);

}  // namespace limbeck::draw
