// notes FILE [TEXT]: shows the notes of a file, or adds one.

#include <limbeck/migrator.h>
#include <sqlite3.h>

#include <cstdio>
#include <stdexcept>
#include <string>

#include "backup.h"
#include "notes_migrations.h"

namespace {

void ShowBar(const limbeck::Progress& progress) {
  constexpr size_t kWidth = 30;
  const size_t filled = progress.total == 0 ? kWidth : kWidth * progress.done / progress.total;
  const char* what = progress.step == nullptr ? "done" : progress.step->message.c_str();
  std::fprintf(stderr, "\r[%s%s] %-30s", std::string(filled, '#').c_str(), std::string(kWidth - filled, ' ').c_str(),
               what);
  if (progress.step == nullptr) std::fprintf(stderr, "\n");
}

/// The file as this version of the program wants it, whatever version wrote it.
void BringToDate(const std::string& file) {
  limbeck::MigratorOptions options;
  options.progress = ShowBar;
  options.backup = [&](const limbeck::Outcome& planned) {
    // A new file has nothing to lose.
    if (!planned.before.empty()) CopyDatabase(file, file + ".before-" + planned.after.front());
  };
  limbeck::Migrator migrator(notes_migrations(), options);
  const limbeck::Database database = limbeck::Database::SqliteFile(file);
  const std::optional<limbeck::Error> error = migrator.TryUpgrade(database);
  if (!error) return;
  if (error->kind() == limbeck::ErrorKind::kCommand) {
    throw std::runtime_error(file + " was written by a newer version of this program (" + error->what() + ")");
  }
  throw std::runtime_error(file + " could not be brought to date, and is as it was: " + error->Render());
}

int Execute(sqlite3* connection, const char* sql, const char* text) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr);
  if (text != nullptr) sqlite3_bind_text(statement, 1, text, -1, SQLITE_TRANSIENT);
  int code = SQLITE_OK;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    std::printf("%s %s (%d words)\n", sqlite3_column_int(statement, 2) != 0 ? "*" : " ",
                reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)), sqlite3_column_int(statement, 1));
  }
  sqlite3_finalize(statement);
  return code == SQLITE_DONE ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: notes FILE [TEXT]\n");
    return 2;
  }
  try {
    BringToDate(argv[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  sqlite3* connection = nullptr;
  sqlite3_open(argv[1], &connection);
  const int code = argc > 2 ? Execute(connection, "INSERT INTO notes (body) VALUES (?)", argv[2])
                            : Execute(connection, "SELECT body, words, pinned FROM notes ORDER BY id", nullptr);
  sqlite3_close(connection);
  return code;
}
