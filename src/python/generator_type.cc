#include <fmt/format.h>

#include "python/builtin_types.h"
#include "python/generator.h"
#include "python/special_methods.h"

// What scripts can do with generators, coroutines and asynchronous generators.

namespace limbeck::python {
namespace {

GeneratorObject& AsGenerator(const Value& self) {
  return *static_cast<GeneratorObject*>(self.object());
}

[[noreturn]] void RaiseStop(const TypeObject* type, const Value& value) {
  auto made = Make<ExceptionObject>(type);
  made->args = Make<TupleObject>(value.is_none() ? std::vector<Value>{} : std::vector<Value>{value});
  throw ScriptError(std::move(made));
}

/// A step whose end is StopIteration with the generator's value.
Value Step(const Value& self, Value sent, Ref<ExceptionObject> thrown = {}) {
  GeneratorObject& generator = AsGenerator(self);
  if (generator.state == GeneratorObject::State::kDone && generator.type() == Types().coroutine) {
    Raise(Exceptions().runtime_error, "cannot reuse already awaited coroutine");
  }
  Value item = ResumeGenerator(generator, std::move(sent), std::move(thrown));
  if (item.is_empty()) RaiseStop(Exceptions().stop_iteration, generator.result);
  return item;
}

Value Next(Interpreter&, const Value& self) {
  return ResumeGenerator(AsGenerator(self), Value::None());
}

Value IterateItself(Interpreter&, const Value& self) {
  return self;
}

Value CallNext(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return Step(self, Value::None());
}

Value Send(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value value = arguments.Required("value");
  arguments.Finish();
  const GeneratorObject& generator = AsGenerator(self);
  if (generator.state == GeneratorObject::State::kCreated && !value.is_none()) {
    const char* kind = generator.type() == Types().coroutine ? "coroutine" : "generator";
    RaiseTypeError(fmt::format("can't send non-None value to a just-started {}", kind));
  }
  return Step(self, value);
}

/// throw(exception) and the old throw(type, value, traceback).
Ref<ExceptionObject> ReadThrown(Interpreter& interpreter, Arguments& arguments) {
  const Value type = arguments.Required("type");
  const Value value = arguments.OrNone("value");
  arguments.OrNone("traceback");
  arguments.Finish();
  Value made = Cast<ExceptionObject>(value) != nullptr ? value : type;
  if (Cast<TypeObject>(made) != nullptr) {
    made = value.is_none() ? interpreter.Call(made, {}) : interpreter.Call(made, {value});
  }
  auto* exception = Cast<ExceptionObject>(made);
  if (exception == nullptr) {
    RaiseTypeError(
        fmt::format("exceptions must be classes or instances deriving from BaseException, not {}", TypeName(type)));
  }
  return Ref<ExceptionObject>(exception);
}

Value Throw(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  Ref<ExceptionObject> thrown = ReadThrown(interpreter, arguments);
  GeneratorObject& generator = AsGenerator(self);
  if (generator.state == GeneratorObject::State::kCreated) CloseGenerator(generator);
  return Step(self, Value::None(), std::move(thrown));
}

Value Close(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  CloseGenerator(AsGenerator(self));
  return Value::None();
}

Value Await(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Finish();
  return self;
}

Value Name(Interpreter&, const Value& self) {
  const GeneratorObject& generator = AsGenerator(self);
  return generator.function ? generator.function->name : MakeStr(generator.code->name);
}

Value Qualname(Interpreter&, const Value& self) {
  const GeneratorObject& generator = AsGenerator(self);
  return generator.function ? generator.function->qualname : MakeStr(generator.code->qualname);
}

Value IsRunning(Interpreter&, const Value& self) {
  return Value::Bool(AsGenerator(self).state == GeneratorObject::State::kRunning);
}

/// None when it has ended, as people ask.
Value FrameOf(Interpreter&, const Value& self) {
  return AsGenerator(self).state == GeneratorObject::State::kDone ? Value::None() : self;
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  return fmt::format("<{} object {} at {:#x}>", TypeName(self), interpreter.Str(Qualname(interpreter, self)),
                     reinterpret_cast<uintptr_t>(self.object()));
}

constexpr NativeMethod kGeneratorMethods[] = {
    {"__next__", CallNext},
    {"send", Send},
    {"throw", Throw},
    {"close", Close},
};
constexpr NativeProperty kGeneratorProperties[] = {
    {"__name__", Name},
    {"__qualname__", Qualname},
    {"gi_running", IsRunning},
    {"gi_frame", FrameOf},
};
constexpr NativeMethod kCoroutineMethods[] = {
    {"__await__", Await},
    {"send", Send},
    {"throw", Throw},
    {"close", Close},
};
constexpr NativeProperty kCoroutineProperties[] = {
    {"__name__", Name},
    {"__qualname__", Qualname},
    {"cr_running", IsRunning},
    {"cr_frame", FrameOf},
};

// ------------------------------------------------------------------------------------------ asynchronous generators

/// What anext(), asend(), athrow() and aclose() give: awaited, it runs the generator to its next yield.
struct AsyncStepState : NativeState {
  Value generator;
  Value sent = Value::None();
  Ref<ExceptionObject> thrown;
  bool closes = false;
  bool is_done = false;
};

/// One step of the event loop: what the generator awaits goes outwards; what it yields ends the awaiting.
Value AsyncStep(Interpreter&, const Value& self) {
  auto& step = *StateOf<AsyncStepState>(self);
  if (step.is_done) Raise(Exceptions().runtime_error, "cannot reuse already awaited __anext__()/asend()");
  GeneratorObject& generator = AsGenerator(step.generator);
  const auto run = [&] {
    return ResumeGenerator(generator, std::exchange(step.sent, Value::None()), std::exchange(step.thrown, {}));
  };
  Value item;
  if (step.closes) {
    const Value stopped = EmptyIfRaised(Exceptions().generator_exit, [&] {
      item = run();
      return Value::None();
    });
    if (stopped.is_empty()) {
      step.is_done = true;
      RaiseStop(Exceptions().stop_iteration, Value::None());
    }
  } else {
    item = run();
  }
  if (!item.is_empty() && !generator.yielded_to_async) return item;
  step.is_done = true;
  if (!item.is_empty() && step.closes) Raise(Exceptions().runtime_error, "async generator ignored GeneratorExit");
  if (item.is_empty() && !step.closes) RaiseStop(Exceptions().stop_async_iteration, Value::None());
  RaiseStop(Exceptions().stop_iteration, item.is_empty() ? Value::None() : item);
}

const TypeObject* AsyncStepType() {
  static const TypeObject* const type = [] {
    constexpr NativeMethod kMethods[] = {{"__await__", Await}};
    Slots slots;
    slots.next = AsyncStep;
    slots.iterate = IterateItself;
    return MakeNativeType({.name = "async_generator_asend", .methods = kMethods, .slots = slots});
  }();
  return type;
}

Value MakeStep(Arguments& arguments, bool has_value, Ref<ExceptionObject> thrown = {}, bool closes = false) {
  auto state = std::make_unique<AsyncStepState>();
  state->generator = arguments.Self();
  if (has_value) state->sent = arguments.Required("value");
  state->thrown = std::move(thrown);
  state->closes = closes;
  return MakeInstance(AsyncStepType(), std::move(state));
}

Value AsyncNext(Interpreter&, Arguments& arguments) {
  return MakeStep(arguments, false);
}

Value AsyncSend(Interpreter&, Arguments& arguments) {
  return MakeStep(arguments, true);
}

Value AsyncThrow(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  Ref<ExceptionObject> thrown = ReadThrown(interpreter, arguments);
  return MakeStep(arguments, false, std::move(thrown));
}

Value AsyncClose(Interpreter&, Arguments& arguments) {
  const GeneratorObject& generator = AsGenerator(arguments.Self());
  auto exit = Make<ExceptionObject>(Exceptions().generator_exit);
  exit->args = Make<TupleObject>(std::vector<Value>{});
  const bool is_suspended = generator.state == GeneratorObject::State::kSuspended;
  if (!is_suspended) CloseGenerator(AsGenerator(arguments.Self()));
  return MakeStep(arguments, false, is_suspended ? exit : Ref<ExceptionObject>(), true);
}

constexpr NativeMethod kAsyncMethods[] = {
    {"__anext__", AsyncNext}, {"asend", AsyncSend}, {"athrow", AsyncThrow},
    {"aclose", AsyncClose},   {"__aiter__", Await},
};
constexpr NativeProperty kAsyncProperties[] = {{"__name__", Name}, {"__qualname__", Qualname}};

}  // namespace

void RaiseStopIteration(const Value& iterator) {
  const auto* generator = Cast<GeneratorObject>(iterator);
  RaiseStop(Exceptions().stop_iteration, generator == nullptr ? Value::None() : generator->result);
}

void FillGenerator(TypeObject& type) {
  type.own_slots().iterate = IterateItself;
  type.own_slots().next = Next;
  type.own_slots().repr = Repr;
  AddMethods(type, kGeneratorMethods);
  AddProperties(type, kGeneratorProperties);
}

/// A coroutine is stepped as a generator is, but is no iterator to a script.
void FillCoroutine(TypeObject& type) {
  type.own_slots().next = Next;
  type.own_slots().repr = Repr;
  AddMethods(type, kCoroutineMethods);
  AddProperties(type, kCoroutineProperties);
  AddMethod(type, "__next__", CallNext);
}

void FillAsyncGenerator(TypeObject& type) {
  type.own_slots().repr = Repr;
  AddMethods(type, kAsyncMethods);
  AddProperties(type, kAsyncProperties);
}

}  // namespace limbeck::python
