// Each way into the library once. app FOLDER: the script folder.

#include <limbeck/migrator.h>
#include <sqlite3.h>

#include <cstdio>
#include <memory>

#include "app_migrations.h"
#include "models.h"

namespace {

struct Close {
  void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};
using Memory = std::unique_ptr<sqlite3, Close>;

Memory OpenMemory() {
  sqlite3* connection = nullptr;
  sqlite3_open(":memory:", &connection);
  return Memory(connection);
}

void PrintTables(const char* what, sqlite3* connection) {
  std::printf("%s:", what);
  const auto print = [](void*, int, char** values, char**) { return std::printf(" %s", values[0]) < 0 ? 1 : 0; };
  sqlite3_exec(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", print, nullptr,
               nullptr);
  std::printf("\n");
}

void MigrateFile(const char* what, limbeck::Migrations migrations) {
  const limbeck::Database file = limbeck::Database::SqliteFile(std::string(what) + ".db");
  limbeck::Migrator migrator(std::move(migrations));
  const limbeck::Outcome outcome = migrator.Upgrade(file);
  std::printf("%s: %zu steps to %s\n", what, outcome.steps.size(), outcome.after.front().c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    // C++ revisions are compiled, wherever the others come from.
    MigrateFile("folder", {.folder = argv[1], .revisions = app_migrations().revisions});
    MigrateFile("embedded", app_migrations());

    const Memory memory = OpenMemory();
    limbeck::Migrator(app_migrations()).Upgrade(limbeck::Database::Borrow(memory.get()), "b2");
    PrintTables("in memory", memory.get());

    const Memory fresh = OpenMemory();
    limbeck::CreateAll(limbeck::Database::Borrow(fresh.get()), ShopModels());
    PrintTables("models", fresh.get());

    limbeck::Migrator(app_migrations()).Upgrade(limbeck::Database::Url("sqlite:////nowhere/at/all.db"));
  } catch (const limbeck::Error& error) {
    std::printf("error: %s\n", error.what());
  }
  return 0;
}
