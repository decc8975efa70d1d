#include "python/sandbox.h"

#include <fmt/format.h>

#include "python/file_object.h"
#include "python/import.h"
#include "python/interpreter.h"
#include "python/machine.h"
#include "python/parser.h"

// What would let a script reach beyond its project: refused by name. eval() takes what annotations are made of.

namespace limbeck::python {
namespace {

using ast::As;
using ast::ExprKind;

[[noreturn]] void Refuse(Interpreter& interpreter, const std::string& what, const char* hint) {
  throw Unsupported(what).At(interpreter.CurrentPlace()).Hint(hint);
}

Value Exec(Interpreter& interpreter, Arguments&) {
  Refuse(interpreter, "exec() is not open to scripts", "write the code where it is to run");
}

Value Compile(Interpreter& interpreter, Arguments&) {
  Refuse(interpreter, "compile() is not open to scripts", "write the code where it is to run");
}

Value Input(Interpreter& interpreter, Arguments&) {
  Refuse(interpreter, "input() is not open to scripts", "pass what the script needs with -x name=value");
}

Value Breakpoint(Interpreter& interpreter, Arguments&) {
  Refuse(interpreter, "breakpoint() is not open to scripts", "print what you want to see");
}

Value Help(Interpreter& interpreter, Arguments&) {
  Refuse(interpreter, "help() is not open to scripts", "there is nobody to page through it");
}

Value BuildClass(Interpreter& interpreter, Arguments&) {
  Refuse(interpreter, "__build_class__() is not open to scripts", "call type(name, bases, namespace)");
}

/// exit(code=None), quit(code=None)
Value Exit(Interpreter&, Arguments& arguments) {
  const Value code = arguments.OrNone("code");
  arguments.Finish();
  Raise(Exceptions().system_exit, code);
}

// ------------------------------------------------------------------------------------------ eval

bool IsHarmless(const ast::Expr& expr);

bool AreHarmless(const Sequence<Child<ast::Expr>>& expressions) {
  for (const auto& expr : expressions) {
    if (!IsHarmless(*expr)) return false;
  }
  return true;
}

/// Names, attributes, subscripts, constants, displays and operators: nothing that is called.
bool IsHarmless(const ast::Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kConstant:
    case ExprKind::kName:
      return true;
    case ExprKind::kAttribute:
      return IsHarmless(*As<ast::Attribute>(expr).value);
    case ExprKind::kSubscript:
      return IsHarmless(*As<ast::Subscript>(expr).value) && IsHarmless(*As<ast::Subscript>(expr).index);
    case ExprKind::kBinaryOp:
      return IsHarmless(*As<ast::BinaryOp>(expr).left) && IsHarmless(*As<ast::BinaryOp>(expr).right);
    case ExprKind::kUnaryOp:
      return IsHarmless(*As<ast::UnaryOp>(expr).operand);
    case ExprKind::kTuple:
      return AreHarmless(As<ast::Tuple>(expr).elements);
    case ExprKind::kList:
      return AreHarmless(As<ast::List>(expr).elements);
    case ExprKind::kSet:
      return AreHarmless(As<ast::Set>(expr).elements);
    case ExprKind::kDict:
      for (const ast::DictItem& item : As<ast::Dict>(expr).items) {
        if ((item.key && !IsHarmless(*item.key)) || !IsHarmless(*item.value)) return false;
      }
      return true;
    default:
      return false;
  }
}

void AddNames(Interpreter& interpreter, Namespace& names, const Value& mapping) {
  if (mapping.is_none()) return;
  interpreter.ForEach(interpreter.CallMethod(mapping, "keys", {}), [&](const Value& key) {
    const auto* text = Cast<StrObject>(key);
    if (text != nullptr) names.Set(text->symbol(), interpreter.GetItem(mapping, key));
  });
}

/// eval(expression, globals=None, locals=None): of the running module when none are given.
Value Eval(Interpreter& interpreter, Arguments& arguments) {
  const std::string text = arguments.String("expression");
  const Value globals = arguments.OrNone("globals");
  const Value locals = arguments.OrNone("locals");
  arguments.Finish();
  const auto source = std::make_shared<const SourceFile>("<string>", text);
  const ast::ModulePtr tree = interpreter.AsScriptError([&] { return ParseExpression(source); });
  const ast::Expr& expr = *As<ast::ExpressionStmt>(*tree->body[0]).value;
  if (!IsHarmless(expr)) {
    Refuse(interpreter, "eval() of more than names and constants is not open to scripts",
           "write the expression where it is to be evaluated");
  }
  auto module = Make<ModuleObject>("<string>");
  const Frame* caller = interpreter.machine().frame();
  if (globals.is_none() && caller != nullptr) {
    caller->module_run().module->globals().ForEach(
        [&](Symbol name, const Value& value) { module->globals().Set(name, value); });
  }
  AddNames(interpreter, module->globals(), globals);
  AddNames(interpreter, module->globals(), locals);
  return interpreter.machine().EvaluateLone(tree, module);
}

constexpr NativeFunction kFunctions[] = {
    {"__build_class__", BuildClass},
    {"breakpoint", Breakpoint},
    {"compile", Compile},
    {"eval", Eval},
    {"exec", Exec},
    {"exit", Exit},
    {"help", Help},
    {"input", Input},
    {"open", OpenFile},
    {"quit", Exit},
};

}  // namespace

void RefuseAct(Interpreter& interpreter, const Error& refusal) {
  if (!interpreter.importer().is_running_module()) throw refusal;
  auto made = MakeException(Exceptions().permission_error, refusal.message());
  made->native = std::make_shared<const Error>(refusal);
  throw ScriptError(std::move(made));
}

void AddSandboxFunctions(ModuleObject& builtins) {
  AddFunctions(builtins, kFunctions);
}

}  // namespace limbeck::python
