#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace limbeck::project {

/// The statements of a file, each from its first word to before its semicolon. A semicolon inside a string, a quoted
/// name, a dollar quote, a comment or the body of a function or trigger (BEGIN ... END) ends none. A line of psql's own
/// is no statement.
std::vector<Span> SplitSqlStatements(std::string_view sql);

/// The same text with psql's own commands between the statements (`\restrict`, `\connect`) blanked out.
std::string WithoutPsqlCommands(std::string sql);

}  // namespace limbeck::project
