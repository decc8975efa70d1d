#pragma once

#include "python/frame.h"
#include "python/interpreter.h"

// Imports of the project's own code that wait (see docs/decisions on imports): the name is bound to a promise
// (deferred.h), and the module runs when somebody needs what it brings, or when all waiting imports are to run.
//
// An import does not wait when the script wants to know at once whether it works (inside `try`), when it binds names
// that nobody can tell beforehand (`from x import *`), and when the module is there already or nowhere.

namespace limbeck::python {

bool MayWait(Interpreter& interpreter, const Frame& frame, const std::string& module);

/// `import a.b as c`
Value PromiseModule(Interpreter& interpreter, const std::string& name);
/// `import a.b`, which binds a. All such imports of one module keep their promises together: a.b, then a.c.
Value PromiseTop(Interpreter& interpreter, const Frame& frame, const std::string& name);
/// `from a.b import name`
Value PromiseName(Interpreter& interpreter, const std::string& module, Symbol name);

/// Makes an import of a module, or of a name in one, wait with the others, where it is one of the project.
void LetWait(Interpreter& interpreter, const std::string& module, Symbol name = {});

/// Runs the waiting imports that bring the submodule `name` of a package, or what is below it: in CPython they have run
/// by the time somebody asks for it. Whether there were any.
bool RunImportsOf(Interpreter& interpreter, const std::string& package, Symbol name);

}  // namespace limbeck::python
