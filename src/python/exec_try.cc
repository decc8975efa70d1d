#include <optional>

#include "python/machine.h"
#include "python/opaque.h"
#include "python/special_methods.h"

// try, except, finally, with.

namespace limbeck::python {

/// The exception has arrived in this frame.
void Interpreter::Machine::NoteArrival(Frame& frame, ExceptionObject& exception) {
  SetContext(exception);
  AddTraceback(frame, exception);
}

void Interpreter::Machine::RaiseAgain(Frame& frame, const Ref<ExceptionObject>& exception) {
  exception->raised_again_in = &frame;
  throw ScriptError(exception);
}

Completion Interpreter::Machine::ExecuteTry(Frame& frame, const ast::Try& stmt) {
  const Watcher watcher(*this, frame);
  if (stmt.finally.empty()) return ExecuteHandled(frame, stmt);
  Completion completion = Completion::kNormal;
  const Ref<ExceptionObject> pending = RunCatching([&] { completion = ExecuteHandled(frame, stmt); });
  Value result = std::move(frame.result);
  Completion last = Completion::kNormal;
  if (!pending) {
    last = Execute(frame, stmt.finally);
  } else {
    NoteArrival(frame, *pending);
    WhileHandling(pending, [&] { last = Execute(frame, stmt.finally); });
  }
  if (last != Completion::kNormal && !(pending && IsRefusal(*pending))) return last;
  if (pending) RaiseAgain(frame, pending);
  frame.result = std::move(result);
  return completion;
}

/// Body, handlers and else.
Completion Interpreter::Machine::ExecuteHandled(Frame& frame, const ast::Try& stmt) {
  Completion completion = Completion::kNormal;
  if (stmt.handlers.empty()) return Execute(frame, stmt.body);
  ++frame.guards;
  const Ref<ExceptionObject> caught = RunCatching([&] { completion = Execute(frame, stmt.body); });
  --frame.guards;
  if (!caught) return completion == Completion::kNormal ? Execute(frame, stmt.otherwise) : completion;
  NoteArrival(frame, *caught);
  if (IsRefusal(*caught)) RaiseAgain(frame, caught);
  if (stmt.is_star) return ExecuteStarHandlers(frame, stmt, caught);
  WhileHandling(caught, [&] {
    for (const ast::ExceptHandler& handler : stmt.handlers) {
      if (!Matches(frame, handler, *caught)) continue;
      completion = ExecuteHandler(frame, handler, Value(caught));
      return;
    }
    RaiseAgain(frame, caught);
  });
  return completion;
}

bool Interpreter::Machine::Matches(Frame& frame, const ast::ExceptHandler& handler, const ExceptionObject& exception) {
  if (!handler.type) return true;
  const Value type = interpreter_.Resolve(Evaluate(frame, *handler.type));
  frame.at = handler.type->span;
  return MatchesType(exception, type);
}

/// A third-party package raises nothing here, since none of its code runs.
bool Interpreter::Machine::MatchesType(const ExceptionObject& exception, const Value& wanted) {
  const Value type = interpreter_.Resolve(wanted);
  if (const auto* tuple = Cast<TupleObject>(type)) {
    for (const Value& item : tuple->items) {
      if (MatchesType(exception, item)) return true;
    }
    return false;
  }
  if (IsOpaque(type)) return false;
  const auto* caught = Cast<TypeObject>(type);
  if (caught == nullptr || !caught->IsSubtypeOf(Exceptions().base_exception)) {
    RaiseTypeError("catching classes that do not inherit from BaseException is not allowed");
  }
  return exception.type()->IsSubtypeOf(caught);
}

/// The variable of `as` goes when the handler ends, however it ends.
Completion Interpreter::Machine::ExecuteHandler(Frame& frame, const ast::ExceptHandler& handler,
                                                const Value& exception) {
  if (!handler.name.symbol) return Execute(frame, handler.body);
  StoreName(frame, handler.name, exception);
  struct Unbind {
    Machine& machine;
    Frame& frame;
    const ast::NameRef& name;
    ~Unbind() { machine.Unbind(frame, name); }
  } const unbind{*this, frame, handler.name};
  return Execute(frame, handler.body);
}

/// Deletes the name if it is still there.
void Interpreter::Machine::Unbind(Frame& frame, const ast::NameRef& name) {
  EmptyIfRaised(Exceptions().base_exception, [&] {
    DeleteName(frame, name, frame.at);
    return Value();
  });
}

// ------------------------------------------------------------------------------------------ with

/// One item after the other: `with a, b` is `with a: with b`.
Completion Interpreter::Machine::ExecuteWith(Frame& frame, const ast::With& stmt, size_t item) {
  if (item == stmt.items.size()) return Execute(frame, stmt.body);
  const ast::WithItem& with = stmt.items[item];
  const Value manager = interpreter_.Resolve(Evaluate(frame, *with.context));
  frame.at = with.context->span;
  // None of a package's code runs here: nothing is entered, and no exception is swallowed.
  if (IsOpaque(manager)) {
    const Value entered = EnterOpaque(interpreter_, manager);
    if (with.target) Assign(frame, *with.target, entered);
    return ExecuteWith(frame, stmt, item + 1);
  }
  const WithMethods methods = FindWithMethods(manager, stmt.is_async);
  const Value entered = AwaitIf(frame, stmt.is_async, CallWithMethod(methods.enter, manager, {}));
  Completion completion = Completion::kNormal;
  const Ref<ExceptionObject> raised = RunCatching([&] {
    const Watcher watcher(*this, frame);
    if (with.target) Assign(frame, *with.target, entered);
    completion = ExecuteWith(frame, stmt, item + 1);
  });
  if (!raised) {
    Value result = std::move(frame.result);
    const Value none = Value::None();
    AwaitIf(frame, stmt.is_async, CallWithMethod(methods.exit, manager, {none, none, none}));
    frame.result = std::move(result);
    return completion;
  }
  NoteArrival(frame, *raised);
  bool swallowed = false;
  WhileHandling(raised, [&] {
    const Value exception(raised);
    const Value traceback = interpreter_.FindAttribute(exception, Names().traceback);
    frame.at = with.context->span;
    const Value answer = AwaitIf(frame, stmt.is_async,
                                 CallWithMethod(methods.exit, manager, {Value(raised->type()), exception, traceback}));
    swallowed = interpreter_.Truth(answer);
  });
  if (!swallowed || IsRefusal(*raised)) RaiseAgain(frame, raised);
  return Completion::kNormal;
}

Interpreter::Machine::WithMethods Interpreter::Machine::FindWithMethods(const Value& manager, bool is_async) {
  const TypeObject* type = TypeOf(manager);
  const Symbol enter = is_async ? Names().async_enter : Names().enter;
  const Symbol exit = is_async ? Names().async_exit : Names().exit;
  const Value* found_enter = type->Find(enter);
  const Value* found_exit = type->Find(exit);
  if (found_enter != nullptr && found_exit != nullptr) return {*found_enter, *found_exit};
  const char* protocol = is_async ? "asynchronous context manager" : "context manager";
  const std::string missed = found_enter != nullptr ? " (missed " + exit.text() + " method)" : "";
  RaiseTypeError("'" + type->name() + "' object does not support the " + protocol + " protocol" + missed);
}

Value Interpreter::Machine::CallWithMethod(const Value& method, const Value& manager,
                                           std::initializer_list<Value> arguments) {
  return CallBound(interpreter_, method, manager, TypeOf(manager), {{arguments.begin(), arguments.size()}, {}});
}

Value Interpreter::Machine::AwaitIf(Frame& frame, bool is_async, Value value) {
  return is_async ? Await(frame, value) : value;
}

}  // namespace limbeck::python
