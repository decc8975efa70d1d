#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "python/objects.h"

namespace limbeck::python {

class Interpreter;

/// Where a script is while it calls a native, so that an error which is found later is raised as though it were found
/// at that place. For natives whose work goes on behind the script's back.
class CallSite {
 public:
  /// The frame that runs now, or null: what is called from it is the script that counts.
  static const Frame* Base(Interpreter& interpreter);

  /// None where a `try` or a `with` statement of the script waits for what happens in it: there an error may not come
  /// later.
  static std::optional<CallSite> Find(Interpreter& interpreter, const Frame* base);

  /// Raises the error with the traceback of this place. The base has to be running still.
  [[noreturn]] void Raise(Interpreter& interpreter, const Error& error) const;

 private:
  const Frame* base_ = nullptr;
  /// Innermost first.
  std::vector<TracebackEntry> calls_;
};

/// Has `settle` called, which may raise what came before, where a script could notice that something is not done yet:
/// before each of its `try` and `with` statements and before what it prints and logs. Empty for nothing.
void SetSettle(Interpreter& interpreter, std::function<void()> settle);
/// Calls it. For natives with which a script tells how far it is.
void Settle(Interpreter& interpreter);

}  // namespace limbeck::python
