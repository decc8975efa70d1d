#include "engine/statements_ahead.h"

#include <utility>

#include "python/call_site.h"
#include "python/script_error.h"

namespace limbeck::engine {

StatementsAhead::StatementsAhead(python::Interpreter& interpreter, MigrationContext& context)
    : interpreter_(interpreter), context_(context) {
  const python::Frame* base = python::CallSite::Base(interpreter);
  context.set_find_blame([&interpreter, base]() -> pymodules::ScriptConnection::Blame {
    std::optional<python::CallSite> site = python::CallSite::Find(interpreter, base);
    if (!site) return {};
    return [&interpreter, site = *std::move(site)](const Error& error) { site.Raise(interpreter, error); };
  });
  python::SetSettle(interpreter, [&context] { context.connection()->Settle(); });
}

StatementsAhead::~StatementsAhead() {
  context_.set_find_blame({});
  python::SetSettle(interpreter_, {});
}

void StatementsAhead::Run(const std::function<void()>& script) {
  try {
    script();
  } catch (const python::ScriptError& error) {
    // Who interrupts does not want to wait.
    const bool waits = error.exception()->type() != python::Exceptions().keyboard_interrupt;
    if (waits) context_.connection()->Settle();
    throw;
  }
}

}  // namespace limbeck::engine
