#include <fmt/format.h>

#include "python/machine.h"
#include "python/missing_arguments.h"

// The arguments of a call into the parameters of a function, with CPython's words for what does not fit.

namespace limbeck::python {
namespace {

const char* Plural(size_t count) {
  return count == 1 ? "" : "s";
}

class Binder {
 public:
  Binder(const FunctionObject& function, const CallArguments& arguments, Value* slots)
      : function_(function), parameters_(function.definition->parameters), arguments_(arguments), slots_(slots) {}

  void Bind() {
    BindPositional();
    for (const auto& [name, value] : arguments_.keywords) BindKeyword(name, value);
    if (parameters_.double_star) slots_[parameters_.double_star_slot()] = rest_ ? Value(rest_) : Value(MakeDict());
    if (too_many_) RaiseTooMany();
    FillDefaults();
  }

 private:
  std::string Name() const {
    const auto* name = Cast<StrObject>(function_.qualname);
    return (name == nullptr ? function_.definition->code->qualname.text() : name->text()) + "()";
  }

  void BindPositional() {
    const size_t given = arguments_.positional.size();
    const size_t wanted = parameters_.positional.size();
    const size_t taken = std::min(given, wanted);
    for (size_t i = 0; i < taken; ++i) slots_[i] = arguments_.positional[i];
    if (parameters_.star) {
      std::vector<Value> rest(arguments_.positional.begin() + static_cast<std::ptrdiff_t>(taken),
                              arguments_.positional.end());
      slots_[parameters_.star_slot()] = MakeTuple(std::move(rest));
    }
    too_many_ = given > wanted && !parameters_.star;
  }

  /// The slot of a parameter that may be named, or the count of parameters.
  size_t FindParameter(Symbol name) const {
    const size_t positional = parameters_.positional.size();
    for (size_t i = parameters_.positional_only_count; i < positional; ++i) {
      if (parameters_.positional[i].name == name) return i;
    }
    for (size_t i = 0; i < parameters_.keyword_only.size(); ++i) {
      if (parameters_.keyword_only[i].name == name) return positional + i;
    }
    return SIZE_MAX;
  }

  void BindKeyword(Symbol name, const Value& value) {
    const size_t slot = FindParameter(name);
    if (slot == SIZE_MAX) return BindUnknown(name, value);
    if (!slots_[slot].is_empty()) {
      RaiseTypeError(fmt::format("{} got multiple values for argument '{}'", Name(), name.text()));
    }
    slots_[slot] = value;
  }

  void BindUnknown(Symbol name, const Value& value) {
    if (parameters_.double_star) {
      if (!rest_) rest_ = MakeDict();
      rest_->table.Set(name, value);
      return;
    }
    for (size_t i = 0; i < parameters_.positional_only_count; ++i) {
      if (parameters_.positional[i].name == name) RaisePositionalOnly();
    }
    RaiseTypeError(fmt::format("{} got an unexpected keyword argument '{}'", Name(), name.text()));
  }

  [[noreturn]] void RaisePositionalOnly() const {
    std::string names;
    for (const auto& [name, value] : arguments_.keywords) {
      for (size_t i = 0; i < parameters_.positional_only_count; ++i) {
        if (parameters_.positional[i].name == name) names += (names.empty() ? "" : ", ") + name.text();
      }
    }
    RaiseTypeError(
        fmt::format("{} got some positional-only arguments passed as keyword arguments: '{}'", Name(), names));
  }

  [[noreturn]] void RaiseTooMany() const {
    const size_t wanted = parameters_.positional.size();
    const size_t given = arguments_.positional.size();
    const size_t least = wanted - function_.defaults.size();
    size_t keyword_only = 0;
    for (size_t i = 0; i < parameters_.keyword_only.size(); ++i) {
      if (!slots_[wanted + i].is_empty()) ++keyword_only;
    }
    const std::string takes = least == wanted ? std::to_string(wanted) : fmt::format("from {} to {}", least, wanted);
    const std::string were = keyword_only == 0
                                 ? fmt::format("{} {} given", given, given == 1 ? "was" : "were")
                                 : fmt::format("{} positional argument{} (and {} keyword-only argument{}) were given",
                                               given, Plural(given), keyword_only, Plural(keyword_only));
    RaiseTypeError(fmt::format("{} takes {} positional argument{} but {}", Name(), takes, Plural(wanted), were));
  }

  void FillDefaults() {
    const size_t wanted = parameters_.positional.size();
    const size_t first_default = wanted - function_.defaults.size();
    std::vector<std::string> missing;
    for (size_t i = 0; i < wanted; ++i) {
      if (!slots_[i].is_empty()) continue;
      if (i >= first_default) {
        slots_[i] = function_.defaults[i - first_default];
      } else {
        missing.push_back(parameters_.positional[i].name.text());
      }
    }
    if (!missing.empty()) RaiseMissing(Name(), "positional", missing);
    FillKeywordDefaults();
  }

  void FillKeywordDefaults() {
    std::vector<std::string> missing;
    for (size_t i = 0; i < parameters_.keyword_only.size(); ++i) {
      Value& slot = slots_[parameters_.positional.size() + i];
      if (!slot.is_empty()) continue;
      const Symbol name = parameters_.keyword_only[i].name;
      const Value* fallback = function_.keyword_defaults.Find(name);
      if (fallback != nullptr) {
        slot = *fallback;
      } else {
        missing.push_back(name.text());
      }
    }
    if (!missing.empty()) RaiseMissing(Name(), "keyword-only", missing);
  }

  const FunctionObject& function_;
  const ast::Parameters& parameters_;
  const CallArguments& arguments_;
  Value* const slots_;
  Ref<DictObject> rest_;
  bool too_many_ = false;
};

}  // namespace

void Interpreter::Machine::BindArguments(const FunctionObject& function, const CallArguments& arguments, Value* slots) {
  Binder(function, arguments, slots).Bind();
}

}  // namespace limbeck::python
