#include "driver/exception_names.h"

#include <sqlite3.h>

#include <algorithm>

namespace limbeck::driver {
namespace {

struct ClassRow {
  std::string_view sqlstate_class;
  std::string_view dbapi_class;
};

// By the first two characters of the SQLSTATE, sorted. What is not here is a DatabaseError.
constexpr ClassRow kClasses[] = {
    {"0A", "NotSupportedError"}, {"20", "ProgrammingError"}, {"21", "ProgrammingError"}, {"22", "DataError"},
    {"23", "IntegrityError"},    {"24", "InternalError"},    {"25", "InternalError"},    {"26", "OperationalError"},
    {"27", "OperationalError"},  {"28", "OperationalError"}, {"2B", "InternalError"},    {"2D", "InternalError"},
    {"2F", "InternalError"},     {"34", "OperationalError"}, {"38", "InternalError"},    {"39", "InternalError"},
    {"3B", "InternalError"},     {"3D", "ProgrammingError"}, {"3F", "ProgrammingError"}, {"40", "OperationalError"},
    {"42", "ProgrammingError"},  {"44", "ProgrammingError"}, {"53", "OperationalError"}, {"54", "OperationalError"},
    {"55", "OperationalError"},  {"57", "OperationalError"}, {"58", "OperationalError"}, {"F0", "InternalError"},
    {"HV", "OperationalError"},  {"P0", "InternalError"},    {"XX", "InternalError"},
};

std::string_view SqliteClass(int primary_code) {
  switch (primary_code) {
    case SQLITE_INTERNAL:
    case SQLITE_NOTFOUND:
      return "InternalError";
    case SQLITE_ERROR:
    case SQLITE_PERM:
    case SQLITE_ABORT:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_INTERRUPT:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
    case SQLITE_EMPTY:
    case SQLITE_SCHEMA:
      return "OperationalError";
    case SQLITE_TOOBIG:
      return "DataError";
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return "IntegrityError";
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      return "InterfaceError";
    default:
      return "DatabaseError";
  }
}

}  // namespace

std::string_view DbapiClassOf(std::string_view sqlstate) {
  const std::string_view wanted = sqlstate.substr(0, 2);
  const auto* found =
      std::lower_bound(std::begin(kClasses), std::end(kClasses), wanted,
                       [](const ClassRow& row, std::string_view key) { return row.sqlstate_class < key; });
  return found != std::end(kClasses) && found->sqlstate_class == wanted ? found->dbapi_class : "DatabaseError";
}

ExceptionNames DbapiException(std::string_view driver, std::string_view dbapi_class) {
  return {std::string(dbapi_class), std::string(driver).append(".").append(dbapi_class)};
}

ExceptionNames PostgresqlException(std::string_view sqlstate) {
  if (sqlstate.empty()) return DbapiException("psycopg2", "OperationalError");
  const std::string_view dbapi_class = DbapiClassOf(sqlstate);
  const std::span<const SqlStateException> all = SqlStateExceptions();
  const auto found =
      std::lower_bound(all.begin(), all.end(), sqlstate,
                       [](const SqlStateException& row, std::string_view key) { return row.sqlstate < key; });
  if (found == all.end() || found->sqlstate != sqlstate) return DbapiException("psycopg2", dbapi_class);
  return {std::string(dbapi_class), "psycopg2.errors." + std::string(found->name)};
}

ExceptionNames SqliteException(int code) {
  const int primary_code = code & 0xff;
  if (primary_code == SQLITE_NOMEM) return {"", "MemoryError"};
  return DbapiException("sqlite3", SqliteClass(primary_code));
}

}  // namespace limbeck::driver
