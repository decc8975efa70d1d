#include "graph/revision_map.h"

#include <fmt/format.h>

#include <utility>

#include "graph/map_builder.h"

namespace limbeck::graph {

void VerifyRevisionId(const std::string& id, const Wording& wording) {
  std::string illegal;
  for (const char c : std::string_view("+-:@")) {
    if (id.find(c) != std::string::npos) illegal += (illegal.empty() ? "" : ", ") + std::string(1, c);
  }
  if (illegal.empty()) return;
  throw wording.Invalid(fmt::format("Character(s) '{}' not allowed in revision identifier '{}'", illegal, id));
}

RevisionMap::RevisionMap(std::vector<Revision> revisions, Warnings* warnings, const Wording& wording) {
  names_.reserve(revisions.size());
  positions_.reserve(revisions.size());
  Builder(*this, warnings, wording).BuildAll(std::move(revisions));
}

const Node& RevisionMap::Add(Revision revision, Warnings* warnings) {
  return Builder(*this, warnings, Wording()).AddOne(std::move(revision));
}

const Node* RevisionMap::Find(std::string_view name) const {
  const auto found = positions_.find(name);
  return found == positions_.end() ? nullptr : names_[found->second].node;
}

void RevisionMap::SetName(std::string_view name, const Node* node) {
  const auto [place, is_new] = positions_.emplace(name, names_.size());
  if (is_new) {
    names_.push_back({name, node});
  } else {
    names_[place->second] = {names_[place->second].text, node};
  }
}

}  // namespace limbeck::graph
