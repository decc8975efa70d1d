#pragma once

#include <string>
#include <vector>

namespace limbeck::graph {

/// What one revision file says about itself, as written: names are not resolved.
struct Revision {
  std::string id;
  /// Empty for a base, several for a merge.
  std::vector<std::string> down_revisions;
  /// `depends_on`: ids or branch labels.
  std::vector<std::string> dependencies;
  std::vector<std::string> branch_labels;
  /// The file's docstring, untrimmed.
  std::string docstring;
  std::string path;

  /// The docstring without the white space around it.
  std::string LongDoc() const;
  /// The first paragraph of it: what `history` shows.
  std::string Doc() const;

  bool operator==(const Revision&) const = default;
};

}  // namespace limbeck::graph
