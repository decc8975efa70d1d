/* plain FOLDER: the C API on a database in memory. */

#include <limbeck.h>
#include <sqlite3.h>
#include <stdio.h>

int main(int argc, char** argv) {
  limbeck_database database = {NULL, NULL, NULL};
  limbeck_error* error = NULL;
  limbeck_migrator* migrator;
  char* current;

  if (argc != 2 || sqlite3_open(":memory:", &database.sqlite) != SQLITE_OK) return 2;
  migrator = limbeck_open(argv[1], NULL, 0, &error);
  if (migrator == NULL) return 3;
  if (!limbeck_upgrade(migrator, database, "b2", &error)) {
    fputs(limbeck_error_text(error), stderr);
    return 4;
  }
  current = limbeck_current(migrator, database, NULL);
  printf("C: at %s\n", current);
  limbeck_free(current);
  if (limbeck_upgrade(migrator, database, "nowhere", &error)) return 5;
  printf("C: error %d: %s\n", (int)limbeck_error_get_kind(error), limbeck_error_message(error));
  limbeck_error_free(error);
  limbeck_close(migrator);
  sqlite3_close(database.sqlite);
  return 0;
}
