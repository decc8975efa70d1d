#include "graph/describe.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "graph/docstring.h"

namespace limbeck::graph {
namespace {

std::string DownRevisions(const Node& node) {
  return node.is_base() ? "<base>" : Join(node.revision.down_revisions, ", ");
}

std::string Parents(const Node& node) {
  if (node.revision.dependencies.empty()) return DownRevisions(node);
  return fmt::format("{} ({})", DownRevisions(node), Join(node.revision.dependencies, ", "));
}

std::string HeadMark(const Node& node) {
  if (node.is_effective_head()) return " (head)";
  return node.is_head() ? " (effective head)" : "";
}

std::string TreeMarks(const Node& node) {
  return fmt::format("{}{}", node.is_branch_point() ? " (branchpoint)" : "",
                     node.is_merge_point() ? " (mergepoint)" : "");
}

std::string_view CurrentMark(bool is_current) {
  return is_current ? " (current)" : "";
}

std::string Children(const Node& node) {
  std::vector<std::string> ids;
  for (const Node* child : node.children) ids.push_back(child->id());
  return Join(ids, ", ");
}

std::string Indented(const std::string& text) {
  std::vector<std::string> lines = SplitLinesAsPython(text);
  for (std::string& line : lines) line.insert(0, "    ");
  return Join(lines, "\n");
}

}  // namespace

std::string ShortLine(const Node& node, const LineParts& parts, bool is_current) {
  std::string line;
  if (parts.parents) line += Parents(node) + " -> ";
  line += node.id();
  if (parts.labels && !node.labels.empty()) line += fmt::format(" ({})", Join(node.labels, ", "));
  line += HeadMark(node);
  line += CurrentMark(is_current);
  if (parts.tree) line += TreeMarks(node);
  if (parts.doc) line += ", " + node.revision.Doc();
  return line;
}

std::string LogEntry(const Node& node, bool is_current) {
  std::string entry = fmt::format("Rev: {}{}{}{}\n", node.id(), node.is_head() ? " (head)" : "", TreeMarks(node),
                                  CurrentMark(is_current));
  entry += fmt::format("{}: {}\n", node.is_merge_point() ? "Merges" : "Parent", DownRevisions(node));
  if (!node.revision.dependencies.empty()) {
    entry += fmt::format("Also depends on: {}\n", Join(node.revision.dependencies, ", "));
  }
  if (node.is_branch_point()) entry += fmt::format("Branches into: {}\n", Children(node));
  if (!node.labels.empty()) entry += fmt::format("Branch names: {}\n", Join(node.labels, ", "));
  entry += fmt::format("Path: {}\n\n{}\n", node.revision.path, Indented(node.revision.LongDoc()));
  return entry;
}

std::string BranchEntry(const Node& node, bool verbose) {
  const LineParts parts = {.labels = true};
  const LineParts child_parts = {.labels = true, .doc = verbose};
  std::vector<std::string> lines;
  for (const Node* child : node.children) {
    lines.push_back(fmt::format("{} -> {}", std::string(Utf8Count(node.id()), ' '), ShortLine(*child, child_parts)));
  }
  return fmt::format("{}\n{}\n", verbose ? LogEntry(node) : ShortLine(node, parts), Join(lines, "\n"));
}

std::string OneLine(const Node& node) {
  return fmt::format("{} -> {}{}{}, {}", DownRevisions(node), node.id(), node.is_head() ? " (head)" : "",
                     TreeMarks(node), node.revision.Doc());
}

}  // namespace limbeck::graph
