#pragma once

#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "project/config.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// A value of the command line: None, a flag, text, or a list.
using CommandOption = std::variant<std::monostate, bool, std::string, std::vector<std::string>>;

/// The command line as `config.cmd_opts` shows it: argparse's Namespace, options that were not given included.
struct CommandLine {
  std::string command;
  std::vector<std::pair<std::string, CommandOption>> options;
};

/// What `context.config` is made of. Borrowed for the run.
struct ConfigSource {
  project::Config* config = nullptr;
  /// config.print_stdout; null with -q.
  std::function<void(std::string_view)> print;
  CommandLine command_line;
};

/// The `config` object of env.py.
python::Value MakeConfig(ConfigSource source);

/// Its class, alembic.config.Config. What a script makes of it for itself has a configuration of its own.
const python::TypeObject* ConfigClass();

}  // namespace limbeck::pymodules
