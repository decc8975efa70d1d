#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/revision_map.h"

namespace limbeck::draw {

/// A database and the revisions in its version table.
struct DatabaseMark {
  std::string name;
  std::vector<const graph::Node*> rows;
};

/// A revision in a picture, or several that follow one another and of which there is nothing to say.
struct RevisionBox {
  enum class State {
    kUnknown,  ///< no database was asked
    kPending,  ///< no database has it
    kSome,     ///< some of them have it
    kApplied,  ///< all of them have it
  };
  std::string id;
  std::string message;
  std::vector<std::string> labels;
  State state = State::kUnknown;
  bool is_head = false;
  /// How many revisions it stands for; `id` and `message` are those of the newest.
  size_t count = 1;
  bool operator==(const RevisionBox&) const = default;
};

/// From a revision to one that it builds on.
struct RevisionLink {
  size_t from = 0;
  size_t to = 0;
  /// depends_on, and not down_revision.
  bool is_dependency = false;
  bool operator==(const RevisionLink&) const = default;
};

/// A graph of revisions to be drawn. Plain values; boxes are meant by their places.
struct RevisionDiagram {
  struct Database {
    std::string name;
    std::vector<size_t> boxes;
    bool operator==(const Database&) const = default;
  };
  std::vector<RevisionBox> boxes;
  std::vector<RevisionLink> links;
  std::vector<Database> databases;
};

/// Whether the databases have each of the map's revisions, by Node::index; empty when there is no database.
std::vector<RevisionBox::State> StatesOf(const graph::RevisionMap& map, const std::vector<DatabaseMark>& databases);

/// These revisions, newest first. `folds`: in a long graph, revisions in a row become one box.
RevisionDiagram MakeRevisionDiagram(const graph::RevisionMap& map, const std::vector<const graph::Node*>& revisions,
                                    const std::vector<DatabaseMark>& databases, bool folds);

/// In Graphviz's language, the newest on top: what is applied is filled, databases point at where they stand.
std::string ToDot(const RevisionDiagram& diagram);
/// As a Mermaid flowchart.
std::string ToMermaid(const RevisionDiagram& diagram);

}  // namespace limbeck::draw
