#pragma once

#include <string>
#include <vector>

#include "schema/table.h"

namespace limbeck::dialect::sqlite {

/// A default as SQLite gives it back, without the parentheses that it was written with, as Alembic puts it into a
/// batch's new table: in parentheses, unless it is one digit, a string, or stands in parentheses on one line.
std::string ProtectedDefault(const std::string& text);

/// The table with its defaults protected, but for columns that the script has given itself.
schema::Table WithProtectedDefaults(schema::Table existing, const std::vector<schema::Column>& given);

}  // namespace limbeck::dialect::sqlite
