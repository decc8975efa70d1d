#include "graph/drawing.h"

#include <algorithm>

namespace limbeck::graph {
namespace {

/// A lane is two columns wide: its line, and the space in which lines cross over to the next lane.
constexpr size_t kWidth = 2;

/// Puts the line of the lanes from `first` on one lane further to the right ('\') or left ('/').
void Slant(std::string& row, size_t first, size_t end, char slant) {
  for (size_t lane = first; lane < end; ++lane) {
    row[lane * kWidth] = ' ';
    row[slant == '\\' ? lane * kWidth + 1 : lane * kWidth - 1] = slant;
  }
}

}  // namespace

Drawing::Drawing(const std::vector<const Node*>& revisions) : shown_(revisions.begin(), revisions.end()) {}

std::string Drawing::Lanes() const {
  std::string row;
  for (size_t lane = 0; lane < lanes_.size(); ++lane) row += "| ";
  return row;
}

size_t Drawing::LaneOf(const Node& node) {
  const auto found = std::find(lanes_.begin(), lanes_.end(), &node);
  if (found != lanes_.end()) return static_cast<size_t>(found - lanes_.begin());
  lanes_.push_back(&node);
  return lanes_.size() - 1;
}

std::vector<const Node*> Drawing::ParentsOf(const Node& node) const {
  std::vector<const Node*> parents;
  for (const Node* parent : node.down) {
    if (shown_.count(parent) > 0) parents.push_back(parent);
  }
  return parents;
}

DrawnRevision Drawing::Draw(const Node& node, char mark) {
  const size_t lane = LaneOf(node);
  DrawnRevision drawn;
  drawn.mark = Lanes();
  drawn.mark[lane * kWidth] = mark;
  drawn.margin = Lanes();
  const std::vector<const Node*> parents = ParentsOf(node);
  if (parents.empty()) {
    drawn.margin[lane * kWidth] = ' ';
    CloseEnd(lane, drawn.links);
  } else {
    lanes_[lane] = parents.front();
    OpenLanes(lane, parents, drawn.links);
  }
  CloseDoubles(drawn.links);
  return drawn;
}

/// A merge: one lane more for each parent but the first.
void Drawing::OpenLanes(size_t lane, const std::vector<const Node*>& parents, std::vector<std::string>& links) {
  for (size_t i = 1; i < parents.size(); ++i) {
    const size_t opened = lane + i;
    std::string row = Lanes();
    Slant(row, opened, lanes_.size(), '\\');
    row[(opened - 1) * kWidth + 1] = '\\';
    links.push_back(std::move(row));
    lanes_.insert(lanes_.begin() + static_cast<std::ptrdiff_t>(opened), parents[i]);
  }
}

/// A base: those to its right move in.
void Drawing::CloseEnd(size_t lane, std::vector<std::string>& links) {
  if (lane + 1 < lanes_.size()) {
    std::string row = Lanes();
    row[lane * kWidth] = ' ';
    Slant(row, lane + 1, lanes_.size(), '/');
    links.push_back(std::move(row));
  }
  lanes_.erase(lanes_.begin() + static_cast<std::ptrdiff_t>(lane));
}

/// Two lanes that lead to one revision become one, below those that stand between them.
void Drawing::CloseDoubles(std::vector<std::string>& links) {
  for (size_t lane = 1; lane < lanes_.size(); ++lane) {
    const auto first = std::find(lanes_.begin(), lanes_.end(), lanes_[lane]);
    const auto kept = static_cast<size_t>(first - lanes_.begin());
    if (kept == lane) continue;
    std::string row = Lanes();
    for (size_t between = kept; between + 1 < lane; ++between) row[between * kWidth + 1] = '_';
    Slant(row, lane, lanes_.size(), '/');
    links.push_back(std::move(row));
    lanes_.erase(lanes_.begin() + static_cast<std::ptrdiff_t>(lane));
    --lane;
  }
}

}  // namespace limbeck::graph
