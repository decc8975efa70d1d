#include "draw/groups.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

// Groups are found by joining: at first each table is one, then those two are joined whose joining raises the
// modularity most (Clauset, Newman, Moore), as long as any does and the group stays small enough for a picture. A
// reference counts less the more tables refer to the same one: what everything refers to (users, organisations) holds
// nothing together.

namespace limbeck::draw {
namespace {

constexpr size_t kLargestGroup = 16;

using Pair = std::pair<size_t, size_t>;

class Joiner {
 public:
  explicit Joiner(const Diagram& diagram) : diagram_(diagram), members_(diagram.tables.size()) {
    for (size_t table = 0; table < members_.size(); ++table) members_[table] = {table};
    Weigh();
  }

  std::vector<std::vector<size_t>> Join() {
    while (const std::optional<Pair> best = FindBest()) JoinPair(*best);
    std::erase_if(members_, [](const std::vector<size_t>& group) { return group.empty(); });
    return std::move(members_);
  }

 private:
  void Weigh() {
    std::vector<size_t> referrers(diagram_.tables.size(), 0);
    for (const Link& link : diagram_.links) ++referrers[link.to];
    strengths_.assign(diagram_.tables.size(), 0);
    for (const Link& link : diagram_.links) {
      if (link.from == link.to) continue;
      const double weight = 1.0 / static_cast<double>(referrers[link.to]);
      weights_[std::minmax(link.from, link.to)] += weight;
      strengths_[link.from] += weight;
      strengths_[link.to] += weight;
      total_ += 2 * weight;
    }
  }

  std::optional<Pair> FindBest() const {
    std::optional<Pair> best;
    double most = 0;
    for (const auto& [pair, weight] : weights_) {
      if (members_[pair.first].size() + members_[pair.second].size() > kLargestGroup) continue;
      const double gain = weight / total_ - strengths_[pair.first] * strengths_[pair.second] / (total_ * total_);
      if (gain <= most) continue;
      most = gain;
      best = pair;
    }
    return best;
  }

  void JoinPair(const Pair& pair) {
    const auto [kept, gone] = pair;
    members_[kept].insert(members_[kept].end(), members_[gone].begin(), members_[gone].end());
    members_[gone].clear();
    strengths_[kept] += strengths_[gone];
    std::map<Pair, double> weights;
    for (const auto& [ends, weight] : weights_) {
      const size_t first = ends.first == gone ? kept : ends.first;
      const size_t second = ends.second == gone ? kept : ends.second;
      if (first != second) weights[std::minmax(first, second)] += weight;
    }
    weights_ = std::move(weights);
  }

  const Diagram& diagram_;
  std::vector<std::vector<size_t>> members_;
  std::map<Pair, double> weights_;
  std::vector<double> strengths_;
  double total_ = 0;
};

std::string NameOf(const Diagram& diagram, const std::vector<size_t>& tables) {
  std::map<size_t, size_t> referrers;
  for (const size_t table : tables) referrers[table] = 0;
  for (const Link& link : diagram.links) {
    if (referrers.contains(link.from) && referrers.contains(link.to)) ++referrers[link.to];
  }
  const auto most = std::max_element(referrers.begin(), referrers.end(),
                                     [](const auto& one, const auto& other) { return one.second < other.second; });
  const bool holds_together = most->second > 0 || tables.size() == 1;
  return holds_together ? diagram.tables[most->first].name : "on their own";
}

/// Tables on their own make one group together.
void CollectSingles(std::vector<std::vector<size_t>>& parts) {
  std::vector<size_t> singles;
  for (std::vector<size_t>& part : parts) {
    if (part.size() != 1) continue;
    singles.push_back(part.front());
    part.clear();
  }
  std::erase_if(parts, [](const std::vector<size_t>& part) { return part.empty(); });
  for (size_t first = 0; first < singles.size(); first += kLargestGroup) {
    const size_t last = std::min(first + kLargestGroup, singles.size());
    parts.emplace_back(singles.begin() + static_cast<ptrdiff_t>(first), singles.begin() + static_cast<ptrdiff_t>(last));
  }
}

}  // namespace

std::vector<Group> FindGroups(const Diagram& diagram) {
  std::vector<std::vector<size_t>> parts;
  if (diagram.tables.size() < kBig) {
    parts.emplace_back();
    for (size_t table = 0; table < diagram.tables.size(); ++table) parts.front().push_back(table);
  } else {
    parts = Joiner(diagram).Join();
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& one, const auto& other) { return one.size() > other.size(); });
    CollectSingles(parts);
  }
  std::vector<Group> groups;
  for (std::vector<size_t>& part : parts) {
    if (part.empty()) continue;
    std::sort(part.begin(), part.end());
    std::string name = NameOf(diagram, part);
    groups.push_back({std::move(name), std::move(part)});
  }
  return groups;
}

}  // namespace limbeck::draw
