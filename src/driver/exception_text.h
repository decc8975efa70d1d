#pragma once

#include <string>

#include "limbeck/error.h"

namespace limbeck::driver {

/// "(sqlite3.OperationalError) no such table: users": the message, with the driver's exception where it is a
/// database's.
std::string ExceptionTitle(const Error& error);

/// The line that ends it and names a page to read; empty when the error is none of a database.
std::string ExceptionPage(const Error& error);

/// str() of SQLAlchemy's exception: the driver's exception and whole text, statement, values, page. Another error's
/// message.
std::string ExceptionText(const Error& error);

}  // namespace limbeck::driver
