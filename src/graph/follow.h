#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/identifier.h"
#include "graph/resolver.h"
#include "graph/revision_map.h"
#include "graph/target.h"

namespace limbeck::graph {

struct Steps {
  /// Up, or down if negative.
  int64_t steps = 0;
  /// Decides where the way up forks, if it is given and not empty.
  std::optional<std::string> branch = {};
  /// Past the end the way leads nowhere; else it stops at the end.
  bool must_fit = true;
};

/// Where so many steps lead from a target; nowhere as a start is the base on the way up and the head on the way down.
/// Throws "Ambiguous walk" at a fork.
Target Follow(const Resolver& resolver, const Target& start, const Steps& steps);

/// The revisions that `upgrade` is asked to reach, also relative to the current ones: "head", "+2", "ae10+1",
/// "alpha@+1".
std::vector<Target> UpgradeTargets(const Resolver& resolver, const Identifier& current, const Identifier& target,
                                   bool must_fit);

struct DowngradeTarget {
  std::optional<std::string> branch;
  /// Nowhere or the base: all the way down.
  Target target;
};

/// The revision that `downgrade` is asked to go back to. Warns where "-1" does not say of which head.
DowngradeTarget FindDowngradeTarget(const Resolver& resolver, const Identifier& current, const Identifier& target,
                                    bool must_fit, Warnings* warnings);

}  // namespace limbeck::graph
