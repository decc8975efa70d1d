#pragma once

#include "limbeck/export.h"
#include "limbeck/models.h"
#include "limbeck/revision.h"

// The whole command line of `limbeck`, in a program of a project's own:
//
//   int main(int argc, char** argv) {
//     return limbeck::RunCommandLine(argc, argv, app_migrations());
//   }
//
// limbeck_add_migrator() of the CMake package writes that program.

namespace limbeck {

/// Runs one command and returns the exit code of the program: 0; 255 for what Alembic calls a CommandError; 1 for
/// errors of scripts and databases; 2 for usage. Prints to standard output and error; reads the environment and, for
/// a question, the terminal. Throws nothing that a command can cause.
///
/// A project on disk (alembic.ini or pyproject.toml in the current folder, or what -c names) is used as `limbeck`
/// would, with the revisions in C++ at hand. Where there is none, the migrations that are compiled in are the project,
/// and the database is what LIMBECK_URL or DATABASE_URL of the environment names. `models`, if given, are what `check`,
/// `diff` and `revision --autogenerate` compare with.
///
/// Catches SIGINT, and so is for one thread of a program that does nothing else.
LIMBECK_API int RunCommandLine(int argc, const char* const* argv, const Migrations& migrations = {},
                               const Models* models = nullptr);

}  // namespace limbeck
