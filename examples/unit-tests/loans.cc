#include "loans.h"

#include <sqlite3.h>

#include <string>

namespace {

bool Execute(sqlite3* connection, const std::string& sql) {
  return sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

}  // namespace

bool Lend(sqlite3* connection, int book, int member) {
  Execute(connection, "BEGIN IMMEDIATE");
  const std::string number = std::to_string(book);
  // The table's CHECK refuses a copy that is not there.
  const bool done = Execute(connection, "UPDATE books SET copies = copies - 1 WHERE id = " + number) &&
                    Execute(connection, "INSERT INTO loans (book_id, member_id) VALUES (" + number + ", " +
                                            std::to_string(member) + ")");
  Execute(connection, done ? "COMMIT" : "ROLLBACK");
  return done;
}

int CountLoans(sqlite3* connection, int member) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(connection, "SELECT count(*) FROM loans WHERE member_id = ?", -1, &statement, nullptr);
  sqlite3_bind_int(statement, 1, member);
  sqlite3_step(statement);
  const int count = sqlite3_column_int(statement, 0);
  sqlite3_finalize(statement);
  return count;
}
