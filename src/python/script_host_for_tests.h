#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// An outside world in memory, and what scripts print to it.
class ScriptHostForTests {
 public:
  explicit ScriptHostForTests(std::map<std::string, std::string> files = {})
      : files_(std::move(files)), log_(clock_, [](LogHandler::Target, const std::string&, std::string_view) {}) {}

  InterpreterHost host() {
    InterpreterHost made;
    made.files = &files_;
    made.clock = &clock_;
    made.environment = &environment_;
    made.log = &log_;
    made.write = [this](bool to_stderr, std::string_view text) { (to_stderr ? errors_ : output_) += text; };
    return made;
  }

  const std::string& output() const { return output_; }
  const std::string& errors() const { return errors_; }
  MemoryFileSystem& files() { return files_; }

 private:
  MemoryFileSystem files_;
  FakeClock clock_;
  FakeEnvironment environment_;
  LogTree log_;
  std::string output_;
  std::string errors_;
};

}  // namespace limbeck::python
