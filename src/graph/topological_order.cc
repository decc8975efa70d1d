// Alembic keeps a list of heads and walks down from one of them. Before it gives out a revision it looks whether that
// lies below another head of the list, and if so goes on with the first such head. A revision that was given out is
// replaced in the list by those it needs: the first in its place, the others at the end; when nothing is left to
// replace it, its place is dropped and the walk goes on at the place before.
//
// Alembic holds the set of ancestors of every head, which is quadratic. Here
// - Coverage tells at once whether a revision lies below another head: then some covered revision needs it;
// - which is the first such head, is found by HeadFinder, from bounds that are kept between questions.
// Chains, forks, merges and combs of any size take linear time.

#include "graph/topological_order.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "graph/coverage.h"

namespace limbeck::graph {
namespace {

/// A place in the list of heads. Places are numbered in the order of the list, which never changes: a new one comes
/// last.
using Place = size_t;
constexpr Place kNoPlace = std::numeric_limits<Place>::max();

/// The list of heads.
class HeadList {
 public:
  explicit HeadList(const RevisionMap& map) : place_of_(map.size(), kNoPlace) {}

  bool empty() const { return first_ == kNoPlace; }
  Place first() const { return first_; }
  Place Next(Place place) const { return entries_[place].next; }
  /// The place before, or what is first without the place.
  Place BeforeOrFirst(Place place) const {
    const Entry& entry = entries_[place];
    return entry.previous != kNoPlace ? entry.previous : entry.next;
  }
  const Node* At(Place place) const { return entries_[place].node; }
  /// kNoPlace for what is no head.
  Place PlaceOf(const Node* node) const { return place_of_[node->index]; }

  void Append(const Node* node) {
    const Place place = entries_.size();
    entries_.push_back({node, last_, kNoPlace});
    (last_ == kNoPlace ? first_ : entries_[last_].next) = place;
    last_ = place;
    place_of_[node->index] = place;
  }

  void Replace(Place place, const Node* node) {
    place_of_[At(place)->index] = kNoPlace;
    place_of_[node->index] = place;
    entries_[place].node = node;
  }

  void Remove(Place place) {
    const Entry& entry = entries_[place];
    place_of_[entry.node->index] = kNoPlace;
    (entry.previous == kNoPlace ? first_ : entries_[entry.previous].next) = entry.next;
    (entry.next == kNoPlace ? last_ : entries_[entry.next].previous) = entry.previous;
  }

 private:
  struct Entry {
    const Node* node;
    Place previous;
    Place next;
  };

  std::vector<Entry> entries_;
  std::vector<Place> place_of_;
  Place first_ = kNoPlace;
  Place last_ = kNoPlace;
};

/// Finds the first head of the list above a revision. As heads only move down, the first place above a revision only
/// grows; so what was once found stays a lower bound, and stays true as long as the head found has not moved. A
/// question walks up only where a head has moved since.
class HeadFinder {
 public:
  HeadFinder(const RevisionMap& map, const HeadList& heads, const Coverage& coverage)
      : heads_(heads), coverage_(coverage), above_(map.size()) {
    for (const Node& node : map.nodes()) {
      if (!coverage.Covers(&node)) continue;
      for (const Node* need : node.needs) above_[need->index].push_back({0, nullptr, &node});
    }
  }

  /// kNoPlace if there is none above the start (itself does not count).
  Place FirstAbove(const Node* start) {
    // The revisions whose first place is being found out: each stands above the one before, at the top of its bounds.
    std::vector<const Node*> path = {start};
    while (true) {
      const Node* node = path.back();
      const Bound* top = Top(node);
      if (top != nullptr && !IsTrue(*top)) {
        path.push_back(top->above);
        continue;
      }
      const Place found = top == nullptr ? kNoPlace : top->place;
      path.pop_back();
      if (path.empty()) return found;
      RaiseTop(path.back(), std::min(found, heads_.PlaceOf(node)));
    }
  }

 private:
  struct Bound {
    /// No head at or above `above` has a place before this one.
    Place place;
    /// The head that was found there, or nullptr.
    const Node* head;
    const Node* above;
    /// Heaps keep the greatest on top.
    bool operator<(const Bound& other) const { return place > other.place; }
  };

  bool IsTrue(const Bound& bound) const {
    const Node* head = bound.head != nullptr ? bound.head : bound.above;
    return heads_.PlaceOf(head) == bound.place;
  }

  /// The lowest bound above a node, of those that still count.
  const Bound* Top(const Node* node) {
    std::vector<Bound>& bounds = above_[node->index];
    while (!bounds.empty() && !coverage_.Covers(bounds.front().above)) {
      std::pop_heap(bounds.begin(), bounds.end());
      bounds.pop_back();
    }
    return bounds.empty() ? nullptr : &bounds.front();
  }

  void RaiseTop(const Node* node, Place place) {
    std::vector<Bound>& bounds = above_[node->index];
    std::pop_heap(bounds.begin(), bounds.end());
    bounds.back().place = place;
    bounds.back().head = heads_.At(place);
    std::push_heap(bounds.begin(), bounds.end());
  }

  const HeadList& heads_;
  const Coverage& coverage_;
  /// By index: a heap for each revision, of those that need it.
  std::vector<std::vector<Bound>> above_;
};

class Sorter {
 public:
  Sorter(const RevisionMap& map, const NodeSet& revisions, const std::vector<const Node*>& heads)
      : map_(map), waiting_(map.size()), heads_(map), coverage_(map) {
    for (const Node* node : revisions.nodes()) waiting_[map.Canonical(*node)->index] = true;
    left_ = static_cast<size_t>(std::count(waiting_.begin(), waiting_.end(), true));
    for (const Node* head : InMapOrder(heads)) AddHead(head);
  }

  std::vector<const Node*> Run() {
    std::vector<const Node*> order;
    Place place = heads_.first();
    while (!heads_.empty()) {
      const Node* node = heads_.At(place);
      const Place above = FirstPlaceAbove(place);
      if (above != kNoPlace) {
        place = above;
        continue;
      }
      if (waiting_[node->index]) order.push_back(node);
      waiting_[node->index] = false;
      place = MoveDown(place);
    }
    if (order.size() != left_) throw AssertionError("the target does not lead down to all of the revisions");
    return order;
  }

 private:
  std::vector<const Node*> InMapOrder(const std::vector<const Node*>& heads) const {
    std::vector<const Node*> ordered;
    for (const Node* head : heads) {
      const Node* node = map_.Canonical(*head);
      if (waiting_[node->index]) ordered.push_back(node);
    }
    const auto position = [this](const Node* node) { return map_.PositionOf(node->id()); };
    std::sort(ordered.begin(), ordered.end(),
              [&](const Node* one, const Node* two) { return position(one) < position(two); });
    ordered.erase(std::unique(ordered.begin(), ordered.end()), ordered.end());
    return ordered;
  }

  void AddHead(const Node* node) {
    heads_.Append(node);
    if (!map_.has_hidden_cycle()) coverage_.AddHead(node);
  }

  Place FirstPlaceAbove(Place place) {
    const Node* node = heads_.At(place);
    if (map_.has_hidden_cycle()) return SearchPlaceAbove(place);
    if (coverage_.UsesOf(node) == 0) return kNoPlace;
    if (!finder_) finder_.emplace(map_, heads_, coverage_);
    return finder_->FirstAbove(node);
  }

  /// The same without what a hidden cycle would mislead.
  Place SearchPlaceAbove(Place place) const {
    for (Place other = heads_.first(); other != kNoPlace; other = heads_.Next(other)) {
      if (other == place) continue;
      if (Reach(map_, {heads_.At(other)}, Direction::kNeeds).Contains(heads_.At(place))) return other;
    }
    return kNoPlace;
  }

  /// Puts what a revision needs in its place; the place to go on with.
  Place MoveDown(Place place) {
    const Node* node = heads_.At(place);
    std::vector<const Node*> next;
    for (const Node* need : node->needs) {
      if (waiting_[need->index] && heads_.PlaceOf(need) == kNoPlace) next.push_back(need);
    }
    if (next.empty()) {
      const Place before = heads_.BeforeOrFirst(place);
      heads_.Remove(place);
      coverage_.RemoveHead(node);
      return before;
    }
    heads_.Replace(place, next[0]);
    if (!map_.has_hidden_cycle()) coverage_.AddHead(next[0]);
    for (size_t i = 1; i < next.size(); ++i) AddHead(next[i]);
    coverage_.RemoveHead(node);
    return place;
  }

  const RevisionMap& map_;
  /// By index: not given out yet.
  std::vector<bool> waiting_;
  size_t left_ = 0;
  HeadList heads_;
  Coverage coverage_;
  std::optional<HeadFinder> finder_;
};

}  // namespace

std::vector<const Node*> TopologicalOrder(const RevisionMap& map, const NodeSet& revisions,
                                          const std::vector<const Node*>& heads) {
  return Sorter(map, revisions, heads).Run();
}

}  // namespace limbeck::graph
