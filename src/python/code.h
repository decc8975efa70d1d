#pragma once

#include <cstdint>
#include <string_view>

#include "base/source.h"
#include "python/arena.h"
#include "python/symbol.h"

/// What is known about a piece of code before it runs: the part of the tree that the scope resolver writes.
///
/// A *code* is what gets a frame: the module, a function, a lambda, a class body, a generator expression, the value of
/// a `type` statement. A frame has three arrays, all of which are sized by the Code:
///   slots   plain local variables; parameters come first, in the order of Parameters
///   cells   variables of this code that an inner code uses; each is a box of its own
///   frees   boxes handed in from outside when the function object was made, as Code::frees says
/// List, set and dict comprehensions (and the type parameters of `def f[T]`) have names of their own but no frame:
/// their variables are slots or cells of the code around them, as in Python 3.12. So a loop in a comprehension costs no
/// call.
namespace limbeck::python::ast {

/// Where a name is found; decided once, before anything runs.
enum class NameAccess : uint8_t {
  kSlot,       ///< slots[index]; empty is UnboundLocalError (NameError for a comprehension's variable)
  kCell,       ///< cells[index]; an empty box is UnboundLocalError
  kFree,       ///< frees[index]; an empty box is NameError "cannot access free variable"
  kGlobal,     ///< the module's globals, then (for reading) the built-ins; index is that in Module::global_names
  kClassName,  ///< in a class body: the class namespace, then (for reading) as kGlobal, with the same index
  kClassFree,  ///< in a class body, reading only: the class namespace, then frees[index]
};

/// A name in the tree, in use or being bound. `symbol` is mangled (`__x` in class C is `_C__x`).
struct NameRef {
  Symbol symbol;
  NameAccess access = NameAccess::kGlobal;
  uint32_t index = 0;
};

enum class CodeKind : uint8_t { kModule, kFunction, kLambda, kClass, kGeneratorExpression, kTypeAlias };

/// How calling a function behaves.
enum class Flow : uint8_t { kPlain, kGenerator, kCoroutine, kAsyncGenerator };

/// A variable that inner code shares. When it is a parameter, its box starts with the argument in that slot, which the
/// call has filled in; afterwards the box alone is used.
struct CellVariable {
  static constexpr uint32_t kNoParameter = UINT32_MAX;
  Symbol name;
  uint32_t parameter_slot = kNoParameter;
};

/// A box that the code around hands in: the cell or the free variable `index` of *its* frame.
struct FreeVariable {
  Symbol name;
  bool from_cell = true;
  uint32_t index = 0;
};

struct Code {
  static constexpr uint32_t kNone = UINT32_MAX;

  CodeKind kind = CodeKind::kModule;
  Flow flow = Flow::kPlain;
  /// locals(), vars(), dir() or eval() is called by that name here; slots are named, so this is only a hint.
  bool uses_locals = false;
  /// "<module>", "<lambda>", "<genexpr>" or the name in the source, not mangled: a function's __name__.
  Symbol name;
  /// __qualname__: "Outer.method", "make.<locals>.inner".
  Symbol qualname;
  /// Dense in the module (the module's own is 0): for side tables of an interpreter.
  uint32_t index = 0;
  /// Names of the slots, parameters first. A comprehension's variables follow with their own names, so a name may be
  /// there more than once.
  Sequence<Symbol> slots;
  Sequence<CellVariable> cells;
  Sequence<FreeVariable> frees;
  /// Of a class body: the cell named `__class__`, to be filled with the finished class, or kNone.
  uint32_t class_cell = kNone;
  /// Of a function: the free variable `__class__`, which super() without arguments reads, or kNone.
  uint32_t class_free = kNone;
  /// The string that the body starts with; data() is null when there is none.
  std::string_view docstring;
  /// The whole definition (from `def`, not from its decorators).
  Span span;
};

}  // namespace limbeck::python::ast
