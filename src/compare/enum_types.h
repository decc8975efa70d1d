#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "sql/type.h"

namespace limbeck::compare {

/// Schema and name; what is in the default schema has none.
using EnumKey = std::pair<std::string, std::string>;

/// The enum that a type of PostgreSQL is, or is an array of, or nullptr: one that is native and has a name.
const sql::EnumDetails* EnumOf(const sql::Type& type);
EnumKey KeyOf(const sql::EnumDetails& details, const std::string& default_schema);
/// "app.mood"
std::string FullName(const EnumKey& key);

/// The type with its enum as `change` leaves it. The type has one.
sql::Type WithEnum(const sql::Type& type, const std::function<void(sql::EnumDetails&)>& change);
/// The enum itself, where the type may be an array of it.
sql::Type EnumItself(const sql::Type& type);
/// The type as a script writes that of an enum that is in the database: postgresql.ENUM(..., create_type=False).
sql::Type ThatIsThere(const sql::Type& type);

}  // namespace limbeck::compare
