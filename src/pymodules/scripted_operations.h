#pragma once

#include <string>
#include <vector>

#include "compare/python_renderer.h"
#include "python/interpreter.h"

// Operations of a comparison as the objects that process_revision_directives, Rewriter and plugins change, and back.

namespace limbeck::pymodules {

/// Borrows interpreter and context (the AutogenContext object).
class ScriptedOperations {
 public:
  ScriptedOperations(python::Interpreter& interpreter, python::Value context)
      : interpreter_(interpreter), context_(std::move(context)) {}

  /// An UpgradeOps or DowngradeOps object.
  python::Value Wrap(const compare::Changes& changes, const char* class_name, const std::string& token);
  /// The way back of what is in a container, in one of `class_name`.
  python::Value Reverse(const python::Value& container, const char* class_name, const std::string& token);
  /// The body of a function of the revision.
  std::string Render(const python::Value& container, compare::PythonRenderer& renderer);
  /// The operations in a container; those of classes that are a script's own are left out.
  compare::Changes Read(const python::Value& container);

  /// The functions that scripts registered by comparators.dispatch_for() have their say.
  bool HasComparators();
  void RunComparators(const python::Value& upgrade_ops, const std::vector<python::Value>& schemas);

 private:
  python::Value Bridge();
  python::Value Call(std::string_view function, std::initializer_list<python::Value> arguments);
  python::Value Wrap(const ops::Operation& operation);
  python::Value Wrap(const compare::Change& change);
  python::Value ReverseOne(const python::Value& operation);
  std::vector<python::Value> ReverseAll(const python::Value& container);
  std::vector<python::Value> OperationsOf(const python::Value& container);
  std::optional<ops::Operation> ReadOne(const python::Value& operation);
  void AppendLines(const python::Value& container, compare::PythonRenderer& renderer, std::vector<std::string>& lines);
  compare::ModifyTable ReadTable(const python::Value& container);

  python::Interpreter& interpreter_;
  python::Value context_;
};

}  // namespace limbeck::pymodules
