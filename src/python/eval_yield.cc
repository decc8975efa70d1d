#include <fmt/format.h>

#include "python/generator.h"
#include "python/special_methods.h"

// yield, yield from, await, and the asynchronous for.

namespace limbeck::python {

Value Interpreter::Machine::EvaluateYield(Frame& frame, const ast::Yield& yield) {
  Value value = yield.value ? Evaluate(frame, *yield.value) : Value::None();
  frame.at = yield.span;
  return YieldValue(frame, std::move(value));
}

Value Interpreter::Machine::EvaluateYieldFrom(Frame& frame, const ast::YieldFrom& yield) {
  const Value iterable = Evaluate(frame, *yield.value);
  frame.at = yield.span;
  return YieldFrom(frame, interpreter_.Iterate(iterable));
}

Value Interpreter::Machine::EvaluateAwait(Frame& frame, const ast::Await& await) {
  const Value value = Evaluate(frame, *await.value);
  frame.at = await.span;
  return Await(frame, value);
}

Value Interpreter::Machine::Await(Frame& frame, const Value& given) {
  const Value awaitable = interpreter_.Resolve(given);
  if (TypeOf(awaitable) == Types().coroutine) return YieldFrom(frame, awaitable);
  const Value iterator = CallSpecialIfAny(interpreter_, awaitable, Names().await);
  if (iterator.is_empty()) {
    RaiseTypeError(fmt::format("object {} can't be used in 'await' expression", TypeName(awaitable)));
  }
  return YieldFrom(frame, iterator);
}

namespace {

/// Of a StopIteration: what the generator returned.
Value StopValue(const ExceptionObject& stop) {
  return stop.args && !stop.args->items.empty() ? stop.args->items[0] : Value::None();
}

/// One step of an iterator that something is delegated to: the item, or empty and the value it ended with.
class Delegate {
 public:
  Delegate(Interpreter& interpreter, Value iterator) : interpreter_(interpreter), iterator_(std::move(iterator)) {}

  const Value& result() const { return result_; }

  Value Send(const Value& sent) {
    if (auto* generator = Cast<GeneratorObject>(iterator_)) return Resume(*generator, sent, {});
    return Catching([&] {
      if (!sent.is_none()) return interpreter_.CallMethod(iterator_, "send", {sent});
      // A script's __next__ is called itself: its StopIteration may carry a value.
      const Value* method = TypeOf(iterator_)->Find(Names().next);
      const bool is_script = method != nullptr && Cast<FunctionObject>(*method) != nullptr;
      return is_script ? CallSpecial(interpreter_, iterator_, Names().next) : interpreter_.Next(iterator_);
    });
  }

  Value Throw(const Ref<ExceptionObject>& thrown) {
    auto* generator = Cast<GeneratorObject>(iterator_);
    if (thrown->type()->IsSubtypeOf(Exceptions().generator_exit)) {
      Close();
      throw ScriptError(thrown);
    }
    if (generator != nullptr) return Resume(*generator, Value::None(), thrown);
    const Value method = interpreter_.FindAttribute(iterator_, Names().throw_);
    if (method.is_empty()) throw ScriptError(thrown);
    return Catching([&] { return interpreter_.Call(method, {Value(thrown)}); });
  }

 private:
  Value Resume(GeneratorObject& generator, const Value& sent, Ref<ExceptionObject> thrown) {
    if (generator.state == GeneratorObject::State::kDone && generator.type() == Types().coroutine) {
      Raise(Exceptions().runtime_error, "cannot reuse already awaited coroutine");
    }
    Value item = ResumeGenerator(generator, sent, std::move(thrown));
    if (item.is_empty()) result_ = generator.result;
    return item;
  }

  template <typename Work>
  Value Catching(Work work) {
    try {
      return work();
    } catch (const ScriptError& error) {
      if (!error.exception()->type()->IsSubtypeOf(Exceptions().stop_iteration)) throw;
      result_ = StopValue(*error.exception());
    }
    return {};
  }

  void Close() {
    if (auto* generator = Cast<GeneratorObject>(iterator_)) return CloseGenerator(*generator);
    const Value method = interpreter_.FindAttribute(iterator_, Names().close);
    if (!method.is_empty()) interpreter_.Call(method, {});
  }

  Interpreter& interpreter_;
  const Value iterator_;
  Value result_ = Value::None();
};

}  // namespace

Value Interpreter::Machine::YieldFrom(Frame& frame, const Value& iterator) {
  Delegate delegate(interpreter_, iterator);
  Value item = delegate.Send(Value::None());
  while (!item.is_empty()) {
    Ref<ExceptionObject> thrown;
    Value sent;
    try {
      sent = Suspend(*frame.generator, std::move(item));
    } catch (const ScriptError& error) {
      thrown = error.exception();
    }
    item = thrown ? delegate.Throw(thrown) : delegate.Send(sent);
  }
  return delegate.result();
}

// ------------------------------------------------------------------------------------------ async for

void Interpreter::Machine::ForEachAsync(Frame& frame, const Value& iterable,
                                        const std::function<void(const Value&)>& visit) {
  const Value iterator = AsyncIterate(iterable);
  for (Value item = AsyncNext(frame, iterator); !item.is_empty(); item = AsyncNext(frame, iterator)) visit(item);
}

Value Interpreter::Machine::AsyncIterate(const Value& iterable) {
  Value iterator = CallSpecialIfAny(interpreter_, interpreter_.Resolve(iterable), Names().async_iterate);
  if (iterator.is_empty()) {
    RaiseTypeError(fmt::format("'async for' requires an object with __aiter__ method, got {}", TypeName(iterable)));
  }
  return iterator;
}

/// Empty at the end.
Value Interpreter::Machine::AsyncNext(Frame& frame, const Value& iterator) {
  return EmptyIfRaised(Exceptions().stop_async_iteration,
                       [&] { return Await(frame, CallSpecial(interpreter_, iterator, Names().async_next)); });
}

Completion Interpreter::Machine::ExecuteAsyncFor(Frame& frame, const ast::For& stmt) {
  const Value iterable = Evaluate(frame, *stmt.iterable);
  frame.at = stmt.iterable->span;
  const Value iterator = AsyncIterate(iterable);
  while (true) {
    frame.at = stmt.iterable->span;
    const Value item = AsyncNext(frame, iterator);
    if (item.is_empty()) return Execute(frame, stmt.otherwise);
    Assign(frame, *stmt.target, item);
    const Completion completion = Execute(frame, stmt.body);
    if (completion == Completion::kReturn) return completion;
    if (completion == Completion::kBreak) return Completion::kNormal;
  }
}

}  // namespace limbeck::python
