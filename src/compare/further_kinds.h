#pragma once

#include <string>
#include <vector>

namespace limbeck::compare {

/// What a comparison looks at beside what Alembic does. Nothing by default: a team may run both tools on one project.
struct FurtherKinds {
  bool enums = false;         ///< the types of PostgreSQL
  bool checks = false;        ///< the conditions of CHECKs, not only their names
  bool primary_keys = false;  ///< which columns a key has
  bool sequences = false;     ///< those that no column owns

  bool operator==(const FurtherKinds&) const = default;
  static FurtherKinds All() { return {true, true, true, true}; }
  /// Takes "enums", "checks", "primary_keys", "sequences" and "all". Throws Error (kCommand) for any other word.
  void Add(const std::string& word);
};

}  // namespace limbeck::compare
