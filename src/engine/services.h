#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/environment.h"
#include "base/files.h"
#include "base/log.h"
#include "driver/connection.h"

namespace limbeck {
struct Revision;
}
namespace limbeck::schema {
struct Table;
}

namespace limbeck::engine {

class Progress;

/// What a run has of the outside world. Everything is borrowed and outlives the run.
struct Services {
  FileSystem* files = nullptr;
  Clock* clock = nullptr;
  Environment* environment = nullptr;
  driver::Connector* connector = nullptr;
  /// Its databases are not there: what an application wants of the machine may not be there either.
  bool is_rehearsal = false;
  LogTree* log = nullptr;
  /// Revisions in C++ that belong to every history; null for none. A file with the header of one is its source.
  const std::vector<Revision>* compiled = nullptr;
  /// Tables that the program describes itself, in place of env.py's target_metadata; null for none.
  const std::vector<schema::Table>* models = nullptr;
  /// sys.argv of scripts.
  std::vector<std::string> arguments = {};
  /// Standard output of the command: SQL scripts, what scripts print.
  std::function<void(std::string_view text)> print;
  /// Standard error: warnings, what scripts print there.
  std::function<void(std::string_view text)> print_error;
  /// Hears which step a run is at; null for nobody.
  Progress* progress = nullptr;
  /// Set by whoever wants the running script to stop; may be null.
  std::atomic<bool>* interrupted = nullptr;
  /// Statements that one run of scripts may execute; 0: no limit. About a minute's worth, against loops that never end.
  uint64_t script_step_limit = 1'000'000'000;
};

/// A Python warning, as the interpreter prints it, less the place in Alembic's own source.
void PrintWarning(const Services& services, std::string_view category, std::string_view text);

}  // namespace limbeck::engine
