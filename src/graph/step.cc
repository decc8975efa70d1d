#include "graph/step.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"

namespace limbeck::graph {
namespace {

using Ids = std::vector<std::string>;

/// Where a step leads from and to, without dependencies.
std::pair<Ids, Ids> EndsOf(const Step& step) {
  if (const auto* stamp = std::get_if<StampStep>(&step)) return {stamp->from, stamp->to};
  const auto& revision = std::get<RevisionStep>(step);
  std::pair<Ids, Ids> ends = {revision.node->revision.down_revisions, {revision.node->id()}};
  if (!revision.is_upgrade) std::swap(ends.first, ends.second);
  return ends;
}

}  // namespace

StepInfo InfoOf(const Step& step) {
  if (const auto* stamp = std::get_if<StampStep>(&step)) {
    const bool is_up = stamp->is_upgrade;
    return {is_up, true, is_up ? stamp->to : stamp->from, is_up ? stamp->from : stamp->to};
  }
  const auto& revision = std::get<RevisionStep>(step);
  return {revision.is_upgrade, false, {revision.node->id()}, NeededIds(*revision.node)};
}

bool IsUpgrade(const Step& step) {
  return std::visit([](const auto& one) { return one.is_upgrade; }, step);
}

std::string_view NameOf(const Step& step) {
  if (std::holds_alternative<StampStep>(step)) return "stamp_revision";
  return IsUpgrade(step) ? "upgrade" : "downgrade";
}

std::string ShortLog(const Step& step) {
  const auto [from, to] = EndsOf(step);
  return fmt::format("{} {} -> {}", NameOf(step), Join(from, ", "), Join(to, ", "));
}

std::string LogText(const Step& step) {
  const auto* revision = std::get_if<RevisionStep>(&step);
  const std::string doc = revision == nullptr ? "" : revision->node->revision.Doc();
  return doc.empty() ? ShortLog(step) : fmt::format("{}, {}", ShortLog(step), doc);
}

std::vector<std::string> NeededIds(const Node& node) {
  std::vector<std::string> ids;
  ids.reserve(node.needs.size());
  for (const Node* need : node.needs) ids.push_back(need->id());
  return ids;
}

}  // namespace limbeck::graph
