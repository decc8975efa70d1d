#pragma once

#include <string>
#include <vector>

namespace limbeck::python {

/// What a program says that it prints, in comments: `# expect: text` for each line, at its end perhaps
/// `# expect error: ValueError: text`, or `# expect refusal: text` for what Limbeck alone does not run.
struct Expectation {
  std::string output;
  std::string error;
  bool operator==(const Expectation&) const = default;
};

Expectation ReadExpectation(const std::string& program);

/// Runs a program as CPython runs a script: its folder is where imports are looked for.
Expectation RunProgram(const std::string& path);

/// tests/python/<topic>/<name>.py, in order.
std::vector<std::string> FindPrograms(const std::string& folder);

}  // namespace limbeck::python
