#pragma once

#include <vector>

#include "draw/diagram.h"

namespace limbeck::draw {

/// Parts the tables of a diagram so that foreign keys stay within a group as far as they can; a small diagram is one
/// group. The biggest comes first.
std::vector<Group> FindGroups(const Diagram& diagram);

}  // namespace limbeck::draw
