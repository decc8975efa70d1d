#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// A call's arguments as native code wants them: promises of deferred imports replaced by what they stand for. Costs
/// nothing when there are none. The call's arguments must outlive this.
class ResolvedArguments {
 public:
  ResolvedArguments(Interpreter& interpreter, const CallArguments& given) : arguments_(given) {
    if (HasPromise(given)) Resolve(interpreter, given);
  }

  const CallArguments& get() const { return arguments_; }

 private:
  static bool IsPromise(const Value& value) { return value.is_object() && value.object()->type() == Types().deferred; }

  static bool HasPromise(const CallArguments& given) {
    for (const Value& value : given.positional) {
      if (IsPromise(value)) return true;
    }
    for (const auto& [name, value] : given.keywords) {
      if (IsPromise(value)) return true;
    }
    return false;
  }

  void Resolve(Interpreter& interpreter, const CallArguments& given) {
    for (const Value& value : given.positional) positional_.push_back(interpreter.Resolve(value));
    for (const auto& [name, value] : given.keywords) keywords_.emplace_back(name, interpreter.Resolve(value));
    arguments_ = {positional_, keywords_};
  }

  CallArguments arguments_;
  std::vector<Value> positional_;
  std::vector<std::pair<Symbol, Value>> keywords_;
};

}  // namespace limbeck::python
