/* inventory FOLDER URL [TARGET]: brings the database to the target, which is the newest revision unless it is said. */

#include <limbeck.h>
#include <stdio.h>

/* Prints the error, frees it, and gives the exit code of the program. */
static int fail(limbeck_error* error) {
  fprintf(stderr, "%s\n", limbeck_error_text(error));
  limbeck_error_free(error);
  return 1;
}

static int print_current(limbeck_migrator* migrator, limbeck_database database, const char* word) {
  limbeck_error* error = NULL;
  char* current = limbeck_current(migrator, database, &error);
  if (current == NULL) return fail(error);
  printf("%s: %s\n", word, current[0] == '\0' ? "nothing" : current);
  limbeck_free(current);
  return 0;
}

static int migrate(limbeck_migrator* migrator, limbeck_database database, const char* target) {
  limbeck_error* error = NULL;
  const long pending = limbeck_pending(migrator, database, &error);
  if (pending < 0) return fail(error);
  printf("%ld steps to the newest\n", pending);
  if (!limbeck_upgrade(migrator, database, target, &error)) return fail(error);
  return 0;
}

int main(int argc, char** argv) {
  limbeck_error* error = NULL;
  limbeck_migrator* migrator;
  limbeck_database database = {NULL, NULL, NULL};
  int code;

  if (argc < 3) {
    fprintf(stderr, "usage: inventory FOLDER URL [TARGET]\n");
    return 2;
  }
  migrator = limbeck_open(argv[1], NULL, 0, &error);
  if (migrator == NULL) return fail(error);
  database.url = argv[2];
  code = print_current(migrator, database, "before");
  if (code == 0) code = migrate(migrator, database, argc > 3 ? argv[3] : NULL);
  if (code == 0) code = print_current(migrator, database, "after");
  limbeck_close(migrator);
  return code;
}
