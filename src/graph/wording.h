#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/identifier.h"
#include "limbeck/error.h"

namespace limbeck::graph {

enum class CycleKind { kCycle, kDependencyCycle, kSelfLoop, kDependencySelfLoop };

/// What goes wrong in the graph has one name but several texts: Alembic's commands put their own words for the same
/// failure. A Wording makes the Error with the words of one command. It is of kind kCommand (FAILED: ..., exit code
/// 255), except with Uncaught(): there Alembic lets its RevisionError through (a traceback, exit code 1), which is a
/// kScript error with the class of that exception.
class Wording {
 public:
  /// Commands with no words of their own: show, current, heads --resolve-dependencies ...
  Wording() = default;
  /// history
  static Wording Range(const Identifier& base, const Identifier& head);
  static Wording Upgrade(const std::string& destination);
  static Wording Downgrade(const std::string& destination);
  static Wording Stamp();
  /// revision, merge
  static Wording NewRevision();
  /// A question for the one head of the project.
  static Wording CurrentHead();
  /// `heads` and `current --check-heads` read the heads outside of Alembic's own error handling.
  static Wording Uncaught();

  /// An empty bound is "base".
  Error NotAncestor(const Identifier& lower, const Identifier& upper) const;
  Error MultipleHeads(const std::vector<std::string>& heads, const std::string& argument) const;
  /// A symbol that names no revision, or too many; `message` is only seen when uncaught.
  Error Unresolved(const std::string& message, const std::string& argument) const;
  Error Cycle(CycleKind kind, const std::vector<std::string>& revisions) const;
  /// Any other RevisionError.
  Error Invalid(const std::string& message) const;

 private:
  Error Make(std::string_view exception, const std::string& raw, const std::string& caught) const;

  bool caught_ = true;
  /// Empty: the default text. "%s" stands for the destination.
  std::string not_ancestor_;
  std::string multiple_heads_;
  /// Asked-for range; None is filled in from the failure.
  Identifier start_;
  Identifier end_;
};

/// Where Alembic fails with an exception that is no CommandError, so does Limbeck: kind kScript, the same class and
/// text. The hint says in words what the exception does not.
Error PythonError(std::string_view exception, const std::string& text, const std::string& hint);
Error AssertionError(const std::string& hint);
/// The text is the key's repr, as Python prints it.
Error KeyError(const std::string& key, const std::string& hint);

}  // namespace limbeck::graph
