#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/identifier.h"
#include "graph/revision_map.h"

namespace limbeck::graph {

/// "a:b" on the command line; an end may be empty text. More than one colon is Python's ValueError, as in Alembic.
struct RevisionRange {
  std::optional<std::string> start;
  std::string end;
  bool operator==(const RevisionRange&) const = default;
};

/// history -r: needs the colon.
RevisionRange ParseHistoryRange(const std::string& text);
/// upgrade: a range only with --sql.
RevisionRange ParseUpgradeRange(const std::string& text, bool is_sql);
/// downgrade: with --sql always a range, without never.
RevisionRange ParseDowngradeRange(const std::string& text, bool is_sql);

struct StampTargets {
  std::optional<std::string> start;
  std::vector<std::string> revisions;
  bool operator==(const StampTargets&) const = default;
};

/// stamp: with --sql each may be "a:b", with one and the same a.
StampTargets ParseStampTargets(const std::vector<std::string>& texts, bool is_sql);

/// The rows that an offline run starts from, given what stood before the colon.
std::vector<std::string> OfflineHeads(const RevisionMap& map, const std::optional<std::string>& start);

/// What env.py is told of a symbol (get_head_revision, get_revision_argument ...): an id, None for the base, a tuple
/// for "heads". Partial ids stay as they are.
Identifier AsRevisionNumber(const RevisionMap& map, const Identifier& identifier);

}  // namespace limbeck::graph
