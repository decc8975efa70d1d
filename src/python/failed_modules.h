#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "python/interpreter.h"

// Modules of the project that could not run to their end, where all waiting imports run: before models are compared.
//
// What a comparison needs of the application is its tables. A module that asks a service, a package or a setting that
// is not there, and describes no tables, is left out with a warning; what it was still to import is imported all the
// same, since models may be among it. A failure on the way to a module that describes tables is one, and so is that of
// a package, without which nothing below it can be imported.

namespace limbeck::python {

/// A module whose body ended in an exception.
struct FailedModule {
  std::string name;
  std::string path;
  bool is_package = false;
};

/// The interpreter's service: those that failed since somebody cleared the list, the innermost first.
struct FailedModules {
  std::vector<FailedModule> all;
};

/// Whether a text has words that describe tables, or make what tables are described with.
bool HasSignsOfTables(std::string_view text);

class ForgivenFailures {
 public:
  explicit ForgivenFailures(Interpreter& interpreter) : interpreter_(interpreter) {}

  /// Runs the import of a module or of a name in it. Where modules without tables failed, warns and lets their
  /// remaining imports wait; rethrows else. Does nothing when the module is one that was left out.
  void Run(const std::string& wanted, const std::function<void()>& import);

 private:
  bool IsLeftOut(const std::string& wanted) const;
  bool MayForgive() const;
  bool DescribesTables(const FailedModule& module) const;
  void Forgive(const std::string& failure);

  Interpreter& interpreter_;
  std::set<std::string> left_out_;  ///< names of modules
};

}  // namespace limbeck::python
