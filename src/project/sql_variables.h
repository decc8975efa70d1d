#pragma once

#include <string>
#include <vector>

#include "base/source.h"

namespace limbeck::project {

/// The part of an SQL revision with its variables filled in, as psql writes them: :'name' becomes the value as a
/// string, :"name" as a quoted name. Strings, quoted names, dollar quotes and comments are left as they are.
/// `arguments` are those of -x: "name=value", or "name" for an empty value; the last one of a name counts.
/// Throws Error (kCommand) with the place for a variable that nobody gave.
std::string FillSqlVariables(const SourceFile& source, Span body, const std::vector<std::string>& arguments);

}  // namespace limbeck::project
