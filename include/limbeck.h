#ifndef LIMBECK_H
#define LIMBECK_H

#include <stddef.h>

/*
 * Migrations from C, and from whatever calls C. Handles are opaque; texts are UTF-8 and end with a zero byte. limbeck
 * keeps no text and no array that it is given, except where a comment says so.
 *
 * A call that can fail takes `limbeck_error** error`, which may be NULL. On failure it returns 0 or NULL and, if asked,
 * puts an error there, which the caller frees. On success it does not touch it.
 */

#ifdef __cplusplus
extern "C" {
#endif

/* Marks what the shared library offers. */
#if defined(__GNUC__)
#define LIMBECK_C_API __attribute__((visibility("default")))
#else
#define LIMBECK_C_API
#endif

/* NOLINTBEGIN(readability-identifier-naming, modernize-*): names as C has them */

struct sqlite3;
struct pg_conn;

typedef struct limbeck_migrator limbeck_migrator;
typedef struct limbeck_error limbeck_error;

/* A file that is compiled in; its path is relative to the script folder: "versions/3f2a_add_users.sql". */
typedef struct limbeck_file {
  const char* path;
  const char* text;
  size_t length;
} limbeck_file;

/* One of the three, the others NULL. Connections stay the caller's; no transaction may be open on them. */
typedef struct limbeck_database {
  const char* url;
  struct sqlite3* sqlite;
  struct pg_conn* postgresql;
} limbeck_database;

/* What an error is about; numbers stay what they are, new ones may come. */
typedef enum limbeck_error_kind {
  LIMBECK_USAGE = 0,
  LIMBECK_CONFIG = 1,
  LIMBECK_COMMAND = 2,
  LIMBECK_SCRIPT = 3,
  LIMBECK_UNSUPPORTED = 4,
  LIMBECK_DATABASE = 5,
  LIMBECK_IN_DOUBT = 6,
  LIMBECK_INTERNAL = 7
} limbeck_error_kind;

/*
 * A history of revisions: those of a folder (which may be NULL) and those of files, whose texts must stay until the
 * migrator is closed. Any number of threads may use a migrator, each for a connection of its own.
 */
LIMBECK_C_API limbeck_migrator* limbeck_open(const char* folder, const limbeck_file* files, size_t count,
                                             limbeck_error** error);
/* No call may be running. NULL is fine. */
LIMBECK_C_API void limbeck_close(limbeck_migrator* migrator);

/* Runs; targets as on the command line, NULL is "heads". 1 on success. */
LIMBECK_C_API int limbeck_upgrade(limbeck_migrator* migrator, limbeck_database database, const char* target,
                                  limbeck_error** error);
LIMBECK_C_API int limbeck_downgrade(limbeck_migrator* migrator, limbeck_database database, const char* target,
                                    limbeck_error** error);
LIMBECK_C_API int limbeck_stamp(limbeck_migrator* migrator, limbeck_database database, const char* target,
                                limbeck_error** error);

/* How many steps an upgrade would take; -1 on failure. */
LIMBECK_C_API long limbeck_pending(limbeck_migrator* migrator, limbeck_database database, limbeck_error** error);
/* The rows of the version table with line ends between, or NULL; the caller frees it with limbeck_free. */
LIMBECK_C_API char* limbeck_current(limbeck_migrator* migrator, limbeck_database database, limbeck_error** error);
LIMBECK_C_API void limbeck_free(char* text);

/* Stops running calls between two steps; from any thread. Later calls fail, too, until limbeck_resume. */
LIMBECK_C_API void limbeck_cancel(limbeck_migrator* migrator);
LIMBECK_C_API void limbeck_resume(limbeck_migrator* migrator);

/* Texts live as long as the error; those that are not known are empty. */
LIMBECK_C_API limbeck_error_kind limbeck_error_get_kind(const limbeck_error* error);
LIMBECK_C_API const char* limbeck_error_message(const limbeck_error* error);
/* Everything for a person: message, place, statement, hint. */
LIMBECK_C_API const char* limbeck_error_text(const limbeck_error* error);
LIMBECK_C_API const char* limbeck_error_sqlstate(const limbeck_error* error);
LIMBECK_C_API void limbeck_error_free(limbeck_error* error);

/* NOLINTEND(readability-identifier-naming, modernize-*) */

#ifdef __cplusplus
}
#endif

#endif
