#include <fmt/format.h>

#include "python/generator.h"
#include "python/machine.h"

namespace limbeck::python {

Value Interpreter::Machine::CallFunction(const FunctionObject& function, const CallArguments& arguments) {
  ValueStack::Region region(*value_stack_, RegionSize(*function.definition->code));
  BindArguments(function, arguments, region.values());
  return RunFunction(function, region);
}

Value Interpreter::Machine::RunFunction(const FunctionObject& function, ValueStack::Region& region) {
  const ast::Code& code = *function.definition->code;
  if (code.flow != ast::Flow::kPlain) return MakeGenerator(interpreter_, function, region);
  Frame frame;
  frame.code = &code;
  frame.run = &function.run;
  frame.function = &function;
  frame.slots = region.values();
  frame.cells = region.values() + code.slots.size();
  frame.frees = function.frees.data();
  RunFrame(frame, [&] { RunBody(frame); });
  return frame.result.is_empty() ? Value::None() : std::move(frame.result);
}

void Interpreter::Machine::RunBody(Frame& frame) {
  const ast::Function& definition = *frame.function->definition;
  if (!frame.code->cells.empty()) FillCells(frame);
  if (definition.expression) {
    frame.result = Evaluate(frame, *definition.expression);
  } else {
    Execute(frame, definition.body);
  }
}

Value Interpreter::Call(const Value& callable, const CallArguments& arguments) {
  if (callable.is_object()) {
    Object* object = callable.object();
    switch (object->type()->layout()) {
      case Layout::kFunction:
        return machine_->CallFunction(*static_cast<const FunctionObject*>(object), arguments);
      case Layout::kNativeFunction:
        return static_cast<const NativeFunctionObject*>(object)->Call(*this, arguments);
      case Layout::kBoundMethod: {
        const auto& bound = *static_cast<const BoundMethodObject*>(object);
        PositionalBuffer positional;
        positional.Add(bound.self);
        for (const Value& value : arguments.positional) positional.Add(value);
        return Call(bound.function, {positional.span(), arguments.keywords});
      }
      default:
        break;
    }
    CallArguments passed = arguments;
    if (const auto call = object->type()->slots().call) return call(*this, callable, passed);
  }
  RaiseTypeError(fmt::format("'{}' object is not callable", TypeName(callable)));
}

Value Interpreter::Call(const Value& callable, std::initializer_list<Value> positional) {
  return Call(callable, CallArguments{{positional.begin(), positional.size()}, {}});
}

Value Interpreter::CallMethod(const Value& self, std::string_view name, std::initializer_list<Value> positional) {
  return Call(GetAttribute(self, Symbol::Intern(name)), positional);
}

}  // namespace limbeck::python
