#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/node.h"
#include "graph/revision.h"
#include "graph/wording.h"

namespace limbeck::graph {

/// Python warnings (UserWarning) that the caller prints; the same text may come twice.
using Warnings = std::vector<std::string>;

/// "Character(s) '-' not allowed in revision identifier 'a-b'" unless the id is a good one.
void VerifyRevisionId(const std::string& id, const Wording& wording = {});

/// The revisions of a project, linked. Owns its nodes; pointers to them stay good for its life, also through Add and
/// a move. Nothing but Add changes it, so that any number of threads may read.
///
/// The order in which revisions were given matters, as in Alembic: it decides between branches wherever the graph
/// does not.
class RevisionMap {
 public:
  struct Name {
    std::string_view text;
    const Node* node;
  };

  RevisionMap() = default;
  /// Links the revisions. Throws, worded by `wording`, for cycles, bad ids and labels used twice; for a down revision
  /// or dependency that is not there it throws Python's KeyError, whoever asks. `warnings` (may be null) has been
  /// added to by then.
  explicit RevisionMap(std::vector<Revision> revisions, Warnings* warnings = nullptr, const Wording& wording = {});
  RevisionMap(RevisionMap&&) = default;
  RevisionMap& operator=(RevisionMap&&) = default;
  RevisionMap(const RevisionMap&) = delete;
  RevisionMap& operator=(const RevisionMap&) = delete;

  /// One more revision, as after `revision` wrote its file. Throws as the constructor does (a label used twice is
  /// always uncaught here); the map is good for nothing then.
  const Node& Add(Revision revision, Warnings* warnings = nullptr);

  /// Every revision given, duplicates of an id included.
  const std::deque<Node>& nodes() const { return nodes_; }
  size_t size() const { return nodes_.size(); }
  /// By full id or branch label; nullptr if there is none.
  const Node* Find(std::string_view name) const;
  /// Ids, then labels: where partial ids are looked for. Of an id given twice, the place is the first's and the node
  /// the last's.
  const std::vector<Name>& names() const { return names_; }
  /// The place of an id or label in names(), which must have it.
  size_t PositionOf(std::string_view name) const { return positions_.at(name); }
  /// The revision of that id that counts, where it is given twice.
  const Node* Canonical(const Node& node) const { return Find(node.id()); }

  /// Ids of the revisions without children.
  const std::vector<std::string>& heads() const { return heads_; }
  /// Ids of those that are no other's dependency either.
  const std::vector<std::string>& effective_heads() const { return effective_heads_; }
  const std::vector<std::string>& bases() const { return bases_; }
  /// Alembic's search does not find a cycle that hangs between a base and a head, and so goes on; nothing that counts
  /// on an order by age may be used then.
  bool has_hidden_cycle() const { return has_hidden_cycle_; }

 private:
  class Builder;

  void SetName(std::string_view name, const Node* node);

  std::deque<Node> nodes_;
  std::vector<Name> names_;
  std::unordered_map<std::string_view, size_t> positions_;
  std::vector<std::string> heads_;
  std::vector<std::string> effective_heads_;
  std::vector<std::string> bases_;
  bool has_hidden_cycle_ = false;
};

}  // namespace limbeck::graph
