#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/source.h"

namespace limbeck::assure {

/// What the comments of a file say about lint:
///
///     op.drop_column("a", "b")  # limbeck: ignore ban-drop-column
///     -- limbeck: ignore ban-drop-table, ban-drop-column      (holds for the statement that follows)
///     # limbeck: ignore-file wide-index
///
/// Without a rule all are meant.
class IgnoreComments {
 public:
  explicit IgnoreComments(SourcePtr source);

  /// Whether what a rule found in a line is to be ignored; 0: in the file as a whole. Remembers that it was asked for.
  bool Covers(const std::string& rule, int line);
  /// Lines of comments that covered nothing.
  std::vector<int> Unused() const;

 private:
  struct Comment {
    int line = 0;
    bool is_for_file = false;
    /// Nothing else stands in the line.
    bool is_alone = false;
    std::set<std::string> rules;
    bool is_used = false;
  };

  bool IsComment(int line) const;
  bool Reaches(const Comment& comment, int line) const;
  int EndOfCall(int line) const;

  SourcePtr source_;
  std::vector<Comment> comments_;
};

}  // namespace limbeck::assure
