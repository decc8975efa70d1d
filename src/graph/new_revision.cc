#include "graph/new_revision.h"

#include <fmt/format.h>

#include <set>

#include "graph/target.h"

namespace limbeck::graph {

std::vector<const Node*> ParentsOfNewRevision(const RevisionMap& map, const Identifier& heads) {
  const Resolver resolver(map, Wording::NewRevision());
  std::vector<const Node*> parents;
  for (const Target& target : resolver.GetRevisions(heads)) {
    if (target.is_base()) throw AssertionError("the symbol leads to the base, below the first revision");
    parents.push_back(target.node());
  }
  if (std::set<const Node*>(parents.begin(), parents.end()).size() != parents.size()) {
    throw Error(ErrorKind::kCommand, "Duplicate head revisions specified");
  }
  return parents;
}

void RequireHeads(const std::vector<const Node*>& parents) {
  for (const Node* parent : parents) {
    if (parent == nullptr || parent->is_head()) continue;
    throw Error(ErrorKind::kCommand,
                fmt::format("Revision {} is not a head revision; please specify --splice to create a new branch from "
                            "this revision",
                            parent->id()));
  }
}

std::vector<std::string> ResolveDependsOn(const RevisionMap& map, const std::vector<std::string>& depends_on) {
  const Resolver resolver(map);
  std::vector<std::string> resolved;
  for (const std::string& name : depends_on) {
    const Node* node = RequireRevision(resolver.GetRevision(name));
    resolved.push_back(node->HasLabel(name) ? name : node->id());
  }
  return resolved;
}

}  // namespace limbeck::graph
