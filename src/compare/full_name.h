#pragma once

#include <optional>
#include <string>

#include "sql/name.h"

namespace limbeck::compare {

/// "app.users"; without a schema "users".
inline std::string FullName(const std::optional<sql::Name>& schema, const std::string& name) {
  return schema ? schema->text + "." + name : name;
}

/// The same where an empty text is no schema.
inline std::string FullName(const std::string& schema, const std::string& name) {
  return schema.empty() ? name : schema + "." + name;
}

}  // namespace limbeck::compare
