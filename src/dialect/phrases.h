#pragma once

#include <string>

namespace limbeck::dialect {

// Words of a script that go into a statement as they are, once it is known that they are no more than that. Each
// returns its argument, or throws Error (CompileError) with SQLAlchemy's text.

/// CASCADE, SET NULL, ...
std::string ForeignKeyAction(const std::string& phrase);
/// PostgreSQL's ON DELETE, where SET NULL may name columns.
std::string ForeignKeyActionWithColumns(const std::string& phrase);
/// DEFERRED or IMMEDIATE
std::string InitialTime(const std::string& phrase);
/// An index method: one word.
std::string IndexMethod(const std::string& phrase);

}  // namespace limbeck::dialect
