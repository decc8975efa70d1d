#pragma once

#include <string>

#include "python/ast.h"

namespace limbeck::python {

/// What a dump says of names besides their text.
enum class DumpNames : uint8_t {
  kPlain,
  /// `x@slot0`, `x@global`, and after each code its frame: `{slots: a b; cells: c; frees: d}`.
  kResolved,
};

/// The tree as nested lists, one line for each statement of the module: `(= x (+ a 1))`. For tests and for looking at
/// trees; a missing child is `_`.
std::string DumpModule(const ast::Module& module, DumpNames names = DumpNames::kPlain);

}  // namespace limbeck::python
