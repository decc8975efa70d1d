#pragma once

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "graph/coverage.h"
#include "graph/revision_map.h"
#include "graph/step.h"
#include "graph/traversal.h"

namespace limbeck::graph {

struct InsertVersion {
  std::string version;
  bool operator==(const InsertVersion&) const = default;
};
struct DeleteVersion {
  std::string version;
  bool operator==(const DeleteVersion&) const = default;
};
struct UpdateVersion {
  std::string from;
  std::string to;
  bool operator==(const UpdateVersion&) const = default;
};
/// A change of one row of the version table.
using RowChange = std::variant<InsertVersion, DeleteVersion, UpdateVersion>;

/// What a step does to the version table.
struct HeadUpdate {
  std::vector<RowChange> rows;
  /// For the debug log: "new branch insert ae10", "update ae10 to 27c6", ...
  std::string log;
  bool operator==(const HeadUpdate&) const = default;
};

/// The rows of the version table while steps run, without the table. Refers to the map.
class HeadMaintainer {
 public:
  /// Rows as they are in the table: partial ids are met there, unknown ones fail when they are needed.
  HeadMaintainer(const RevisionMap& map, const std::vector<std::string>& rows)
      : map_(map), heads_(rows.begin(), rows.end()) {}

  const std::set<std::string>& heads() const { return heads_; }

  /// The changes of one step, which heads() has from then on. Where the rows do not fit the step it throws what Alembic
  /// does: AssertionError, KeyError or IndexError.
  HeadUpdate Apply(const Step& step);

 private:
  using Ids = std::vector<std::string>;
  struct Searched {
    Ids from;
    NodeSet below;
  };

  HeadUpdate Change(const Step& step);
  HeadUpdate ChangeForUpgrade(const Node& node);
  HeadUpdate ChangeForDowngrade(const Node& node);
  HeadUpdate ChangeForStamp(const StampStep& step);

  HeadUpdate Insert(const std::string& version);
  HeadUpdate Delete(const std::string& version);
  HeadUpdate Update(const std::string& from, const std::string& to);
  HeadUpdate Merge(const Ids& from, const std::string& to);
  HeadUpdate Unmerge(const std::string& from, const Ids& to, bool is_stamp);
  void InsertRow(const std::string& version, HeadUpdate& update);
  void DeleteRow(const std::string& version, HeadUpdate& update);
  void UpdateRow(const std::string& from, const std::string& to, HeadUpdate& update);

  Ids HeadsAmong(const Ids& ids) const;
  Ids HeadsBut(const Ids& ids) const;
  Ids RowsToMerge(const Node& node);
  Ids RowsToUnmerge(const Node& node);
  std::optional<bool> IsElsewhere(const Node& node, const Node* need);
  bool SearchElsewhere(const Node& node, const Node* need);
  const NodeSet& Below(Ids versions);

  Coverage& Covered();
  void UpdateCoverage(const HeadUpdate& update);
  std::vector<const Node*> NodesOf(const Ids& versions) const;

  const RevisionMap& map_;
  std::set<std::string> heads_;
  /// Made when first asked for: most runs do without.
  std::optional<Coverage> coverage_;
  std::optional<Searched> searched_;
};

}  // namespace limbeck::graph
