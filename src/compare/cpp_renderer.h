#pragma once

#include <string>

#include "compare/change.h"
#include "compare/rules.h"

namespace limbeck::compare {

/// Operations as the C++ of a revision: calls of limbeck::Operations `op`. Borrows the rules.
class CppRenderer {
 public:
  /// `in_batches`: the steps on one table are written as a batch.
  CppRenderer(const Rules& rules, bool in_batches) : rules_(rules), in_batches_(in_batches) {}

  /// The body of a function, as the template wants it: indented by two, but for its first line. Throws Error
  /// (kUnsupported) for what limbeck/operations.h cannot say.
  std::string RenderBody(const Changes& changes) const;

 private:
  const Rules& rules_;
  bool in_batches_;
};

/// "a\"b\n"
std::string CppLiteral(const std::string& text);

}  // namespace limbeck::compare
