#include "draw/revisions.h"

#include <algorithm>
#include <unordered_map>

#include "graph/traversal.h"

namespace limbeck::draw {
namespace {

using graph::Node;
using State = RevisionBox::State;

/// From here on revisions in a row are folded.
constexpr size_t kLong = 25;

/// One of a row that can be folded: nothing branches, meets, depends or stands here.
bool IsPlain(const Node& node, const std::vector<DatabaseMark>& databases) {
  const bool is_marked = std::any_of(databases.begin(), databases.end(), [&](const DatabaseMark& database) {
    return std::find(database.rows.begin(), database.rows.end(), &node) != database.rows.end();
  });
  return !is_marked && node.down.size() == 1 && node.children.size() == 1 && node.dependencies.empty() &&
         node.dependents.size() == 1 && node.revision.branch_labels.empty();
}

class Maker {
 public:
  Maker(const graph::RevisionMap& map, const std::vector<const Node*>& revisions,
        const std::vector<DatabaseMark>& databases)
      : revisions_(revisions), databases_(databases), states_(StatesOf(map, databases)) {}

  RevisionDiagram Make(bool folds) {
    for (const Node* node : revisions_) shown_.insert({node, 0});
    const bool is_long = folds && revisions_.size() > kLong;
    for (const Node* node : revisions_) {
      if (is_long && Joins(*node)) {
        Fold(*node);
      } else {
        Add(*node);
      }
    }
    for (const Node* node : revisions_) Link(*node);
    for (const DatabaseMark& database : databases_) Mark(database);
    return std::move(diagram_);
  }

 private:
  State StateOf(const Node& node) const { return states_.empty() ? State::kUnknown : states_[node.index]; }

  /// Whether it goes into the box of the revision that follows it, which is shown and plain as well.
  bool Joins(const Node& node) const {
    if (!IsPlain(node, databases_)) return false;
    const Node& child = *node.children.front();
    return shown_.count(&child) != 0 && IsPlain(child, databases_) && StateOf(child) == StateOf(node);
  }

  void Add(const Node& node) {
    shown_[&node] = diagram_.boxes.size();
    diagram_.boxes.push_back({.id = node.id(),
                              .message = node.revision.Doc(),
                              .labels = node.revision.branch_labels,
                              .state = StateOf(node),
                              .is_head = node.is_head()});
  }

  void Fold(const Node& node) {
    const size_t box = shown_.at(node.children.front());
    shown_[&node] = box;
    ++diagram_.boxes[box].count;
  }

  void Link(const Node& node) {
    for (const bool is_dependency : {false, true}) {
      for (const Node* below : is_dependency ? node.dependencies : node.down) {
        const auto found = shown_.find(below);
        if (found == shown_.end() || found->second == shown_.at(&node)) continue;
        diagram_.links.push_back({shown_.at(&node), found->second, is_dependency});
      }
    }
  }

  void Mark(const DatabaseMark& database) {
    RevisionDiagram::Database drawn{.name = database.name, .boxes = {}};
    for (const Node* row : database.rows) {
      if (const auto found = shown_.find(row); found != shown_.end()) drawn.boxes.push_back(found->second);
    }
    diagram_.databases.push_back(std::move(drawn));
  }

  const std::vector<const Node*>& revisions_;
  const std::vector<DatabaseMark>& databases_;
  const std::vector<State> states_;
  /// The box of each revision that is shown.
  std::unordered_map<const Node*, size_t> shown_;
  RevisionDiagram diagram_;
};

}  // namespace

std::vector<State> StatesOf(const graph::RevisionMap& map, const std::vector<DatabaseMark>& databases) {
  if (databases.empty()) return {};
  std::vector<size_t> counts(map.size());
  for (const DatabaseMark& database : databases) {
    graph::NodeSet seen(map);
    for (const Node* row : database.rows) {
      graph::Walk(row, graph::Direction::kNeeds, seen, [](const Node*, bool) { return true; });
    }
    for (const Node* node : seen.nodes()) ++counts[node->index];
  }
  std::vector<State> states;
  for (const size_t count : counts) {
    states.push_back(count == 0 ? State::kPending : count == databases.size() ? State::kApplied : State::kSome);
  }
  return states;
}

RevisionDiagram MakeRevisionDiagram(const graph::RevisionMap& map, const std::vector<const Node*>& revisions,
                                    const std::vector<DatabaseMark>& databases, bool folds) {
  return Maker(map, revisions, databases).Make(folds);
}

}  // namespace limbeck::draw
