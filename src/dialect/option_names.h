#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace limbeck::dialect {

/// Classes of SQLAlchemy that take keyword arguments of dialects.
enum class OptionOwner { kTable, kColumn, kIndex, kPrimaryKey, kForeignKey, kUnique, kCheck, kExclude };

/// Looks at a keyword argument that is no argument of the class itself: "postgresql_using". Throws Error (TypeError,
/// ArgumentError) as SQLAlchemy does when it has no dialect's prefix or the dialect does not know it. Returns the
/// warning that SQLAlchemy gives for a dialect that nobody knows.
std::optional<std::string> CheckOptionName(OptionOwner owner, std::string_view name);

}  // namespace limbeck::dialect
