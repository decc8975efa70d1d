#include "driver/sqlite/error.h"

#include <sqlite3.h>

#include <system_error>

#include "base/utf8.h"
#include "driver/exception_names.h"

namespace limbeck::driver::sqlite {
namespace {

/// The file of the connection, for hints.
std::string FileOf(sqlite3* database) {
  const char* file = sqlite3_db_filename(database, "main");
  return file == nullptr || *file == '\0' ? "the database" : "\"" + std::string(file) + "\"";
}

std::string SystemReason(sqlite3* database) {
  const int number = sqlite3_system_errno(database);
  return number == 0 ? "" : ": " + std::generic_category().message(number);
}

std::string HintFor(sqlite3* database, int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
      return "another connection holds the lock of " + FileOf(database) +
             "; --lock-timeout SECONDS, or ?timeout=SECONDS in the URL, waits longer";
    case SQLITE_CANTOPEN:
      return FileOf(database) + " cannot be opened" + SystemReason(database);
    case SQLITE_READONLY:
      return FileOf(database) + " or its folder cannot be written, or was opened with mode=ro";
    case SQLITE_FULL:
      return "the disk of " + FileOf(database) + " is full, or PRAGMA max_page_count is reached";
    case SQLITE_CORRUPT:
      return "PRAGMA integrity_check tells what is damaged in " + FileOf(database) + "; restore it from a backup";
    case SQLITE_NOTADB:
      return FileOf(database) + " is no SQLite database, or it is encrypted";
    case SQLITE_IOERR:
      return "reading or writing " + FileOf(database) + " failed" + SystemReason(database);
    default:
      return "";
  }
}

/// SQLite names what failed only in its text: "UNIQUE constraint failed: t.a, t.b", "CHECK constraint failed:
/// positive".
void ReadNames(std::string_view message, DatabaseFacts& facts) {
  constexpr std::string_view kMark = " constraint failed: ";
  const size_t mark = message.find(kMark);
  if (mark == std::string_view::npos) return;
  const std::string_view names = message.substr(mark + kMark.size());
  if (message.starts_with("CHECK")) {
    facts.constraint_name = names;
    return;
  }
  const size_t dot = names.find('.');
  if (dot == std::string_view::npos) return;
  facts.table_name = names.substr(0, dot);
  if (names.find(',') == std::string_view::npos) facts.column_name = names.substr(dot + 1);
}

/// Code points up to the byte that the parser stopped at, from 1; 0 when SQLite does not say.
int PositionOf(sqlite3* database, std::string_view statement) {
  const int offset = sqlite3_error_offset(database);
  if (offset < 0 || static_cast<size_t>(offset) > statement.size()) return 0;
  return static_cast<int>(Utf8Count(statement.substr(0, static_cast<size_t>(offset)))) + 1;
}

Error Assemble(DatabaseFacts facts, ExceptionNames names, const StatementRef& statement) {
  facts.tag = statement.tag;
  facts.sqlalchemy_class = std::move(names.sqlalchemy_class);
  facts.driver_class = std::move(names.driver_class);
  Error error(ErrorKind::kDatabase, facts.text);
  error.Statement(std::string(statement.sql)).Database(std::move(facts));
  return error;
}

}  // namespace

Error MakeError(sqlite3* database, int code, const StatementRef& statement) {
  const std::string message = sqlite3_errmsg(database);
  DatabaseFacts facts;
  facts.text = message;
  facts.position = PositionOf(database, statement.sql);
  facts.native_code = code;
  facts.native_code_name = ResultCodeName(code);
  if ((code & 0xff) == SQLITE_CONSTRAINT) ReadNames(message, facts);
  return Assemble(std::move(facts), SqliteException(code), statement).Hint(HintFor(database, code));
}

Error MakeOpenError(sqlite3* database, int code, const std::string& file) {
  Error error = MakeError(database, code, {});
  return error.Hint("\"" + file + "\" cannot be opened" + SystemReason(database)).ConnectionLost();
}

Error MakeModuleError(std::string_view dbapi_class, const std::string& message, const StatementRef& statement) {
  DatabaseFacts facts;
  facts.text = message;
  return Assemble(std::move(facts), DbapiException("sqlite3", dbapi_class), statement);
}

}  // namespace limbeck::driver::sqlite
