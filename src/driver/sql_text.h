#pragma once

#include <string>
#include <string_view>

#include "driver/backend.h"

namespace limbeck::driver {

/// The text from its first character that is no space and no comment. SQLite's comments do not nest, PostgreSQL's do.
std::string_view SkipBlank(std::string_view sql, Backend backend);

/// The first word of a statement in upper case: "SELECT". Empty when the text begins with something else.
std::string FirstKeyword(std::string_view sql, Backend backend);

/// PostgreSQL: false only when the text surely holds no second statement, so that it may be sent as a prepared one.
/// (A function body of BEGIN ATOMIC ... END looks like several.)
bool MayHoldSeveralStatements(std::string_view sql);

/// The text with its parameters, $1 and $2, as the database counts them: ?1 and ?2 on SQLite.
std::string NumberParameters(const std::string& sql, Backend backend);

/// A name in double quotes, each '"' in it doubled.
std::string QuoteName(std::string_view name);

}  // namespace limbeck::driver
