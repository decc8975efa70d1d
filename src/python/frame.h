#pragma once

#include "python/module_run.h"

namespace limbeck::python {

struct GeneratorObject;

/// The names of a class body while it runs: a plain namespace, or what the metaclass's __prepare__ gave.
struct ClassScope {
  Namespace* names = nullptr;
  Value prepared;
};

/// A running piece of code. Lies on the C++ stack of whoever runs it.
struct Frame {
  Frame* back = nullptr;
  const ast::Code* code = nullptr;
  const ModuleRunPtr* run = nullptr;
  const FunctionObject* function = nullptr;  ///< null for a module and a class body
  Value* slots = nullptr;
  Value* cells = nullptr;  ///< CellObjects
  const Ref<CellObject>* frees = nullptr;
  ClassScope* class_scope = nullptr;
  GeneratorObject* generator = nullptr;
  /// `try` statements with handlers whose bodies are running.
  uint32_t guards = 0;
  /// `try` and `with` statements that are running: all that learn of an exception.
  uint32_t watchers = 0;
  /// What is being evaluated: set before anything that may fail or call.
  Span at;
  /// Of `return`.
  Value result;

  ModuleRun& module_run() const { return **run; }
  CellObject& cell(uint32_t index) const { return *static_cast<CellObject*>(cells[index].object()); }
};

}  // namespace limbeck::python
