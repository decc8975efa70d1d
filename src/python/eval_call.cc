#include <fmt/format.h>

#include "python/attribute.h"
#include "python/function_type.h"
#include "python/machine.h"

// Calls. A method is called without making a bound method first, and arguments for a script's function are evaluated
// right into its variables.

namespace limbeck::python {

using ast::ExprKind;

Value Interpreter::Machine::EvaluateCall(Frame& frame, const ast::Call& call) {
  if (const auto* attribute = ast::TryAs<ast::Attribute>(*call.function)) {
    const auto [function, self] = LoadMethod(frame, *attribute);
    return CallWithSelf(frame, call, function, self);
  }
  const Value function = Evaluate(frame, *call.function);
  if (function.is_object() && function.object() == Types().super && call.arguments.empty() && call.keywords.empty()) {
    return CallSuper(frame, call);
  }
  return CallWithSelf(frame, call, function, Value());
}

std::pair<Value, Value> Interpreter::Machine::LoadMethod(Frame& frame, const ast::Attribute& attribute) {
  Value value = Evaluate(frame, *attribute.value);
  const TypeObject* type = TypeOf(value);
  AttributeCache& cache = frame.module_run().attributes[attribute.cache_index];
  if (cache.version != type->version()) Remember(cache, value, type, attribute.name);
  if (cache.kind == AttributeCache::Kind::kMethod) {
    const ObjectWithAttributes* object = WithAttributes(value);
    const bool hidden =
        object != nullptr && object->attributes() != nullptr && object->attributes()->Find(attribute.name) != nullptr;
    if (!hidden) return {*cache.in_class, std::move(value)};
  }
  if (const Value* found = FindByCache(cache, value, attribute.name)) return {*found, Value()};
  frame.at = attribute.span;
  return {interpreter_.GetAttribute(value, attribute.name), Value()};
}

Value Interpreter::Machine::CallWithSelf(Frame& frame, const ast::Call& call, const Value& function,
                                         const Value& self) {
  if (function.is_object()) {
    const Layout layout = function.object()->type()->layout();
    if (layout == Layout::kFunction) {
      return CallScriptFunction(frame, call, *static_cast<FunctionObject*>(function.object()), self);
    }
    if (layout == Layout::kBoundMethod && self.is_empty()) {
      const auto& bound = *static_cast<const BoundMethodObject*>(function.object());
      if (const auto* script = Cast<FunctionObject>(bound.function)) {
        return CallScriptFunction(frame, call, *script, bound.self);
      }
    }
  }
  return CallGeneral(frame, call, function, self);
}

namespace {

/// Plain positional arguments that fit, with defaults for what is missing.
bool FitsDirectly(const ast::Call& call, const FunctionObject& function, size_t count) {
  const ast::Parameters& parameters = function.definition->parameters;
  if (call.has_star || !call.keywords.empty() || parameters.star || parameters.double_star) return false;
  if (!parameters.keyword_only.empty() || count > parameters.positional.size()) return false;
  return count + function.defaults.size() >= parameters.positional.size();
}

}  // namespace

Value Interpreter::Machine::CallScriptFunction(Frame& frame, const ast::Call& call, const FunctionObject& function,
                                               const Value& self) {
  const size_t own = self.is_empty() ? 0 : 1;
  const size_t count = call.arguments.size() + own;
  if (!FitsDirectly(call, function, count)) return CallGeneral(frame, call, Value(&function), self);
  ValueStack::Region region(*value_stack_, RegionSize(*function.definition->code));
  if (own != 0) region[0] = self;
  for (size_t i = own; i < count; ++i) region[i] = Evaluate(frame, *call.arguments[i - own]);
  const size_t wanted = function.definition->parameters.positional.size();
  const size_t first_default = wanted - function.defaults.size();
  for (size_t i = count; i < wanted; ++i) region[i] = function.defaults[i - first_default];
  frame.at = call.span;
  return RunFunction(function, region);
}

Value Interpreter::Machine::CallGeneral(Frame& frame, const ast::Call& call, const Value& function, const Value& self) {
  PositionalBuffer positional;
  if (!self.is_empty()) positional.Add(self);
  if (call.has_star) {
    EvaluateStarArguments(frame, call, function, positional);
  } else {
    for (const auto& argument : call.arguments) positional.Add(Evaluate(frame, *argument));
  }
  KeywordBuffer keywords;
  EvaluateKeywords(frame, call, function, keywords);
  frame.at = call.span;
  return interpreter_.Call(function, {positional.span(), keywords.span()});
}

void Interpreter::Machine::EvaluateStarArguments(Frame& frame, const ast::Call& call, const Value& function,
                                                 PositionalBuffer& positional) {
  for (const auto& argument : call.arguments) {
    Value value = Evaluate(frame, *argument);
    if (argument->kind != ExprKind::kStarred) {
      positional.Add(std::move(value));
      continue;
    }
    frame.at = call.span;
    if (TypeOf(value)->slots().iterate == nullptr && TypeOf(value)->slots().get_item == nullptr) {
      RaiseTypeError(fmt::format("{} argument after * must be an iterable, not {}",
                                 CallableName(interpreter_, function), TypeName(value)));
    }
    interpreter_.ForEach(value, [&positional](const Value& item) { positional.Add(item); });
  }
}

void Interpreter::Machine::EvaluateKeywords(Frame& frame, const ast::Call& call, const Value& function,
                                            KeywordBuffer& keywords) {
  const auto add = [&](Symbol name, Value value) {
    for (const auto& [known, unused] : keywords) {
      if (known != name) continue;
      RaiseTypeError(fmt::format("{} got multiple values for keyword argument '{}'",
                                 CallableName(interpreter_, function), name.text()));
    }
    keywords.Add(name, std::move(value));
  };
  for (const ast::Keyword& keyword : call.keywords) {
    Value value = Evaluate(frame, *keyword.value);
    frame.at = call.span;
    if (keyword.name) {
      add(keyword.name, std::move(value));
      continue;
    }
    const Value keys = interpreter_.FindAttribute(value, Names().keys);
    if (keys.is_empty()) {
      RaiseTypeError(fmt::format("{} argument after ** must be a mapping, not {}", CallableName(interpreter_, function),
                                 TypeName(value)));
    }
    interpreter_.ForEach(interpreter_.Call(keys, {}), [&](const Value& key) {
      const auto* text = Cast<StrObject>(key);
      if (text == nullptr) RaiseTypeError("keywords must be strings");
      add(text->symbol(), interpreter_.GetItem(value, key));
    });
  }
}

/// super() without arguments: the class of the method and its first argument.
Value Interpreter::Machine::CallSuper(Frame& frame, const ast::Call& call) {
  frame.at = call.span;
  const ast::Code& code = *frame.code;
  if (frame.function == nullptr || code.class_free == ast::Code::kNone) {
    Raise(Exceptions().runtime_error, "super(): __class__ cell not found");
  }
  if (frame.function->definition->parameters.slot_count() == 0) {
    Raise(Exceptions().runtime_error, "super(): no arguments");
  }
  Value self = frame.slots[0];
  for (uint32_t i = 0; i < code.cells.size(); ++i) {
    if (code.cells[i].parameter_slot == 0) self = frame.cell(i).value;
  }
  const Value owner = frame.frees[code.class_free]->value;
  if (owner.is_empty()) Raise(Exceptions().runtime_error, "super(): empty __class__ cell");
  return MakeSuper(interpreter_, owner, self);
}

}  // namespace limbeck::python
