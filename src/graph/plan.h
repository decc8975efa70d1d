#pragma once

#include <string>
#include <vector>

#include "graph/revision_map.h"
#include "graph/step.h"

namespace limbeck::graph {

/// The steps from the current rows of a version table to a destination, in the order in which they run. They refer to
/// the map. The errors are worded for the command; `warnings` (may be null) is for what Alembic warns of.

std::vector<Step> UpgradeSteps(const RevisionMap& map, const std::string& destination,
                               const std::vector<std::string>& current, Warnings* warnings = nullptr);

std::vector<Step> DowngradeSteps(const RevisionMap& map, const std::string& destination,
                                 const std::vector<std::string>& current, Warnings* warnings = nullptr);

/// No revision at all is the base.
std::vector<Step> StampSteps(const RevisionMap& map, const std::vector<std::string>& revisions,
                             const std::vector<std::string>& current);

}  // namespace limbeck::graph
