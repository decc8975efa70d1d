#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "graph/node.h"

namespace limbeck::graph {

/// The lines of one revision in a drawing, to be put before its text.
struct DrawnRevision {
  /// Beside the revision itself: "| * ".
  std::string mark;
  /// Beside further lines of its text: "| | ".
  std::string margin;
  /// What leads to the next revision: "|/ "; often none.
  std::vector<std::string> links;
};

/// Draws revisions, given newest first, as `git log --graph` draws commits: a lane for each line of revisions that is
/// not yet at its end, lanes that open at a merge ("|\") and close where branches part ("|/").
class Drawing {
 public:
  /// Lines are drawn between these revisions only.
  explicit Drawing(const std::vector<const Node*>& revisions);

  /// The next revision; `mark` stands for it.
  DrawnRevision Draw(const Node& node, char mark);

 private:
  size_t LaneOf(const Node& node);
  std::vector<const Node*> ParentsOf(const Node& node) const;
  void OpenLanes(size_t lane, const std::vector<const Node*>& parents, std::vector<std::string>& links);
  void CloseEnd(size_t lane, std::vector<std::string>& links);
  void CloseDoubles(std::vector<std::string>& links);
  std::string Lanes() const;

  std::unordered_set<const Node*> shown_;
  /// What each lane leads to.
  std::vector<const Node*> lanes_;
};

}  // namespace limbeck::graph
