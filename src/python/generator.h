#pragma once

#include <exception>

#include "python/fiber.h"
#include "python/machine.h"

// Generators, coroutines and asynchronous generators: a frame on a stack of its own, begun at the first next().

namespace limbeck::python {

struct GeneratorObject : Object, HasLayout<GeneratorObject, Layout::kGenerator> {
  enum class State : uint8_t { kCreated, kSuspended, kRunning, kDone };

  GeneratorObject(Interpreter& owner, const TypeObject* type);
  ~GeneratorObject() override;

  Interpreter& interpreter;
  State state = State::kCreated;

  // What it runs: a function, or a generator expression.
  Ref<FunctionObject> function;
  const ast::Comprehension* comprehension = nullptr;
  const ast::Code* code = nullptr;
  ModuleRunPtr run;
  std::vector<Ref<CellObject>> frees;
  std::vector<Value> parameters;  ///< the first slots, until it begins

  std::unique_ptr<Fiber> fiber;
  std::unique_ptr<ValueStack> value_stack;
  Frame frame;
  Ref<ExceptionObject> handled;  ///< by it, while it is suspended

  // What is handed over at a switch.
  Value transfer;                 ///< in: sent; out: yielded
  Ref<ExceptionObject> thrown;    ///< in: raised where it is suspended; out: what ended it
  std::exception_ptr failure;     ///< out: an exception of C++ that is no script's
  bool is_abandoned = false;      ///< in: unwind without running anything of the script
  bool yielded_to_async = false;  ///< out: by `yield` in an asynchronous generator, not by `await`
  Value result;                   ///< of return

  std::shared_ptr<bool> is_interpreter_alive;
};

/// Moves the parameters out of the region.
Value MakeGenerator(Interpreter& interpreter, const FunctionObject& function, ValueStack::Region& region);
Value MakeGeneratorExpression(Interpreter& interpreter, Frame& frame, const ast::Comprehension& comprehension,
                              Value iterator);

/// Runs it to the next yield: the value, or empty when it ended (with `result`). `sent` is what yield gives.
Value ResumeGenerator(GeneratorObject& generator, Value sent, Ref<ExceptionObject> thrown = {});
/// What next() says of an iterator that has ended: StopIteration, with what a generator returned.
[[noreturn]] void RaiseStopIteration(const Value& iterator);
/// close(): raises GeneratorExit where it is suspended.
void CloseGenerator(GeneratorObject& generator);

}  // namespace limbeck::python
