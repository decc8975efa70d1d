#pragma once

#include <string>

#include "graph/node.h"

namespace limbeck::graph {

/// What a short line shows besides the id and its (head), (effective head) and (current).
struct LineParts {
  /// "a -> b"; with dependencies "a (x) -> b".
  bool parents = false;
  /// " (alpha, beta)"
  bool labels = false;
  /// ", first paragraph"
  bool doc = false;
  /// (branchpoint), (mergepoint)
  bool tree = true;
};

/// What the commands print of a revision.
constexpr LineParts kHistoryLine = {.parents = true, .labels = true, .doc = true};
constexpr LineParts kHeadsLine = {.labels = true, .tree = false};
constexpr LineParts kCurrentLine = {};

/// "1975ea83b712 -> 27c6a30d7c24 (alpha) (head) (current), add users"; no line end.
std::string ShortLine(const Node& node, const LineParts& parts, bool is_current = false);

/// The long form of `show` and of -v: "Rev: ...", "Parent: ...", "Path: ..." and the docstring; ends with a line end.
std::string LogEntry(const Node& node, bool is_current = false);

/// A branch point and its children as `branches` prints them; ends with a line end.
std::string BranchEntry(const Node& node, bool verbose);

/// Alembic's str() of a revision, which a warning shows.
std::string OneLine(const Node& node);

}  // namespace limbeck::graph
