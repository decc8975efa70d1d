#pragma once

#include <cstddef>
#include <string_view>

namespace limbeck::project {

/// The offset behind one piece of SQL: a string (E'..' with its backslashes), a quoted name, a dollar quote, a block
/// comment with those inside of it, or else one byte. The text has something at `position`.
size_t SkipSqlPiece(std::string_view text, size_t position);

}  // namespace limbeck::project
