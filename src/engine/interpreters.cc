#include "engine/interpreters.h"

#include "pymodules/engines.h"
#include "pymodules/modules.h"
#include "python/passed_over.h"

namespace limbeck::engine {

std::unique_ptr<python::Interpreter> MakeInterpreter(const Services& services,
                                                     const std::vector<std::string>& search_path) {
  python::InterpreterHost host;
  host.files = services.files;
  host.clock = services.clock;
  host.environment = services.environment;
  host.log = services.log;
  host.write = [&services](bool to_stderr, std::string_view text) {
    to_stderr ? services.print_error(text) : services.print(text);
  };
  host.interrupted = services.interrupted;
  python::InterpreterOptions options;
  options.step_limit = services.script_step_limit;
  options.search_path = search_path;
  options.defer_imports = true;
  options.arguments = services.arguments.empty() ? std::vector<std::string>{""} : services.arguments;
  auto interpreter = std::make_unique<python::Interpreter>(std::move(host), std::move(options));
  interpreter->Service<pymodules::Databases>().connector = services.connector;
  interpreter->Service<python::PassedOverOptions>().passes_over_exceptions = services.is_rehearsal;
  pymodules::AddModules(*interpreter);
  return interpreter;
}

}  // namespace limbeck::engine
