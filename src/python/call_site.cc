#include "python/call_site.h"

#include <utility>

#include "python/machine.h"

namespace limbeck::python {

const Frame* CallSite::Base(Interpreter& interpreter) {
  return interpreter.machine().frame();
}

std::optional<CallSite> CallSite::Find(Interpreter& interpreter, const Frame* base) {
  CallSite site;
  site.base_ = base;
  for (const Frame* frame = interpreter.machine().frame(); frame != nullptr && frame != base; frame = frame->back) {
    if (frame->watchers != 0) return std::nullopt;
    site.calls_.push_back(Interpreter::Machine::EntryOf(*frame));
  }
  return site;
}

void CallSite::Raise(Interpreter& interpreter, const Error& error) const {
  const Ref<ExceptionObject> exception = ExceptionOf(interpreter, error);
  exception->traceback = calls_;
  interpreter.machine().KeepTracebackAbove(base_, *exception);
  throw ScriptError(exception);
}

void SetSettle(Interpreter& interpreter, std::function<void()> settle) {
  interpreter.machine().set_settle(std::move(settle));
}

void Settle(Interpreter& interpreter) {
  interpreter.machine().Settle();
}

}  // namespace limbeck::python
