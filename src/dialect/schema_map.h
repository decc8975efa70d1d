#pragma once

#include <map>
#include <optional>
#include <string>

#include "sql/name.h"

namespace limbeck::dialect {

/// Which schema the ones that scripts name stand for (SQLAlchemy's schema_translate_map). The empty name is that of
/// tables without a schema; one that stands for "" is the connection's own, which is written nowhere.
using SchemaMap = std::map<std::string, sql::Name>;

/// The schema to write for one that a script has named; `map` may be null.
inline std::optional<sql::Name> Translate(const SchemaMap* map, const std::optional<sql::Name>& schema) {
  if (map == nullptr) return schema;
  const auto found = map->find(schema ? schema->text : std::string());
  return found == map->end() ? schema : std::optional(found->second);
}

}  // namespace limbeck::dialect
