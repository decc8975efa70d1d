#include "graph/revision_map.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "base/text.h"
#include "graph/map_builder.h"

namespace limbeck::graph {

void VerifyRevisionId(const std::string& id, const Wording& wording) {
  std::set<char> illegal;
  for (const char c : id) {
    if (std::string_view("@-+:").find(c) != std::string_view::npos) illegal.insert(c);
  }
  if (illegal.empty()) return;
  std::vector<std::string> characters;
  for (const char c : illegal) characters.emplace_back(1, c);
  throw wording.Invalid(
      fmt::format("Character(s) '{}' not allowed in revision identifier '{}'", Join(characters, ", "), id));
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
