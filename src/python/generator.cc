#include "python/generator.h"

#include <fmt/format.h>

#include "python/special_methods.h"

namespace limbeck::python {
namespace {

/// Unwinds the stack of a generator that nobody will go on with. Not an exception of a script: nothing catches it.
struct Abandoned {};

constexpr size_t kFirstValues = 128;

const TypeObject* TypeFor(ast::Flow flow) {
  switch (flow) {
    case ast::Flow::kCoroutine:
      return Types().coroutine;
    case ast::Flow::kAsyncGenerator:
      return Types().async_generator;
    default:
      return Types().generator;
  }
}

const char* KindName(const GeneratorObject& generator) {
  if (generator.type() == Types().coroutine) return "coroutine";
  return generator.type() == Types().async_generator ? "async generator" : "generator";
}

/// A StopIteration that leaves a generator would end somebody's loop in silence.
Ref<ExceptionObject> WithoutStop(const GeneratorObject& generator, Ref<ExceptionObject> raised) {
  const bool is_async = generator.type() == Types().async_generator;
  const TypeObject* stop = Exceptions().stop_iteration;
  const TypeObject* async_stop = Exceptions().stop_async_iteration;
  const TypeObject* type = raised->type();
  const bool stops = type->IsSubtypeOf(stop) || (is_async && type->IsSubtypeOf(async_stop));
  if (!stops) return raised;
  const char* name = type->IsSubtypeOf(stop) ? "StopIteration" : "StopAsyncIteration";
  auto made = MakeException(Exceptions().runtime_error, fmt::format("{} raised {}", KindName(generator), name));
  made->cause = Value(raised);
  made->context = Value(raised);
  made->suppress_context = true;
  made->traceback = raised->traceback;
  return made;
}

}  // namespace

GeneratorObject::GeneratorObject(Interpreter& owner, const TypeObject* type)
    : Object(type), interpreter(owner), is_interpreter_alive(owner.machine().alive()) {}

/// As CPython, a generator that dies in the middle is closed: its `finally` runs.
GeneratorObject::~GeneratorObject() {
  if (state != State::kSuspended || !*is_interpreter_alive) return;
  Retain();  // the frame's code may hand it around once more
  Retain();
  interpreter.machine().CloseInDestructor(*this);
}

// ------------------------------------------------------------------------------------------ running

namespace {

/// The evaluator's state of one stack, put in place for the time that it runs.
void EnterFrame(GeneratorObject& generator) {
  Frame& frame = generator.frame;
  frame.code = generator.code;
  frame.run = &generator.run;
  frame.function = generator.function.get();
  frame.generator = &generator;
  frame.frees = generator.function ? generator.function->frees.data() : generator.frees.data();
}

}  // namespace

void Interpreter::Machine::RunGenerator(GeneratorObject& generator) {
  const ast::Code& code = *generator.code;
  ValueStack::Region region(*value_stack_, RegionSize(code));
  for (size_t i = 0; i < generator.parameters.size(); ++i) region[i] = std::move(generator.parameters[i]);
  generator.parameters.clear();
  EnterFrame(generator);
  Frame& frame = generator.frame;
  frame.slots = region.values();
  frame.cells = region.values() + code.slots.size();
  RunFrame(frame, [&] {
    if (generator.is_abandoned) return;
    TakeWhatCame(generator);
    if (generator.comprehension != nullptr) {
      RunGeneratorExpression(frame, *generator.comprehension);
    } else {
      RunBody(frame);
    }
  });
  generator.result = frame.result.is_empty() ? Value::None() : std::move(frame.result);
}

/// On the generator's stack: its whole life.
void Interpreter::Machine::RunGeneratorToEnd(GeneratorObject& generator) {
  try {
    RunGenerator(generator);
  } catch (const Abandoned&) {
    generator.result = Value::None();
  } catch (const ScriptError& error) {
    generator.thrown = WithoutStop(generator, error.exception());
  } catch (...) {
    generator.failure = std::current_exception();
  }
  generator.frame.slots = nullptr;
}

void Interpreter::Machine::SwitchTo(GeneratorObject& generator) {
  ValueStack* const value_stack = std::exchange(value_stack_, generator.value_stack.get());
  const char* const stack_limit = std::exchange(stack_limit_, generator.fiber->stack_limit() + kStackReserve);
  Frame* const frame = frame_;
  const int depth = depth_;
  const Ref<ExceptionObject> handled = handled_;
  if (generator.handled) handled_ = std::move(generator.handled);
  if (generator.state == GeneratorObject::State::kSuspended) {
    generator.frame.back = frame_;
    frame_ = &generator.frame;
    ++depth_;
  }
  generator.state = GeneratorObject::State::kRunning;
  generator.fiber->Resume();
  const bool is_done = generator.fiber->is_done();
  generator.state = is_done ? GeneratorObject::State::kDone : GeneratorObject::State::kSuspended;
  if (!is_done && handled_.get() != handled.get()) generator.handled = handled_;
  handled_ = handled;
  depth_ = depth;
  frame_ = frame;
  stack_limit_ = stack_limit;
  value_stack_ = value_stack;
}

Value ResumeGenerator(GeneratorObject& generator, Value sent, Ref<ExceptionObject> thrown) {
  using State = GeneratorObject::State;
  const Ref<GeneratorObject> kept(&generator);
  Interpreter::Machine& machine = generator.interpreter.machine();
  if (generator.state == State::kRunning) RaiseValueError(fmt::format("{} already executing", KindName(generator)));
  if (generator.state == State::kDone) {
    if (thrown) throw ScriptError(std::move(thrown));
    generator.result = Value::None();
    return {};
  }
  if (generator.state == State::kCreated) {
    generator.value_stack = std::make_unique<ValueStack>(kFirstValues);
    generator.fiber =
        std::make_unique<Fiber>(machine.stack_pool(), [&generator, &machine] { machine.RunGeneratorToEnd(generator); });
  }
  generator.transfer = std::move(sent);
  generator.thrown = std::move(thrown);
  machine.SwitchTo(generator);
  if (generator.state == State::kSuspended) return std::exchange(generator.transfer, Value());
  generator.fiber.reset();
  generator.value_stack.reset();
  generator.transfer = Value();
  if (generator.failure) std::rethrow_exception(std::exchange(generator.failure, nullptr));
  if (generator.thrown) throw ScriptError(std::exchange(generator.thrown, {}));
  return {};
}

void CloseGenerator(GeneratorObject& generator) {
  using State = GeneratorObject::State;
  if (generator.state == State::kDone) return;
  if (generator.state == State::kCreated) {
    generator.state = State::kDone;
    generator.parameters.clear();
    return;
  }
  auto exit = Make<ExceptionObject>(Exceptions().generator_exit);
  exit->args = Make<TupleObject>(std::vector<Value>{});
  Value yielded;
  const Value ended = EmptyIfRaised(Exceptions().stop_iteration, [&] {
    return EmptyIfRaised(Exceptions().generator_exit, [&] {
      yielded = ResumeGenerator(generator, Value::None(), exit);
      return Value::None();
    });
  });
  if (!ended.is_empty() && generator.state == State::kSuspended) {
    Raise(Exceptions().runtime_error, fmt::format("{} ignored GeneratorExit", KindName(generator)));
  }
}

/// No exception leaves a destructor; what still hangs on afterwards is unwound by force.
void Interpreter::Machine::CloseInDestructor(GeneratorObject& generator) {
  try {
    CloseGenerator(generator);
  } catch (const ScriptError&) {
    // as CPython, which prints it and goes on
  } catch (const Error&) {
    // a refusal at this point has nobody to go to
  }
  if (generator.state != GeneratorObject::State::kSuspended) return;
  generator.is_abandoned = true;
  SwitchTo(generator);
}

/// Where a generator goes on: what was sent, or an exception.
void Interpreter::Machine::TakeWhatCame(GeneratorObject& generator) {
  if (generator.is_abandoned) throw Abandoned();
  if (generator.thrown) throw ScriptError(std::exchange(generator.thrown, {}));
}

Value Interpreter::Machine::YieldValue(Frame& frame, Value value) {
  GeneratorObject& generator = *frame.generator;
  generator.yielded_to_async = generator.type() == Types().async_generator;
  return Suspend(generator, std::move(value));
}

Value Interpreter::Machine::Suspend(GeneratorObject& generator, Value value) {
  generator.transfer = std::move(value);
  generator.fiber->Suspend();
  TakeWhatCame(generator);
  Value sent = std::exchange(generator.transfer, Value());
  return sent.is_empty() ? Value::None() : sent;
}

// ------------------------------------------------------------------------------------------ making

Value MakeGenerator(Interpreter& interpreter, const FunctionObject& function, ValueStack::Region& region) {
  const ast::Code& code = *function.definition->code;
  auto generator = Make<GeneratorObject>(interpreter, TypeFor(code.flow));
  generator->function = Ref<FunctionObject>(const_cast<FunctionObject*>(&function));
  generator->code = &code;
  generator->run = function.run;
  const uint32_t count = function.definition->parameters.slot_count();
  for (uint32_t i = 0; i < count; ++i) generator->parameters.push_back(std::move(region[i]));
  return generator;
}

Value MakeGeneratorExpression(Interpreter& interpreter, Frame& frame, const ast::Comprehension& comprehension,
                              Value iterator) {
  auto generator = Make<GeneratorObject>(interpreter, TypeFor(comprehension.code->flow));
  generator->comprehension = &comprehension;
  generator->code = comprehension.code.get();
  generator->run = *frame.run;
  for (const ast::FreeVariable& free : comprehension.code->frees) {
    generator->frees.push_back(free.from_cell ? Ref<CellObject>(&frame.cell(free.index)) : frame.frees[free.index]);
  }
  generator->parameters.push_back(std::move(iterator));
  return generator;
}

}  // namespace limbeck::python
