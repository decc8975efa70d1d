#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "graph/plan.h"

namespace limbeck::cli {

using Planner =
    std::function<std::vector<graph::Step>(const std::vector<std::string>& heads, graph::Warnings& warnings)>;

/// Runs env.py with the steps that `plan` finds for each database it connects to, prints the plan's warnings, and
/// reports the steps where --json asks for that: what `upgrade`, `downgrade` and `stamp` have in common.
void RunSteps(CommandContext& context, engine::RunRequest request, const Planner& plan);

}  // namespace limbeck::cli
