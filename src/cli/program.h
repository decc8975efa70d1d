#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/entropy.h"
#include "base/environment.h"
#include "base/files.h"
#include "base/processes.h"
#include "cli/terminal.h"
#include "driver/connection.h"
#include "limbeck/revision.h"
#include "schema/table.h"

namespace limbeck::cli {

/// What the program has of the outside world. Borrowed.
struct ProgramHost {
  FileSystem& files;
  Clock& clock;
  Environment& environment;
  driver::Connector& connector;
  Processes& processes;
  Entropy& entropy;
  Terminal& terminal;
  /// What is compiled into the program beside its own code, or null; `files` shows the embedded ones.
  const Migrations* migrations = nullptr;
  const std::vector<schema::Table>* models = nullptr;
  /// The command line, which scripts see as sys.argv.
  std::vector<std::string> words = {};
};

/// Runs the program with these words (the first is the name it was called by) and returns its exit code: 0; 255 for
/// what Alembic calls a CommandError; 1 for errors of scripts and databases; 2 for usage.
int RunProgram(const std::vector<std::string>& words, ProgramHost& host);

}  // namespace limbeck::cli
