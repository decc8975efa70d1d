#include "graph/map_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "graph/describe.h"

namespace limbeck::graph {
namespace {

template <typename Item>
bool Has(const std::vector<Item>& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

template <typename Item>
void AddNew(std::vector<Item>& items, const Item& item) {
  if (!Has(items, item)) items.push_back(item);
}

Error InFile(Error error, const Revision& revision) {
  Place place;
  place.file = revision.path;
  return error.At(std::move(place));
}

Error Missing(const std::string& name, const Revision& revision, std::string_view what) {
  return InFile(KeyError(name, fmt::format("revision {} names '{}' as its {}, but no revision has that id", revision.id,
                                           name, what)),
                revision);
}

void RequireSound(const Revision& revision, const Wording& wording) {
  if (Has(revision.down_revisions, revision.id)) {
    throw InFile(wording.Cycle(CycleKind::kSelfLoop, {revision.id}), revision);
  }
  if (Has(revision.dependencies, revision.id)) {
    throw InFile(wording.Cycle(CycleKind::kDependencySelfLoop, {revision.id}), revision);
  }
  VerifyRevisionId(revision.id, wording);
}

/// The nodes that a search for cycles finds below or above the ends of the graph.
template <typename Expand>
std::vector<const Node*> Search(const RevisionMap& map, const std::vector<const Node*>& ends, Expand expand) {
  NodeSet seen(map);
  for (const Node* end : ends) {
    std::vector<const Node*> waiting = {end};
    while (!waiting.empty()) {
      const Node* node = waiting.back();
      waiting.pop_back();
      if (seen.Insert(node)) expand(*node, waiting);
    }
  }
  return seen.nodes();
}

void Append(std::vector<const Node*>& waiting, const std::vector<const Node*>& nodes) {
  waiting.insert(waiting.end(), nodes.begin(), nodes.end());
}

}  // namespace

void RevisionMap::Builder::BuildAll(std::vector<Revision> revisions) {
  for (Revision& revision : revisions) Insert(std::move(revision));
  for (const Node& node : map_.nodes_) NameLabels(node, wording_);
  for (Node& node : map_.nodes_) ResolveDependencies(node);
  LinkAll();
  FindAllNeeds();
  DetectCycles(CycleKind::kCycle);
  DetectCycles(CycleKind::kDependencyCycle);
  CollectEnds();
  for (const Node& node : map_.nodes_) SpreadLabels(node);
  FindHiddenCycle();
}

const Node& RevisionMap::Builder::AddOne(Revision revision) {
  Node& node = Insert(std::move(revision));
  ResolveDown(node);
  SpreadLabels(node);
  NameLabels(node, Wording::Uncaught());
  ResolveDependencies(node);
  if (node.is_base()) map_.bases_.push_back(node.id());
  heads_.assign(map_.size(), true);
  effective_heads_.assign(map_.size(), true);
  Link(node);
  FindNeeds(node, std::vector<int>(map_.size(), 2));
  const auto is_below = [&](const std::string& id) { return id == node.id() || !heads_[map_.Find(id)->index]; };
  const auto is_needed = [&](const std::string& id) {
    return id == node.id() || !effective_heads_[map_.Find(id)->index];
  };
  std::erase_if(map_.heads_, is_below);
  std::erase_if(map_.effective_heads_, is_needed);
  map_.heads_.push_back(node.id());
  map_.effective_heads_.push_back(node.id());
  return node;
}

Node& RevisionMap::Builder::Insert(Revision revision) {
  RequireSound(revision, wording_);
  if (map_.Find(revision.id) != nullptr) Warn(fmt::format("Revision {} is present more than once", revision.id));
  Node& node = map_.nodes_.emplace_back();
  node.index = map_.nodes_.size() - 1;
  node.revision = std::move(revision);
  node.labels.reserve(node.revision.branch_labels.size());
  for (const std::string& label : node.revision.branch_labels) AddNew(node.labels, label);
  map_.SetName(node.id(), &node);
  return node;
}

void RevisionMap::Builder::NameLabels(const Node& node, const Wording& wording) {
  for (const std::string& label : node.revision.branch_labels) {
    if (const Node* other = map_.Find(label)) {
      throw InFile(wording.Invalid(fmt::format("Branch name '{}' in revision {} already used by revision {}", label,
                                               node.id(), other->id())),
                   node.revision);
    }
    map_.SetName(label, &node);
  }
}

void RevisionMap::Builder::ResolveDependencies(Node& node) {
  for (const std::string& name : node.revision.dependencies) {
    const Node* dependency = map_.Find(name);
    if (dependency == nullptr) throw Missing(name, node.revision, "depends_on");
    AddNew(node.dependencies, map_.Canonical(*dependency));
  }
}

void RevisionMap::Builder::ResolveDown(Node& node) {
  for (const std::string& name : node.revision.down_revisions) {
    const Node* down = map_.Find(name);
    if (down != nullptr) node.down.push_back(down);
    if (down == nullptr || down->id() != name) has_unsound_links_ = true;
  }
}

void RevisionMap::Builder::LinkAll() {
  heads_.assign(map_.size(), true);
  effective_heads_.assign(map_.size(), true);
  for (Node& node : map_.nodes_) ResolveDown(node);
  for (const Name& name : map_.names_) {
    const bool is_linked_by_id = name.text != name.node->id() && map_.Canonical(*name.node) == name.node;
    if (!is_linked_by_id) Link(*name.node);
  }
}

void RevisionMap::Builder::Link(const Node& node) {
  for (const std::string& name : node.revision.down_revisions) LinkTo(name, node, true);
  for (const Node* dependency : node.dependencies) LinkTo(dependency->id(), node, false);
}

void RevisionMap::Builder::LinkTo(std::string_view name, const Node& node, bool is_down) {
  const Node* found = map_.Find(name);
  if (found == nullptr) {
    Warn(fmt::format("Revision {} referenced from {} is not present", name, OneLine(node)));
    throw Missing(std::string(name), node.revision, "down_revision");
  }
  Node& below = Mutable(found);
  const Node* child = map_.Canonical(node);
  // Each revision is linked in one go, but for those whose id is given twice.
  const auto add = [&](std::vector<const Node*>& nodes) {
    if (child != &node) return AddNew(nodes, child);
    if (nodes.empty() || nodes.back() != child) nodes.push_back(child);
  };
  add(below.dependents);
  effective_heads_[below.index] = false;
  if (!is_down) return;
  heads_[below.index] = false;
  if (below.id() == name) add(below.children);
}

void RevisionMap::Builder::FindAllNeeds() {
  std::vector<int> uses(map_.size());
  for (const Node& node : map_.nodes_) {
    for (const Node* dependency : node.dependencies) ++uses[dependency->index];
  }
  for (Node& node : map_.nodes_) FindNeeds(node, uses);
}

/// A dependency that an ancestor has too is not needed again. Only one that several revisions have (`uses`) can be
/// such, so that most revisions are done without a walk over their ancestors.
void RevisionMap::Builder::FindNeeds(Node& node, const std::vector<int>& uses) {
  std::vector<const Node*> wanted = node.dependencies;
  if (!wanted.empty() && NeedsWalk(wanted, uses)) {
    NodeSet seen(map_);
    Walk(&node, Direction::kDown, seen, [&](const Node* ancestor, bool) {
      RequireSoundLinks(*ancestor, true);
      if (ancestor == &node) return true;
      std::erase_if(wanted, [&](const Node* dependency) { return Has(ancestor->dependencies, dependency); });
      return NeedsWalk(wanted, uses);
    });
  }
  for (const Node* down : node.down) AddNew(node.needs, down);
  for (const Node* dependency : wanted) AddNew(node.needs, dependency);
}

bool RevisionMap::Builder::NeedsWalk(const std::vector<const Node*>& wanted, const std::vector<int>& uses) const {
  return has_unsound_links_ ||
         std::any_of(wanted.begin(), wanted.end(), [&](const Node* node) { return uses[node->index] > 1; });
}

void RevisionMap::Builder::RequireSoundLinks(const Node& node, bool labels_are_names) const {
  if (!has_unsound_links_) return;
  for (const std::string& name : node.revision.down_revisions) {
    const Node* down = map_.Find(name);
    if (down != nullptr && down->id() == name) continue;
    if (down == nullptr || !labels_are_names) throw Missing(name, node.revision, "down_revision");
    throw InFile(wording_.Invalid("Dependency resolution failed; broken map"), node.revision);
  }
}

/// A label belongs to its revision and all that descend from it; and to what lies below the revision, as long as the
/// line from there to the last descendant neither branches nor merges.
void RevisionMap::Builder::SpreadLabels(const Node& source) {
  if (source.revision.branch_labels.empty()) return;
  const std::vector<std::string> labels = source.labels;
  const auto label_node = [&](const Node* node) {
    for (const std::string& label : labels) AddNew(Mutable(node).labels, label);
  };
  const NodeSet descendants = Reach(map_, {&source}, Direction::kChildren);
  for (const Node* node : descendants.nodes()) label_node(node);
  const Node* node = descendants.nodes().back();
  while (node != nullptr && node->dependents.size() < 2 && !node->is_merge_point()) {
    label_node(node);
    node = node->down.empty() ? nullptr : node->down.front();
  }
}

void RevisionMap::Builder::DetectCycles(CycleKind kind) const {
  if (map_.nodes_.empty()) return;
  const bool is_down_only = kind == CycleKind::kCycle;
  const std::vector<const Node*> heads = Heads(kind);
  const std::vector<const Node*> bases = Bases(kind);
  std::vector<bool> below(map_.size());
  std::vector<bool> above(map_.size());
  if (!heads.empty() && !bases.empty()) {
    Mark(below, Search(map_, heads, [&](const Node& node, std::vector<const Node*>& waiting) {
           RequireSoundLinks(node, false);
           Append(waiting, node.down);
           if (!is_down_only) Append(waiting, node.dependencies);
         }));
    Mark(above, Search(map_, bases, [&](const Node& node, std::vector<const Node*>& waiting) {
           Append(waiting, is_down_only ? node.children : node.dependents);
         }));
  }
  std::vector<std::string> lost;
  for (const Name& name : map_.names_) {
    const bool is_id = name.text == name.node->id();
    if (is_id && !(below[name.node->index] && above[name.node->index])) lost.emplace_back(name.text);
  }
  if (lost.empty()) return;
  if (!heads.empty() && !bases.empty()) std::sort(lost.begin(), lost.end());
  throw wording_.Cycle(kind, lost);
}

void RevisionMap::Builder::Mark(std::vector<bool>& marks, const std::vector<const Node*>& nodes) const {
  for (const Node* node : nodes) marks[map_.Canonical(*node)->index] = true;
}

std::vector<const Node*> RevisionMap::Builder::Heads(CycleKind kind) const {
  const std::vector<bool>& chosen = kind == CycleKind::kCycle ? heads_ : effective_heads_;
  std::vector<const Node*> heads;
  for (const Node& node : map_.nodes_) {
    if (chosen[node.index]) heads.push_back(&node);
  }
  return heads;
}

std::vector<const Node*> RevisionMap::Builder::Bases(CycleKind kind) const {
  std::vector<const Node*> bases;
  for (const Node& node : map_.nodes_) {
    if (kind == CycleKind::kCycle ? node.is_base() : node.is_effective_base()) bases.push_back(&node);
  }
  return bases;
}

void RevisionMap::Builder::CollectEnds() {
  for (const Node* node : Heads(CycleKind::kCycle)) map_.heads_.push_back(node->id());
  for (const Node* node : Heads(CycleKind::kDependencyCycle)) map_.effective_heads_.push_back(node->id());
  for (const Node* node : Bases(CycleKind::kCycle)) map_.bases_.push_back(node->id());
}

/// Takes away what nothing left needs, until nothing can be taken.
void RevisionMap::Builder::FindHiddenCycle() {
  std::vector<size_t> uses(map_.size());
  for (const Node& node : map_.nodes_) {
    for (const Node* need : node.needs) ++uses[need->index];
  }
  std::vector<const Node*> free;
  for (const Node& node : map_.nodes_) {
    if (uses[node.index] == 0) free.push_back(&node);
  }
  size_t taken = 0;
  for (; !free.empty(); ++taken) {
    const Node* node = free.back();
    free.pop_back();
    for (const Node* need : node->needs) {
      if (--uses[need->index] == 0) free.push_back(need);
    }
  }
  map_.has_hidden_cycle_ = taken < map_.size();
}

void RevisionMap::Builder::Warn(std::string text) {
  if (warnings_ != nullptr) warnings_->push_back(std::move(text));
}

}  // namespace limbeck::graph
