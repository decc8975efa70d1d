#include "graph/wording.h"

#include <fmt/format.h>

#include "base/text.h"

namespace limbeck::graph {
namespace {

struct CycleWords {
  std::string_view exception;
  std::string_view title;
};

CycleWords WordsOf(CycleKind kind) {
  switch (kind) {
    case CycleKind::kCycle:
      return {"CycleDetected", "Cycle"};
    case CycleKind::kDependencyCycle:
      return {"DependencyCycleDetected", "Dependency cycle"};
    case CycleKind::kSelfLoop:
      return {"LoopDetected", "Self-loop"};
    case CycleKind::kDependencySelfLoop:
      return {"DependencyLoopDetected", "Dependency self-loop"};
  }
  return {};
}

std::string OrBase(const Identifier& identifier) {
  return IsEmpty(identifier) ? "base" : PythonText(identifier);
}

bool IsNone(const Identifier& identifier) {
  return std::holds_alternative<std::monostate>(identifier);
}

}  // namespace

Wording Wording::Range(const Identifier& base, const Identifier& head) {
  Wording wording;
  wording.start_ = base;
  wording.end_ = head;
  return wording;
}

Wording Wording::Upgrade(const std::string& destination) {
  Wording wording;
  wording.not_ancestor_ = "Destination %s is not a valid upgrade target from current head(s)";
  wording.end_ = destination;
  return wording;
}

Wording Wording::Downgrade(const std::string& destination) {
  Wording wording;
  wording.not_ancestor_ = "Destination %s is not a valid downgrade target from current head(s)";
  wording.end_ = destination;
  return wording;
}

Wording Wording::Stamp() {
  Wording wording;
  wording.multiple_heads_ = "Multiple heads are present; please specify a single target revision";
  return wording;
}

Wording Wording::NewRevision() {
  Wording wording;
  wording.multiple_heads_ =
      "Multiple heads are present; please specify the head revision on which the new revision should be based, "
      "or perform a merge.";
  return wording;
}

Wording Wording::CurrentHead() {
  Wording wording;
  wording.multiple_heads_ =
      "The script directory has multiple heads (due to branching).Please use get_heads(), or merge the branches "
      "using alembic merge.";
  return wording;
}

Wording Wording::Uncaught() {
  Wording wording;
  wording.caught_ = false;
  return wording;
}

Error Wording::NotAncestor(const Identifier& lower, const Identifier& upper) const {
  const std::string raw = fmt::format("Revision {} is not an ancestor of revision {}", OrBase(lower), OrBase(upper));
  const std::string start = PythonText(IsNone(start_) ? lower : start_);
  const std::string end = PythonText(IsNone(end_) ? upper : end_);
  if (!not_ancestor_.empty()) return Make("RangeNotAncestorError", raw, ReplaceAll(not_ancestor_, "%s", end));
  return Make("RangeNotAncestorError", raw,
              fmt::format("Requested range {}:{} does not refer to ancestor/descendant revisions along the same branch",
                          start, end));
}

Error Wording::MultipleHeads(const std::vector<std::string>& heads, const std::string& argument) const {
  const std::string raw =
      fmt::format("Multiple heads are present for given argument '{}'; {}", argument, Join(heads, ", "));
  const std::string asked = IsEmpty(end_) ? argument : PythonText(end_);
  if (!multiple_heads_.empty()) return Make("MultipleHeads", raw, multiple_heads_);
  return Make("MultipleHeads", raw,
              fmt::format("Multiple head revisions are present for given argument '{0}'; please specify a specific "
                          "target revision, '<branchname>@{0}' to narrow to a specific head, or 'heads' for all heads",
                          asked));
}

Error Wording::Unresolved(const std::string& message, const std::string& argument) const {
  return Make("ResolutionError", message, fmt::format("Can't locate revision identified by '{}'", argument));
}

Error Wording::Cycle(CycleKind kind, const std::vector<std::string>& revisions) const {
  const CycleWords words = WordsOf(kind);
  const std::string text = fmt::format("{} is detected in revisions ({})", words.title, Join(revisions, ", "));
  return Make(words.exception, text, text);
}

Error Wording::Invalid(const std::string& message) const {
  return Make("RevisionError", message, message);
}

Error Wording::Make(std::string_view exception, const std::string& raw, const std::string& caught) const {
  if (caught_) return Error(ErrorKind::kCommand, caught);
  Error error(ErrorKind::kScript, raw);
  error.ExceptionClass(fmt::format("alembic.script.revision.{}", exception));
  return error;
}

Error PythonError(std::string_view exception, const std::string& text, const std::string& hint) {
  Error error(ErrorKind::kScript, text);
  error.ExceptionClass(std::string(exception)).Hint(hint);
  return error;
}

Error AssertionError(const std::string& hint) {
  return PythonError("AssertionError", "", hint);
}

Error KeyError(const std::string& key, const std::string& hint) {
  return PythonError("KeyError", PythonRepr(key), hint);
}

}  // namespace limbeck::graph
