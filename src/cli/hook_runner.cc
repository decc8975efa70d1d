#include "cli/hook_runner.h"

#include "base/text.h"
#include "cli/find_program.h"
#include "cli/status_printer.h"
#include "project/hooks.h"

namespace limbeck::cli {
namespace {

constexpr const char* kPython = "python3";

/// "Running post write hook 'black' ..." and, on a line of its own, how it ended.
class HookStatus {
 public:
  HookStatus(CommandContext& context, const std::string& name) : printer_(context) {
    context.Message("Running post write hook " + PythonRepr(name) + " ...");
  }
  ~HookStatus() { printer_.End(is_done_); }
  HookStatus(const HookStatus&) = delete;
  HookStatus& operator=(const HookStatus&) = delete;

  void Done() { is_done_ = true; }

 private:
  StatusPrinter printer_;
  bool is_done_ = false;
};

/// Without Python inside, the tools of a Python environment are found on the PATH by their own names.
std::vector<std::string> ConsoleScript(CommandContext& context, const std::string& name) {
  if (!FindProgram(context, name)) {
    throw Error(ErrorKind::kCommand, "Could not find entrypoint console_scripts." + name)
        .Hint("'" + name + "' is not on the PATH; is the Python environment that has it active?");
  }
  return {name};
}

std::vector<std::string> Executable(CommandContext& context, const std::string& name) {
  if (name.find('/') == std::string::npos && !FindProgram(context, name)) {
    throw Error(ErrorKind::kScript, "[Errno 2] No such file or directory: " + PythonRepr(name))
        .ExceptionClass("FileNotFoundError");
  }
  return {name};
}

/// A module is Python's own matter: it is asked whether there is one.
std::vector<std::string> Module(CommandContext& context, const std::string& name) {
  const char* const question = "import importlib.util, sys; sys.exit(importlib.util.find_spec(sys.argv[1]) is None)";
  const bool is_there = FindProgram(context, kPython) &&
                        context.processes.Run({.words = {kPython, "-c", question, name}, .quiet = true}) == 0;
  if (!is_there) throw Error(ErrorKind::kCommand, "Could not find module " + name);
  return {kPython, "-m", name};
}

std::vector<std::string> WordsOf(CommandContext& context, const project::HookCommand& command) {
  switch (command.runner) {
    case project::HookRunner::kConsoleScript:
      return ConsoleScript(context, command.target);
    case project::HookRunner::kModule:
      return Module(context, command.target);
    case project::HookRunner::kExec:
      break;
  }
  return Executable(context, command.target);
}

void RunHook(CommandContext& context, const project::PostWriteHook& hook, const std::string& path) {
  project::RequireType(hook);
  HookStatus status(context, hook.name);
  const project::HookCommand command = project::ResolveHook(hook, path);
  ProcessRequest request{.words = WordsOf(context, command), .folder = command.folder.value_or("")};
  request.words.insert(request.words.end(), command.arguments.begin(), command.arguments.end());
  context.processes.Run(request);
  status.Done();
}

}  // namespace

void RunHooks(CommandContext& context, const std::string& path) {
  for (const project::PostWriteHook& hook : context.project.directory().hooks) RunHook(context, hook, path);
}

}  // namespace limbeck::cli
