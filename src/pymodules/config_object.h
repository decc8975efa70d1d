#pragma once

#include "project/config.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// What `context.config` is made of. Borrowed for the run.
struct ConfigSource {
  project::Config* config = nullptr;
  /// config.print_stdout
  std::function<void(std::string_view)> print;
  /// Values of the command line that `config.cmd_opts` shows: None, True or text.
  std::vector<std::pair<std::string, std::optional<std::string>>> command_options;
};

/// The `config` object of env.py.
python::Value MakeConfig(ConfigSource source);

}  // namespace limbeck::pymodules
