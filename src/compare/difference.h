#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/change.h"
#include "compare/rules.h"

namespace limbeck::compare {

/// One change told in parts, for programs that read them.
struct Difference {
  /// What is to be said of a thing: before and after the change; nullopt where there is nothing.
  struct Fact {
    std::string name;
    std::optional<std::string> before;
    std::optional<std::string> after;
    bool operator==(const Fact&) const = default;
  };

  /// The directive: "create_table", "add_column", "alter_column".
  std::string operation;
  std::optional<std::string> schema;
  std::string table;
  /// Of the column, index or constraint; empty for the table itself and for what has no name.
  std::string name;
  std::vector<Fact> facts;
  bool operator==(const Difference&) const = default;
};

/// All changes, in their order. The backend gives types and expressions their texts.
std::vector<Difference> Describe(const Changes& changes, const Backend& backend);

}  // namespace limbeck::compare
