#pragma once

#include <string>
#include <vector>

namespace limbeck::compare {

// What Alembic has no directive for is written as op.execute(), so that a team may run the revision with either tool.

/// "op.execute('...')" for each statement; one of several lines has a string for each.
std::string ExecuteCalls(const std::vector<std::string>& statements, const std::string& prefix);

}  // namespace limbeck::compare
