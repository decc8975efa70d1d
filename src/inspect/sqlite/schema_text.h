#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::inspect::sqlite {

// SQLite keeps CREATE statements as they were written. Here they become comparable.

/// The text without comments, quotes of names and blanks that mean nothing, in lower case but for literals.
std::string NormalSql(std::string_view sql);

/// The part of a normal text from an opening parenthesis to the one that closes it; empty when there is none at `from`.
std::string_view Parenthesized(std::string_view normal, size_t from);

/// The columns and constraints of a normal CREATE TABLE: what stands between the commas.
std::vector<std::string> TableParts(std::string_view normal);

/// The conditions of all CHECKs in a normal text.
std::vector<std::string> ChecksOf(std::string_view normal);

}  // namespace limbeck::inspect::sqlite
