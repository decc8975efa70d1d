#include "graph/range.h"

#include "base/text.h"
#include "graph/resolver.h"

namespace limbeck::graph {
namespace {

RevisionRange SplitRange(std::string_view text) {
  std::vector<std::string> parts = Split(text, ':');
  if (parts.size() > 2) {
    throw PythonError("ValueError", "too many values to unpack (expected 2)", "a range has one colon");
  }
  return {std::move(parts[0]), std::move(parts[1])};
}

bool IsRange(const std::string& text) {
  return text.find(':') != std::string::npos;
}

}  // namespace

RevisionRange ParseHistoryRange(const std::string& text) {
  if (!IsRange(text)) {
    throw Error(ErrorKind::kCommand, "History range requires [start]:[end], [start]:, or :[end]");
  }
  return SplitRange(Trim(text));
}

RevisionRange ParseUpgradeRange(const std::string& text, bool is_sql) {
  if (!IsRange(text)) return {std::nullopt, text};
  if (!is_sql) throw Error(ErrorKind::kCommand, "Range revision not allowed");
  return SplitRange(text);
}

RevisionRange ParseDowngradeRange(const std::string& text, bool is_sql) {
  if (is_sql && !IsRange(text)) {
    throw Error(ErrorKind::kCommand, "downgrade with --sql requires <fromrev>:<torev>");
  }
  return ParseUpgradeRange(text, is_sql);
}

StampTargets ParseStampTargets(const std::vector<std::string>& texts, bool is_sql) {
  StampTargets targets;
  for (const std::string& text : texts) {
    if (!is_sql || !IsRange(text)) {
      targets.revisions.push_back(text);
      continue;
    }
    RevisionRange range = SplitRange(text);
    if (targets.start && targets.start != range.start) {
      throw Error(ErrorKind::kCommand, "Stamp operation with --sql only supports a single starting revision at a time");
    }
    targets.start = range.start;
    targets.revisions.push_back(std::move(range.end));
  }
  return targets;
}

std::vector<std::string> OfflineHeads(const RevisionMap& map, const std::optional<std::string>& start) {
  if (!start || *start == "base") return {};
  const Node* node = Resolver(map).GetRevision(*start);
  return {RequireAttribute({node}, "revision").front()->id()};
}

Identifier AsRevisionNumber(const RevisionMap& map, const Identifier& identifier) {
  const auto* symbol = std::get_if<std::string>(&identifier);
  const std::vector<std::string> ids =
      symbol != nullptr ? Resolver(map).ResolveNumber(*symbol).ids : NamesOf(identifier);
  if (ids.empty()) return std::monostate();
  if (symbol != nullptr && *symbol == "heads") return ids;
  return ids[0];
}

}  // namespace limbeck::graph
