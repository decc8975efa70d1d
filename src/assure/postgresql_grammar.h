#pragma once

#include <string>

namespace limbeck::assure {

/// A statement, or several, as the PostgreSQL server's own grammar reads them: the tree as JSON, the way libpg-query
/// writes it. The library is loaded when this is called, and by nobody else. Throws Error: kScript with the server's
/// words and the statement for what is no SQL, kUnsupported where the library is not installed. Any thread.
std::string ParsePostgresql(const std::string& sql);

}  // namespace limbeck::assure
