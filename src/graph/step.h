#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/node.h"

namespace limbeck::graph {

/// One revision applied or taken back.
struct RevisionStep {
  const Node* node = nullptr;
  bool is_upgrade = true;
  bool operator==(const RevisionStep&) const = default;
};

/// A change of the version table alone.
struct StampStep {
  std::vector<std::string> from;
  std::vector<std::string> to;
  bool is_upgrade = true;
  /// A row comes or goes; the others stay.
  bool is_branch_move = false;
  bool operator==(const StampStep&) const = default;
};

using Step = std::variant<RevisionStep, StampStep>;

/// What a step tells those who asked to hear of it (on_version_apply).
struct StepInfo {
  bool is_upgrade = true;
  bool is_stamp = false;
  std::vector<std::string> up_revision_ids;
  /// Dependencies included.
  std::vector<std::string> down_revision_ids;

  const std::vector<std::string>& source_revision_ids() const {
    return is_upgrade ? down_revision_ids : up_revision_ids;
  }
  const std::vector<std::string>& destination_revision_ids() const {
    return is_upgrade ? up_revision_ids : down_revision_ids;
  }
  bool operator==(const StepInfo&) const = default;
};

StepInfo InfoOf(const Step& step);
bool IsUpgrade(const Step& step);
/// "upgrade", "downgrade" or "stamp_revision".
std::string_view NameOf(const Step& step);
/// "upgrade a -> b", as --sql output has it.
std::string ShortLog(const Step& step);
/// "upgrade a -> b, add users": what follows "Running ".
std::string LogText(const Step& step);
/// Ids of what a revision needs.
std::vector<std::string> NeededIds(const Node& node);

}  // namespace limbeck::graph
