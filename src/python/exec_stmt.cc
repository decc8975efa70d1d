#include "python/machine.h"

#include <fmt/format.h>

#include "python/function_type.h"
#include "python/opaque.h"
#include "python/opaque_class.h"

namespace limbeck::python {

using ast::As;
using ast::StmtKind;

Completion Interpreter::Machine::Execute(Frame& frame, const ast::Block& block) {
  for (const auto& stmt : block) {
    if (++steps_ >= next_check_ || interpreter_.interrupted_->load(std::memory_order_relaxed)) {
      frame.at = stmt->span;
      CheckLimits();
    }
    const Completion completion = ExecuteStatement(frame, *stmt);
    if (completion != Completion::kNormal) return completion;
  }
  return Completion::kNormal;
}

void Interpreter::Machine::CheckLimits() {
  if (interpreter_.interrupted_->exchange(false)) Raise(Exceptions().keyboard_interrupt, "");
  const uint64_t limit = interpreter_.options_.step_limit;
  next_check_ = limit == 0 ? UINT64_MAX : limit;
  if (limit == 0 || steps_ < limit) return;
  next_check_ = UINT64_MAX;  // `finally` may still run
  throw Error(ErrorKind::kScript, fmt::format("the script has run {} statements, which is its limit", limit))
      .At(interpreter_.CurrentPlace())
      .Hint("a script that needs more is given more by script_step_limit in the configuration; 0 is no limit");
}

Completion Interpreter::Machine::ExecuteStatement(Frame& frame, const ast::Stmt& stmt) {
  switch (stmt.kind) {
    case StmtKind::kExpression:
      Evaluate(frame, *As<ast::ExpressionStmt>(stmt).value);
      return Completion::kNormal;
    case StmtKind::kAssign: {
      const auto& assign = As<ast::Assign>(stmt);
      const Value value = Evaluate(frame, *assign.value);
      for (const auto& target : assign.targets) Assign(frame, *target, value);
      return Completion::kNormal;
    }
    case StmtKind::kAugmentedAssign:
      ExecuteAugmentedAssign(frame, As<ast::AugmentedAssign>(stmt));
      return Completion::kNormal;
    case StmtKind::kReturn: {
      const auto& value = As<ast::Return>(stmt).value;
      frame.result = value ? Evaluate(frame, *value) : Value::None();
      return Completion::kReturn;
    }
    case StmtKind::kIf:
      return ExecuteIf(frame, As<ast::If>(stmt));
    case StmtKind::kFor:
      return ExecuteFor(frame, As<ast::For>(stmt));
    case StmtKind::kWhile:
      return ExecuteWhile(frame, As<ast::While>(stmt));
    case StmtKind::kBreak:
      return Completion::kBreak;
    case StmtKind::kContinue:
      return Completion::kContinue;
    case StmtKind::kWith:
      return ExecuteWith(frame, As<ast::With>(stmt), 0);
    case StmtKind::kTry:
      return ExecuteTry(frame, As<ast::Try>(stmt));
    case StmtKind::kMatch:
      return ExecuteMatch(frame, As<ast::Match>(stmt));
    default:
      ExecuteSimple(frame, stmt);
      return Completion::kNormal;
  }
}

void Interpreter::Machine::ExecuteSimple(Frame& frame, const ast::Stmt& stmt) {
  frame.at = stmt.span;
  switch (stmt.kind) {
    case StmtKind::kAnnotatedAssign:
      return ExecuteAnnotatedAssign(frame, As<ast::AnnotatedAssign>(stmt));
    case StmtKind::kDelete:
      for (const auto& target : As<ast::Delete>(stmt).targets) Delete(frame, *target);
      return;
    case StmtKind::kRaise:
      return ExecuteRaise(frame, As<ast::Raise>(stmt));
    case StmtKind::kAssert:
      return ExecuteAssert(frame, As<ast::Assert>(stmt));
    case StmtKind::kImport:
      return ExecuteImport(frame, As<ast::Import>(stmt));
    case StmtKind::kImportFrom:
      return ExecuteImportFrom(frame, As<ast::ImportFrom>(stmt));
    case StmtKind::kFunctionDef:
      return ExecuteFunctionDef(frame, As<ast::FunctionDef>(stmt));
    case StmtKind::kClassDef:
      return ExecuteClassDef(frame, As<ast::ClassDef>(stmt));
    case StmtKind::kTypeAlias:
      return ExecuteTypeAlias(frame, As<ast::TypeAlias>(stmt));
    default:
      return;  // pass, global, nonlocal
  }
}

// ------------------------------------------------------------------------------------------ branches and loops

Completion Interpreter::Machine::ExecuteIf(Frame& frame, const ast::If& stmt) {
  return Execute(frame, EvaluateTruth(frame, *stmt.test) ? stmt.body : stmt.otherwise);
}

namespace {

/// What a loop does after its body: true when it ends, with `completion` as its own.
bool EndsLoop(Completion& completion) {
  if (completion == Completion::kReturn) return true;
  const bool breaks = completion == Completion::kBreak;
  completion = Completion::kNormal;
  return breaks;
}

}  // namespace

Completion Interpreter::Machine::ExecuteWhile(Frame& frame, const ast::While& stmt) {
  while (EvaluateTruth(frame, *stmt.test)) {
    Completion completion = Execute(frame, stmt.body);
    if (EndsLoop(completion)) return completion;
  }
  return Execute(frame, stmt.otherwise);
}

Completion Interpreter::Machine::ExecuteFor(Frame& frame, const ast::For& stmt) {
  if (stmt.is_async) return ExecuteAsyncFor(frame, stmt);
  const Value iterable = Evaluate(frame, *stmt.iterable);
  frame.at = stmt.iterable->span;
  if (const auto* range = Cast<RangeObject>(iterable)) return ExecuteForRange(frame, stmt, *range);
  if (TypeOf(iterable) == Types().list) return ExecuteForList(frame, stmt, iterable);
  const Value iterator = interpreter_.Iterate(iterable);
  const auto next = TypeOf(iterator)->slots().next;
  if (next == nullptr) RaiseTypeError(fmt::format("iter() returned non-iterator of type '{}'", TypeName(iterator)));
  while (true) {
    frame.at = stmt.iterable->span;
    const Value item = next(interpreter_, iterator);
    if (item.is_empty()) return Execute(frame, stmt.otherwise);
    Assign(frame, *stmt.target, item);
    Completion completion = Execute(frame, stmt.body);
    if (EndsLoop(completion)) return completion;
  }
}

Completion Interpreter::Machine::ExecuteForRange(Frame& frame, const ast::For& stmt, const RangeObject& range) {
  const int64_t length = range.length();
  for (int64_t i = 0; i < length; ++i) {
    Assign(frame, *stmt.target, Value::Int(range.start + i * range.step));
    Completion completion = Execute(frame, stmt.body);
    if (EndsLoop(completion)) return completion;
  }
  return Execute(frame, stmt.otherwise);
}

/// The list may grow and shrink meanwhile.
Completion Interpreter::Machine::ExecuteForList(Frame& frame, const ast::For& stmt, const Value& list) {
  const auto& items = static_cast<const ListObject*>(list.object())->items;
  for (size_t i = 0; i < items.size(); ++i) {
    Assign(frame, *stmt.target, Value(items[i]));
    Completion completion = Execute(frame, stmt.body);
    if (EndsLoop(completion)) return completion;
  }
  return Execute(frame, stmt.otherwise);
}

// ------------------------------------------------------------------------------------------ raise and assert

namespace {

/// The instance that `raise X` means: X, or what calling the class X gives.
Ref<ExceptionObject> ExceptionFrom(Interpreter& interpreter, const Value& given, const char* refusal) {
  Value value = interpreter.Resolve(given);
  const auto* type = Cast<TypeObject>(value);
  if (type != nullptr && type->IsSubtypeOf(Exceptions().base_exception)) value = interpreter.Call(value, {});
  auto* exception = Cast<ExceptionObject>(value);
  if (exception == nullptr && IsOpaque(value)) RefuseOpaque(interpreter, value, "is raised");
  const Value* opaque = exception == nullptr ? OpaqueAncestor(*TypeOf(value)) : nullptr;
  if (opaque != nullptr) RefuseOpaque(interpreter, *opaque, "is raised");
  if (exception == nullptr) RaiseTypeError(refusal);
  return Ref<ExceptionObject>(exception);
}

}  // namespace

void Interpreter::Machine::ExecuteRaise(Frame& frame, const ast::Raise& stmt) {
  if (!stmt.exception) {
    if (!handled_) Raise(Exceptions().runtime_error, "No active exception to reraise");
    handled_->raised_again_in = &frame;
    throw ScriptError(handled_);
  }
  const Value value = Evaluate(frame, *stmt.exception);
  const Value cause = stmt.cause ? Evaluate(frame, *stmt.cause) : Value();
  frame.at = stmt.span;
  const auto exception = ExceptionFrom(interpreter_, value, "exceptions must derive from BaseException");
  if (!cause.is_empty()) {
    exception->suppress_context = true;
    exception->cause =
        cause.is_none() ? Value()
                        : Value(ExceptionFrom(interpreter_, cause, "exception causes must derive from BaseException"));
  }
  SetContext(*exception);
  throw ScriptError(exception);
}

void Interpreter::Machine::ExecuteAssert(Frame& frame, const ast::Assert& stmt) {
  if (EvaluateTruth(frame, *stmt.test)) return;
  auto exception = Make<ExceptionObject>(Exceptions().assertion_error);
  std::vector<Value> arguments;
  if (stmt.message) arguments.push_back(Evaluate(frame, *stmt.message));
  exception->args = Make<TupleObject>(std::move(arguments));
  frame.at = stmt.span;
  throw ScriptError(std::move(exception));
}

// ------------------------------------------------------------------------------------------ annotations

/// Annotations of modules and classes are kept; those of functions' variables are not even evaluated.
void Interpreter::Machine::ExecuteAnnotatedAssign(Frame& frame, const ast::AnnotatedAssign& stmt) {
  if (stmt.value) Assign(frame, *stmt.target, Evaluate(frame, *stmt.value));
  const bool is_kept = frame.code->kind == ast::CodeKind::kModule || frame.code->kind == ast::CodeKind::kClass;
  if (!is_kept) return;
  const Value annotation = EvaluateAnnotation(frame, *stmt.annotation);
  if (!stmt.is_simple) return;
  frame.at = stmt.span;
  interpreter_.SetItem(AnnotationsOf(frame), MakeStr(As<ast::Name>(*stmt.target).ref.symbol), annotation);
}

/// __annotations__ of the running module or class body, made when the first is written.
Value Interpreter::Machine::AnnotationsOf(Frame& frame) {
  const Symbol name = Names().annotations;
  ClassScope* scope = frame.class_scope;
  if (scope != nullptr && !scope->prepared.is_empty()) {
    Value found =
        EmptyIfRaised(Exceptions().key_error, [&] { return interpreter_.GetItem(scope->prepared, MakeStr(name)); });
    if (!found.is_empty()) return found;
    const Value made(MakeDict());
    interpreter_.SetItem(scope->prepared, MakeStr(name), made);
    return made;
  }
  Namespace& names = scope != nullptr ? *scope->names : frame.module_run().module->globals();
  if (const Value* found = names.Find(name)) return *found;
  Value made(MakeDict());
  names.Set(name, made);
  return made;
}

}  // namespace limbeck::python
