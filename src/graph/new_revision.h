#pragma once

#include <string>
#include <vector>

#include "graph/identifier.h"
#include "graph/resolver.h"
#include "graph/revision_map.h"

namespace limbeck::graph {

/// The revisions that a new one is to stand on, for `revision --head` and `merge`: none for the base; a nullptr among
/// them stands for nothing too ("-9" with fewer revisions). The same one twice is refused.
std::vector<const Node*> ParentsOfNewRevision(const RevisionMap& map, const Identifier& heads);

/// Without --splice a new revision stands on heads only.
void RequireHeads(const std::vector<const Node*>& parents);

/// `--depends-on` as it is to be written: labels stay labels, all else becomes a full id.
std::vector<std::string> ResolveDependsOn(const RevisionMap& map, const std::vector<std::string>& depends_on);

}  // namespace limbeck::graph
