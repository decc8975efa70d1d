// No program breaks the evaluator: whatever it does, it ends with its last statement, an exception or a refusal.

#include <cstdint>
#include <string>

#include "limbeck/error.h"
#include "python/interpreter.h"
#include "python/script_host_for_tests.h"

namespace limbeck::python {
namespace {

constexpr uint64_t kSteps = 3000;
constexpr int kDepth = 60;

void Run(std::string text) {
  const std::map<std::string, std::string> files = {{"/project/helper.py", "value = 1\n"}};
  ScriptHostForTests host(files);
  InterpreterOptions options;
  options.search_path = {"/project"};
  options.step_limit = kSteps;
  options.recursion_limit = kDepth;
  Interpreter interpreter(host.host(), std::move(options));
  try {
    interpreter.RunSource("/project/fuzz.py", std::move(text), "__main__");
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kInternal) __builtin_trap();
  }
}

}  // namespace
}  // namespace limbeck::python

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  limbeck::python::Run(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
