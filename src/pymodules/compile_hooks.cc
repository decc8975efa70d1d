#include "pymodules/compile_hooks.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "dialect/dialect.h"
#include "limbeck/error.h"
#include "pymodules/changes.h"
#include "pymodules/compiled.h"
#include "pymodules/dialect_facts.h"
#include "pymodules/dialect_object.h"
#include "pymodules/expressions.h"
#include "pymodules/script_run.h"
#include "pymodules/selects.h"
#include "pymodules/sql_values.h"
#include "pymodules/tables.h"
#include "pymodules/type_classes.h"
#include "python/opaque.h"
#include "sql/operators.h"
#include "sql/text_parameters.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

struct Hook {
  const TypeObject* type;
  std::string dialect;  ///< empty: all
  Value function;
};

/// The service that remembers them, of one interpreter.
struct Hooks {
  std::vector<Hook> hooks;
  /// The types whose function is running: it may ask for their length, which is the type's own then.
  std::set<const python::Object*> running;
};

// ------------------------------------------------------------------------------------------ what functions are given

/// The compiler of types: compiler.process(type), compiler.visit_JSON(type), compiler.dialect.
struct CompilerState : python::NativeState {
  std::string dialect;
  bool is_statement = false;  ///< what is compiled is a whole statement, and no part of a CREATE TABLE
};

Value CompilerDialect(Interpreter&, const Value& self) {
  return MakeDialect(python::StateOf<CompilerState>(self)->dialect);
}

/// The text that the dialect itself has for the type.
Value OwnText(Interpreter& interpreter, const std::string& dialect, const Value& given, const std::string& visited) {
  const Value value = interpreter.Resolve(given);
  const auto* state = python::StateOf<TypeState>(value);
  sql::Type type = state != nullptr ? state->type : ReadType(interpreter, value, "type_");
  for (const sql::TypePackage package : {sql::TypePackage::kSqlalchemy, sql::TypePackage::kPostgresql}) {
    const auto kind = visited.empty() ? std::nullopt : sql::FindTypeKind(package, visited);
    if (!kind) continue;
    type.kind = *kind;
    break;
  }
  return python::MakeStr(dialect::FindDialect(dialect).TypeText(type));
}

/// Of what stands in a statement; empty for a plain value.
Value StatementPartText(Interpreter& interpreter, const std::string& dialect, const Value& value) {
  if (const auto* table = python::StateOf<TableState>(value)) {
    const dialect::Dialect& own = dialect::FindDialect(dialect);
    const std::string schema = table->schema ? own.Quote(*table->schema) + "." : "";
    return python::MakeStr(schema + own.Quote(table->name));
  }
  const bool is_sql =
      FindQuery(value) != nullptr || FindExpression(value) != nullptr || python::StateOf<ChangeState>(value) != nullptr;
  return is_sql ? python::MakeStr(LiteralText(interpreter, value, dialect)) : Value();
}

/// Of a type, of an expression or of a value.
Value OneText(Interpreter& interpreter, const CompilerState& compiler, const Value& value) {
  const std::string& dialect = compiler.dialect;
  if (compiler.is_statement) {
    if (Value text = StatementPartText(interpreter, dialect, value); !text.is_empty()) return text;
  }
  if (python::StateOf<TypeState>(value) != nullptr || python::Cast<TypeObject>(value) != nullptr) {
    return OwnText(interpreter, dialect, value, "");
  }
  const sql::Expression* expression = FindExpression(value);
  return python::MakeStr(dialect::FindDialect(dialect).DdlExpression(
      expression != nullptr ? *expression : sql::Literal(ReadSqlValue(interpreter, value, "element"))));
}

Value Process(Interpreter& interpreter, Arguments& arguments) {
  const CompilerState& compiler = *python::StateOf<CompilerState>(arguments.Self());
  const Value given = interpreter.Resolve(arguments.Required("type_"));
  arguments.RestKeywords();
  arguments.Finish();
  if (python::Cast<python::TupleObject>(given) == nullptr) return OneText(interpreter, compiler, given);
  // The arguments of a function.
  std::vector<std::string> texts;
  interpreter.ForEach(given, [&](const Value& one) {
    texts.push_back(interpreter.Str(OneText(interpreter, compiler, interpreter.Resolve(one))));
  });
  return python::MakeStr(Join(texts, ", "));
}

/// render_literal_value(value, type)
Value RenderLiteral(Interpreter& interpreter, Arguments& arguments) {
  const CompilerState& compiler = *python::StateOf<CompilerState>(arguments.Self());
  const Value given = interpreter.Resolve(arguments.Required("value"));
  arguments.Optional("type_");
  arguments.Finish();
  return OneText(interpreter, compiler, given);
}

Value CompilerItself(Interpreter&, const Value& self) {
  return self;
}

Value CompilerPreparer(Interpreter&, const Value& self) {
  return MakeIdentifierPreparer(python::StateOf<CompilerState>(self)->dialect);
}

/// visit_VARCHAR(type): the type as if its class were VARCHAR.
Value CompilerAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  Value found = interpreter.FindPlainAttribute(self, name);
  if (!found.is_empty() || name.text().compare(0, 6, "visit_") != 0) return found;
  const std::string dialect = python::StateOf<CompilerState>(self)->dialect;
  return python::MakeFunction(name.text(),
                              [dialect, visited = name.text().substr(6)](Interpreter& inner, Arguments& arguments) {
                                const Value type = arguments.Required("type_");
                                arguments.RestKeywords();
                                arguments.Finish();
                                return OwnText(inner, dialect, type, visited);
                              });
}

Value MakeCompiler(const std::string& dialect, bool is_statement = false) {
  static constexpr python::NativeMethod kMethods[] = {{"process", Process}, {"render_literal_value", RenderLiteral}};
  static constexpr python::NativeProperty kProperties[] = {{"dialect", CompilerDialect},
                                                           {"identifier_preparer", CompilerPreparer},
                                                           {"preparer", CompilerPreparer},
                                                           {"sql_compiler", CompilerItself}};
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.get_attribute = CompilerAttribute;
    return python::MakeNativeType({.name = "TypeCompiler",
                                   .module = "sqlalchemy.sql.compiler",
                                   .methods = kMethods,
                                   .properties = kProperties,
                                   .slots = slots});
  }();
  auto state = std::make_unique<CompilerState>();
  state->dialect = dialect;
  state->is_statement = is_statement;
  return python::MakeInstance(kClass, std::move(state));
}

// ------------------------------------------------------------------------------------------ the module

Value ItsFunction(Interpreter&, Arguments& decorated) {
  Value function = decorated.Required("fn");
  decorated.Finish();
  return function;
}

/// compiles(class_, *dialects): a decorator.
Value Compiles(Interpreter& interpreter, Arguments& arguments) {
  const Value given = interpreter.Resolve(arguments.Required("class_"));
  std::vector<std::string> dialects;
  for (const Value& name : arguments.Rest()) dialects.push_back(interpreter.Str(name));
  arguments.Finish();
  const auto* type = python::Cast<TypeObject>(given);
  // Of a class that is not there, there will be no object that would have to be compiled.
  if (python::IsOpaque(given)) return python::MakeFunction("decorate", ItsFunction);
  if (type == nullptr) python::RaiseTypeError("compiles() takes a class, not " + python::TypeName(given));
  if (dialects.empty()) dialects.emplace_back();
  return python::MakeFunction("decorate", [type, dialects](Interpreter& inner, Arguments& decorated) {
    Value function = decorated.Required("fn");
    decorated.Finish();
    for (const std::string& dialect : dialects) {
      // What other databases get is of no matter here.
      const bool is_ours = dialect.empty() || dialect == "postgresql" || dialect == "sqlite";
      if (is_ours) inner.Service<Hooks>().hooks.push_back({type, dialect, function});
    }
    return function;
  });
}

/// deregister(class_)
Value Deregister(Interpreter& interpreter, Arguments& arguments) {
  const Value given = interpreter.Resolve(arguments.Required("class_"));
  arguments.Finish();
  std::erase_if(interpreter.Service<Hooks>().hooks,
                [&](const Hook& hook) { return Value(hook.type).object() == given.object(); });
  return Value::None();
}

constexpr python::NativeFunction kFunctions[] = {{"compiles", Compiles}, {"deregister", Deregister}};

class WhileRunning {
 public:
  WhileRunning(Hooks& hooks, const Value& type) : hooks_(hooks), at_(hooks.running.insert(type.object()).first) {}
  ~WhileRunning() { hooks_.running.erase(at_); }
  WhileRunning(const WhileRunning&) = delete;
  WhileRunning& operator=(const WhileRunning&) = delete;

 private:
  Hooks& hooks_;
  const std::set<const python::Object*>::iterator at_;
};

/// The function for a class, the nearest ancestor's first, and of it the dialect's own first; null when there is none.
const Hook* FindHook(const Hooks& hooks, const TypeObject* type, std::string_view dialect) {
  for (const TypeObject* ancestor : type->mro()) {
    const Hook* general = nullptr;
    for (const Hook& hook : hooks.hooks) {
      if (hook.type != ancestor) continue;
      if (hook.dialect == dialect) return &hook;
      if (hook.dialect.empty()) general = &hook;
    }
    if (general != nullptr) return general;
  }
  return nullptr;
}

}  // namespace

void FillCompiler(Interpreter&, python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
}

void ApplyCompileHooks(Interpreter& interpreter, const Value& value, sql::Type& type) {
  Hooks& hooks = interpreter.Service<Hooks>();
  if (hooks.hooks.empty() || hooks.running.contains(value.object())) return;
  const WhileRunning running(hooks, value);
  std::vector<sql::TypeVariant> variants = type.variants ? *type.variants : std::vector<sql::TypeVariant>{};
  for (const char* dialect : {"postgresql", "sqlite"}) {
    const Hook* hook = FindHook(hooks, python::TypeOf(value), dialect);
    if (hook == nullptr) continue;
    const Value function = hook->function;
    const std::string text = interpreter.Str(interpreter.Call(function, {value, MakeCompiler(dialect)}));
    std::erase_if(variants, [&](const sql::TypeVariant& variant) { return variant.dialect == dialect; });
    variants.push_back({dialect, sql::types::Raw(text)});
  }
  if (!variants.empty()) type.variants = std::move(variants);
}

std::optional<sql::Expression> FindElement(Interpreter& interpreter, const Value& value) {
  const Symbol method = Symbol::Intern("__clause_element__");
  if (value.object() == nullptr || interpreter.FindAttribute(value, method).is_empty()) return std::nullopt;
  const Value element = interpreter.Resolve(interpreter.CallMethod(value, "__clause_element__", {}));
  const sql::Expression* expression = FindExpression(element);
  return expression == nullptr ? std::nullopt : std::optional(*expression);
}

namespace {

/// What the script's function makes of its object for the database of the run; nullopt without one.
std::optional<std::string> HookedText(Interpreter& interpreter, const Value& value, bool is_statement) {
  const Hooks& hooks = interpreter.Service<Hooks>();
  if (hooks.hooks.empty() || value.is_empty() || value.object() == nullptr) return std::nullopt;
  if (interpreter.Service<ScriptRun>().context == nullptr) return std::nullopt;
  const std::string dialect = RequireContext(interpreter).DialectName();
  const Hook* hook = FindHook(hooks, python::TypeOf(value), dialect);
  if (hook == nullptr) return std::nullopt;
  const Value function = hook->function;
  return interpreter.Str(interpreter.Call(function, {value, MakeCompiler(dialect, is_statement)}));
}

}  // namespace

void CompileDefault(Interpreter& interpreter, const Value& value, schema::Column& column) {
  const auto text = HookedText(interpreter, value, false);
  if (text) column.server_default = sql::Expression(sql::LiteralColumn{*text, {}});
}

std::optional<sql::Text> CompileElement(Interpreter& interpreter, const Value& value) {
  const auto text = HookedText(interpreter, value, true);
  return text ? std::optional(sql::Text{sql::EscapeTextParameters(*text), {}}) : std::nullopt;
}

void RefuseCompileHooks(Interpreter& interpreter, const Value& value) {
  const Hooks& hooks = interpreter.Service<Hooks>();
  const TypeObject* type = python::TypeOf(value);
  const auto is_hooked = [&](const char* dialect) { return FindHook(hooks, type, dialect) != nullptr; };
  const bool has_run = interpreter.Service<ScriptRun>().context != nullptr;
  const std::string own = has_run ? RequireContext(interpreter).DialectName() : "postgresql";
  if (!is_hooked(own.c_str()) && (has_run || !is_hooked("sqlite"))) return;
  throw Error(ErrorKind::kUnsupported, "@compiles for " + type->name() +
                                           " is not supported: only types and elements of its own can be"
                                           " compiled by a script");
}

}  // namespace limbeck::pymodules
