#pragma once

#include <span>
#include <string>
#include <string_view>

namespace limbeck::driver {

/// The Python exceptions that a database error is to a script: SQLAlchemy's ("IntegrityError") and the one of the
/// driver that it wraps ("psycopg2.errors.UniqueViolation").
struct ExceptionNames {
  std::string sqlalchemy_class;
  std::string driver_class;
  bool operator==(const ExceptionNames&) const = default;
};

/// An exception of psycopg2.errors, and the SQLSTATE that it stands for.
struct SqlStateException {
  std::string_view sqlstate;
  std::string_view name;
};

/// All of psycopg2.errors, by SQLSTATE.
std::span<const SqlStateException> SqlStateExceptions();

/// The DB-API exception above a SQLSTATE's own: "IntegrityError", "DatabaseError" where there is none better.
std::string_view DbapiClassOf(std::string_view sqlstate);

/// psycopg2's names for a SQLSTATE; an empty one is a lost connection.
ExceptionNames PostgresqlException(std::string_view sqlstate);

/// sqlite3's names for a result code of SQLite, extended or not.
ExceptionNames SqliteException(int code);

/// The names of a plain DB-API exception: "ProgrammingError" of "psycopg2" or "sqlite3".
ExceptionNames DbapiException(std::string_view driver, std::string_view dbapi_class);

}  // namespace limbeck::driver
