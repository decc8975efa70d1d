#include <fmt/format.h>

#include "python/ast_printer.h"
#include "python/class.h"
#include "python/machine.h"
#include "python/opaque.h"
#include "python/opaque_class.h"
#include "python/special_methods.h"

// def, lambda, class and type.

namespace limbeck::python {

// ------------------------------------------------------------------------------------------ functions

Ref<FunctionObject> Interpreter::Machine::MakeFunctionObject(Frame& frame, const ast::Function& definition) {
  auto function = Make<FunctionObject>();
  const ast::Code& code = *definition.code;
  function->run = *frame.run;
  function->definition = &definition;
  for (const ast::FreeVariable& free : code.frees) {
    Value box = free.from_cell ? frame.cells[free.index] : Value(frame.frees[free.index]);
    function->frees.emplace_back(static_cast<CellObject*>(box.object()));
  }
  function->name = MakeStr(code.name);
  function->qualname = MakeStr(code.qualname);
  if (code.docstring.data() != nullptr) function->doc = MakeStr(code.docstring);
  if (const Value* module = frame.module_run().module->globals().Find(Names().name)) function->owner_module = *module;
  const ast::Parameters& parameters = definition.parameters;
  for (const ast::Parameter& parameter : parameters.positional) {
    if (parameter.default_value) function->defaults.push_back(Evaluate(frame, *parameter.default_value));
  }
  for (const ast::Parameter& parameter : parameters.keyword_only) {
    if (!parameter.default_value) continue;
    function->keyword_defaults.Set(parameter.name, Evaluate(frame, *parameter.default_value));
  }
  return function;
}

Value Interpreter::Machine::EvaluateLambda(Frame& frame, const ast::Lambda& lambda) {
  return MakeFunctionObject(frame, *lambda.function);
}

Value Interpreter::Machine::EvaluateAnnotation(Frame& frame, const ast::Expr& annotation) {
  if (frame.module_run().tree->future_annotations) return MakeStr(PrintExpression(annotation));
  // What names something that comes later waits as its text, as Python 3.14 evaluates all annotations.
  Value value = EmptyIfRaised(Exceptions().name_error, [&] { return Evaluate(frame, annotation); });
  return value.is_empty() ? MakeStr(PrintExpression(annotation)) : value;
}

Value Interpreter::Machine::EvaluateAnnotations(Frame& frame, const ast::Function& definition) {
  const auto annotations = MakeDict();
  const auto add = [&](const ast::Parameter& parameter) {
    if (parameter.annotation) annotations->table.Set(parameter.name, EvaluateAnnotation(frame, *parameter.annotation));
  };
  const ast::Parameters& parameters = definition.parameters;
  for (const ast::Parameter& parameter : parameters.positional) add(parameter);
  if (parameters.star) add(*parameters.star);
  for (const ast::Parameter& parameter : parameters.keyword_only) add(parameter);
  if (parameters.double_star) add(*parameters.double_star);
  if (definition.returns) {
    annotations->table.Set(Symbol::Intern("return"), EvaluateAnnotation(frame, *definition.returns));
  }
  return annotations;
}

Value Interpreter::Machine::Decorate(Frame& frame, const Sequence<Child<ast::Expr>>& expressions,
                                     const std::vector<Value>& decorators, Value decorated) {
  for (size_t i = decorators.size(); i-- > 0;) {
    frame.at = expressions[i]->span;
    decorated = interpreter_.Call(decorators[i], {decorated});
  }
  return decorated;
}

void Interpreter::Machine::ExecuteFunctionDef(Frame& frame, const ast::FunctionDef& stmt) {
  const std::vector<Value> decorators = EvaluateElements(frame, stmt.decorators);
  const Value type_parameters = BindTypeParameters(frame, stmt.type_parameters);
  const Ref<FunctionObject> function = MakeFunctionObject(frame, *stmt.function);
  function->annotations = EvaluateAnnotations(frame, *stmt.function);
  if (!type_parameters.is_empty()) function->MakeAttributes().Set(Names().type_parameters, type_parameters);
  StoreName(frame, stmt.name, Decorate(frame, stmt.decorators, decorators, function));
}

// ------------------------------------------------------------------------------------------ type parameters

namespace {

const char* TypingName(ast::TypeParameterKind kind) {
  switch (kind) {
    case ast::TypeParameterKind::kTypeVar:
      return "TypeVar";
    case ast::TypeParameterKind::kTypeVarTuple:
      return "TypeVarTuple";
    default:
      return "ParamSpec";
  }
}

}  // namespace

/// `[T: int, *Ts]`: a tuple of the variables, or empty when there are none.
Value Interpreter::Machine::BindTypeParameters(Frame& frame, const ast::TypeParameters& parameters) {
  if (parameters.parameters.empty()) return {};
  for (const uint32_t cell : parameters.cells) frame.cells[cell] = Value(new CellObject());
  const Value typing = interpreter_.Import("typing");
  std::vector<Value> made;
  for (const ast::TypeParameter& parameter : parameters.parameters) {
    KeywordBuffer keywords;
    if (parameter.bound) keywords.Add(Symbol::Intern("bound"), Evaluate(frame, *parameter.bound));
    const Value name = MakeStr(parameter.name.symbol);
    const Value type = interpreter_.GetAttribute(typing, Symbol::Intern(TypingName(parameter.kind)));
    frame.at = parameter.span;
    made.push_back(interpreter_.Call(type, CallArguments{{&name, 1}, keywords.span()}));
    StoreName(frame, parameter.name, made.back());
  }
  return MakeTuple(std::move(made));
}

void Interpreter::Machine::ExecuteTypeAlias(Frame& frame, const ast::TypeAlias& stmt) {
  const Value parameters = BindTypeParameters(frame, stmt.type_parameters);
  const Value evaluate = MakeFunctionObject(frame, *stmt.value);
  frame.at = stmt.span;
  KeywordBuffer keywords;
  if (!parameters.is_empty()) keywords.Add(Symbol::Intern("type_params"), parameters);
  const Value positional[] = {MakeStr(stmt.name.symbol), interpreter_.Call(evaluate, {})};
  const Value type = interpreter_.GetAttribute(interpreter_.Import("typing"), Symbol::Intern("TypeAliasType"));
  StoreName(frame, stmt.name, interpreter_.Call(type, CallArguments{positional, keywords.span()}));
}

// ------------------------------------------------------------------------------------------ classes

namespace {

/// Bases that are no classes say which classes they stand for.
std::vector<Value> ResolveBases(Interpreter& interpreter, const std::vector<Value>& written) {
  std::vector<Value> bases;
  const Value original = MakeTuple(written);
  for (const Value& given : written) {
    const Value base = interpreter.Resolve(given);
    if (Cast<TypeObject>(base) != nullptr) {
      bases.push_back(base);
      continue;
    }
    if (IsOpaque(base)) {
      bases.push_back(MakeOpaqueBase(interpreter, base));
      continue;
    }
    const Value function = interpreter.FindAttribute(base, Names().mro_entries);
    if (function.is_empty()) {
      bases.push_back(base);
      continue;
    }
    interpreter.ForEach(interpreter.Call(function, {original}), [&](const Value& entry) { bases.push_back(entry); });
  }
  return bases;
}

bool IsSameList(const std::vector<Value>& one, const std::vector<Value>& two) {
  return std::equal(one.begin(), one.end(), two.begin(), two.end(),
                    [](const Value& a, const Value& b) { return a.Is(b); });
}

}  // namespace

void Interpreter::Machine::ExecuteClassDef(Frame& frame, const ast::ClassDef& stmt) {
  const std::vector<Value> decorators = EvaluateElements(frame, stmt.decorators);
  const Value type_parameters = BindTypeParameters(frame, stmt.type_parameters);
  ClassStatement statement;
  statement.written = EvaluateElements(frame, stmt.bases);
  EvaluateClassKeywords(frame, stmt, statement);
  frame.at = stmt.span;
  if (!type_parameters.is_empty()) {
    const Value generic = interpreter_.GetAttribute(interpreter_.Import("typing"), Symbol::Intern("Generic"));
    statement.written.push_back(interpreter_.GetItem(generic, type_parameters));
  }
  statement.bases = ResolveBases(interpreter_, statement.written);
  if (statement.metaclass.is_empty()) statement.metaclass = Value(Types().type);
  if (const auto* asked = Cast<TypeObject>(statement.metaclass)) {
    statement.metaclass = Value(MetatypeFor(asked, statement.bases));
  }
  Namespace names;
  ClassScope scope;
  scope.names = &names;
  Prepare(stmt, statement, scope);
  const Value cell = RunClassBody(frame, stmt, scope);
  if (!type_parameters.is_empty()) SetInScope(scope, Names().type_parameters, type_parameters);
  if (!IsSameList(statement.bases, statement.written)) {
    SetInScope(scope, Names().orig_bases, MakeTuple(statement.written));
  }
  if (!cell.is_empty()) SetInScope(scope, Names().class_cell, cell);
  frame.at = stmt.span;
  Value made = FinishClass(stmt, statement, scope);
  StoreName(frame, stmt.name, Decorate(frame, stmt.decorators, decorators, std::move(made)));
}

void Interpreter::Machine::EvaluateClassKeywords(Frame& frame, const ast::ClassDef& stmt, ClassStatement& statement) {
  const auto add = [&](Symbol name, Value value) {
    if (name == Names().metaclass) {
      statement.metaclass = interpreter_.Resolve(value);
    } else {
      statement.keywords.Add(name, std::move(value));
    }
  };
  for (const ast::Keyword& keyword : stmt.keywords) {
    Value value = Evaluate(frame, *keyword.value);
    if (keyword.name) {
      add(keyword.name, std::move(value));
      continue;
    }
    frame.at = keyword.span;
    interpreter_.ForEach(interpreter_.CallMethod(value, "keys", {}), [&](const Value& key) {
      const auto* text = Cast<StrObject>(key);
      if (text == nullptr) RaiseTypeError("keywords must be strings");
      add(text->symbol(), interpreter_.GetItem(value, key));
    });
  }
}

/// The namespace of the body: the metaclass's __prepare__, where it has one of a script's.
void Interpreter::Machine::Prepare(const ast::ClassDef& stmt, const ClassStatement& statement, ClassScope& scope) {
  if (statement.metaclass.object() == Types().type) return;
  const Value prepare = interpreter_.FindAttribute(statement.metaclass, Names().prepare);
  if (prepare.is_empty() || Cast<NativeFunctionObject>(prepare) != nullptr) return;
  if (const auto* bound = Cast<BoundMethodObject>(prepare)) {
    if (Cast<NativeFunctionObject>(bound->function) != nullptr) return;
  }
  const Value positional[] = {MakeStr(stmt.name.symbol), MakeTuple(statement.bases)};
  scope.prepared = interpreter_.Call(prepare, CallArguments{positional, statement.keywords.span()});
}

void Interpreter::Machine::SetInScope(ClassScope& scope, Symbol name, const Value& value) {
  if (scope.prepared.is_empty()) {
    scope.names->Set(name, value);
  } else {
    interpreter_.SetItem(scope.prepared, MakeStr(name), value);
  }
}

/// Gives the cell that is to hold the finished class, or empty.
Value Interpreter::Machine::RunClassBody(Frame& outer, const ast::ClassDef& stmt, ClassScope& scope) {
  const ast::Code& code = *stmt.code;
  ValueStack::Region region(*value_stack_, RegionSize(code));
  std::vector<Ref<CellObject>> frees;
  for (const ast::FreeVariable& free : code.frees) {
    frees.push_back(free.from_cell ? Ref<CellObject>(&outer.cell(free.index)) : outer.frees[free.index]);
  }
  Frame frame;
  frame.code = &code;
  frame.run = outer.run;
  frame.slots = region.values();
  frame.cells = region.values() + code.slots.size();
  frame.frees = frees.data();
  frame.class_scope = &scope;
  frame.generator = nullptr;
  RunFrame(frame, [&] {
    FillCells(frame);
    if (const Value* module = frame.module_run().module->globals().Find(Names().name)) {
      SetInScope(scope, Names().module, Value(*module));
    }
    SetInScope(scope, Names().qualname, MakeStr(code.qualname));
    if (code.docstring.data() != nullptr) SetInScope(scope, Names().doc, MakeStr(code.docstring));
    Execute(frame, stmt.body);
  });
  return code.class_cell == ast::Code::kNone ? Value() : Value(frame.cells[code.class_cell]);
}

/// A class whose metaclass is `type` needs no call of it.
Value Interpreter::Machine::FinishClass(const ast::ClassDef& stmt, const ClassStatement& statement, ClassScope& scope) {
  const std::string& name = stmt.code->name.text();
  if (statement.metaclass.object() == Types().type && scope.prepared.is_empty()) {
    return MakeClass(interpreter_, {Types().type, name, statement.bases}, *scope.names, statement.keywords.span());
  }
  const Value attributes = scope.prepared.is_empty() ? Value(&scope.names->AsDict()) : scope.prepared;
  const Value positional[] = {MakeStr(name), MakeTuple(statement.bases), attributes};
  return interpreter_.Call(statement.metaclass, CallArguments{positional, statement.keywords.span()});
}

}  // namespace limbeck::python
