#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "graph/node.h"
#include "graph/revision.h"

/// Graphs for tests and benchmarks; no part of the library.
namespace limbeck::graph {

/// Takes what follows the separator off the word.
inline std::vector<std::string> CutNames(std::string& word, char separator) {
  const size_t at = word.find(separator);
  if (at == std::string::npos) return {};
  std::vector<std::string> names = Split(word.substr(at + 1), ',');
  word.resize(at);
  return names;
}

/// A graph in a line: "a b<a c<a,b@label+d" are a; b on a; c on a and b with a label and dependent on d.
inline std::vector<Revision> Revisions(const std::string& text) {
  std::vector<Revision> revisions;
  for (std::string word : Split(text, ' ')) {
    Revision revision;
    revision.dependencies = CutNames(word, '+');
    revision.branch_labels = CutNames(word, '@');
    revision.down_revisions = CutNames(word, '<');
    revision.id = word;
    revision.docstring = "step " + word;
    revision.path = "/p/" + word + ".py";
    revisions.push_back(std::move(revision));
  }
  return revisions;
}

inline std::vector<std::string> IdsOf(const std::vector<const Node*>& nodes) {
  std::vector<std::string> ids;
  ids.reserve(nodes.size());
  for (const Node* node : nodes) ids.push_back(node->id());
  return ids;
}

inline Revision MakeRevision(const std::string& id, std::vector<std::string> down) {
  Revision revision;
  revision.id = id;
  revision.down_revisions = std::move(down);
  return revision;
}

inline std::string NumberedId(char prefix, size_t number) {
  return prefix + std::to_string(number);
}

/// m0 <- m1 <- m2 ...
inline std::vector<Revision> Chain(size_t count) {
  std::vector<Revision> revisions = {MakeRevision("m0", {})};
  for (size_t i = 1; i < count; ++i) revisions.push_back(MakeRevision(NumberedId('m', i), {NumberedId('m', i - 1)}));
  return revisions;
}

/// One base with all others on it.
inline std::vector<Revision> Fan(size_t count) {
  std::vector<Revision> revisions = {MakeRevision("m0", {})};
  for (size_t i = 1; i < count; ++i) revisions.push_back(MakeRevision(NumberedId('m', i), {"m0"}));
  return revisions;
}

/// Forks that are merged at once, over and over.
inline std::vector<Revision> Ladder(size_t count) {
  std::vector<Revision> revisions = {MakeRevision("m0", {})};
  for (size_t i = 1; revisions.size() + 3 <= count; ++i) {
    revisions.push_back(MakeRevision(NumberedId('a', i), {NumberedId('m', i - 1)}));
    revisions.push_back(MakeRevision(NumberedId('b', i), {NumberedId('m', i - 1)}));
    revisions.push_back(MakeRevision(NumberedId('m', i), {NumberedId('a', i), NumberedId('b', i)}));
  }
  return revisions;
}

/// A chain with a head beside each of its revisions.
inline std::vector<Revision> Comb(size_t count) {
  std::vector<Revision> revisions = {MakeRevision("m0", {}), MakeRevision("s0", {"m0"})};
  for (size_t i = 1; revisions.size() + 2 <= count; ++i) {
    revisions.push_back(MakeRevision(NumberedId('m', i), {NumberedId('m', i - 1)}));
    revisions.push_back(MakeRevision(NumberedId('s', i), {NumberedId('m', i)}));
  }
  return revisions;
}

/// Two chains, the second dependent on the first in every tenth revision.
inline std::vector<Revision> Dependent(size_t count) {
  std::vector<Revision> revisions = {MakeRevision("m0", {}), MakeRevision("d0", {})};
  for (size_t i = 1; revisions.size() + 2 <= count; ++i) {
    revisions.push_back(MakeRevision(NumberedId('m', i), {NumberedId('m', i - 1)}));
    revisions.push_back(MakeRevision(NumberedId('d', i), {NumberedId('d', i - 1)}));
    if (i % 10 == 0) revisions.back().dependencies = {NumberedId('m', i)};
  }
  return revisions;
}

/// Forks, merges and dependencies at random, in no order, also where they say twice what one stands on; the same seed
/// gives the same.
inline std::vector<Revision> RandomGraph(size_t count, uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](size_t limit) { return static_cast<size_t>(random() % limit); };
  std::vector<Revision> revisions = {MakeRevision("r0", {})};
  for (size_t i = 1; i < count; ++i) {
    const auto older = [&] {
      return NumberedId('r', below(4) == 0 ? below(i) : i - 1 - below(std::min<size_t>(i, 6)));
    };
    Revision revision = MakeRevision(NumberedId('r', i), {});
    const size_t parents = below(12) == 0 ? 0 : below(5) == 0 ? 2 : 1;
    while (revision.down_revisions.size() < parents) revision.down_revisions.push_back(older());
    if (below(8) == 0) revision.dependencies = {older()};
    revisions.push_back(std::move(revision));
  }
  std::shuffle(revisions.begin(), revisions.end(), random);
  return revisions;
}

/// The same as projects grow: a revision stands on one of any, or on heads only.
inline std::vector<Revision> GrownGraph(size_t count, uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](size_t limit) { return static_cast<size_t>(random() % limit); };
  std::vector<Revision> revisions;
  std::vector<std::string> heads;
  const auto take_head = [&] {
    std::swap(heads[below(heads.size())], heads.back());
    std::string head = heads.back();
    heads.pop_back();
    return head;
  };
  for (size_t i = 0; i < count; ++i) {
    Revision revision = MakeRevision(NumberedId('r', i), {});
    const size_t kind = below(20);
    if (kind < 3 && i > 0) {
      revision.down_revisions = {NumberedId('r', below(i))};
      std::erase(heads, revision.down_revisions[0]);
    } else if (kind > 3 && !heads.empty()) {
      revision.down_revisions = {take_head()};
    }
    if (kind >= 10 && kind < 13 && !heads.empty()) revision.down_revisions.push_back(take_head());
    if (kind >= 12 && kind < 15 && !heads.empty()) revision.dependencies = {take_head()};
    heads.push_back(revision.id);
    revisions.push_back(std::move(revision));
  }
  std::shuffle(revisions.begin(), revisions.end(), random);
  return revisions;
}

}  // namespace limbeck::graph
