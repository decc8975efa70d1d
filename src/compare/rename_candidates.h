#pragma once

#include <string>
#include <vector>

#include "compare/change.h"
#include "compare/rules.h"

namespace limbeck::compare {

/// What may have been renamed, for somebody to be asked: a table that is gone and a new one with the same columns, a
/// column that is gone and a new one of the same type in its table. Nothing is taken for two renames.
struct RenameCandidate {
  /// As ApplyRenames takes it: "users:people", "users.name:alias".
  std::string rename;
  /// "table users", "column users.name", "people", "alias"
  std::string gone;
  std::string come;
  bool operator==(const RenameCandidate&) const = default;
};

std::vector<RenameCandidate> FindRenames(const Changes& changes, const Rules& rules);

}  // namespace limbeck::compare
