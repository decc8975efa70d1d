#include <fmt/format.h>

#include <algorithm>

#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/builtins.h"
#include "python/exception_types.h"
#include "python/import.h"
#include "python/machine.h"
#include "python/memory_view.h"
#include "python/sandbox.h"

// Built-in functions that look at attributes, names and modules.

namespace limbeck::python {
namespace {

Symbol AttributeName(Interpreter& interpreter, const Value& given) {
  const Value name = interpreter.Resolve(given);
  const auto* text = Cast<StrObject>(name);
  if (text == nullptr) RaiseTypeError(fmt::format("attribute name must be string, not '{}'", TypeName(name)));
  return text->symbol();
}

Value GetAttr(Interpreter& interpreter, Arguments& arguments) {
  const Value object = arguments.Required("object");
  const Symbol name = AttributeName(interpreter, arguments.Required("name"));
  Value fallback = arguments.Optional("default");
  arguments.Finish();
  if (fallback.is_empty()) return interpreter.GetAttribute(object, name);
  Value found = interpreter.FindAttribute(object, name);
  return found.is_empty() ? fallback : found;
}

Value HasAttr(Interpreter& interpreter, Arguments& arguments) {
  const Value object = interpreter.Resolve(arguments.Required("object"));
  const Symbol name = AttributeName(interpreter, arguments.Required("name"));
  arguments.Finish();
  return Value::Bool(!interpreter.FindAttribute(object, name).is_empty());
}

Value SetAttr(Interpreter& interpreter, Arguments& arguments) {
  const Value object = arguments.Required("object");
  const Symbol name = AttributeName(interpreter, arguments.Required("name"));
  const Value value = arguments.Required("value");
  arguments.Finish();
  interpreter.SetAttribute(object, name, value);
  return Value::None();
}

Value DelAttr(Interpreter& interpreter, Arguments& arguments) {
  const Value object = arguments.Required("object");
  const Symbol name = AttributeName(interpreter, arguments.Required("name"));
  arguments.Finish();
  interpreter.DeleteAttribute(object, name);
  return Value::None();
}

Value IsInstance(Interpreter& interpreter, Arguments& arguments) {
  const Value object = arguments.Required("object");
  const Value type = arguments.Required("class_or_tuple");
  arguments.Finish();
  return Value::Bool(interpreter.IsInstance(object, type));
}

Value IsSubclass(Interpreter& interpreter, Arguments& arguments) {
  const Value object = arguments.Required("cls");
  const Value type = arguments.Required("class_or_tuple");
  arguments.Finish();
  return Value::Bool(interpreter.IsSubclass(object, type));
}

Value Callable(Interpreter& interpreter, Arguments& arguments) {
  const Value object = interpreter.Resolve(arguments.Required("object"));
  arguments.Finish();
  if (!object.is_object()) return Value::Bool(false);
  const Layout layout = object.object()->type()->layout();
  const bool is_function =
      layout == Layout::kFunction || layout == Layout::kNativeFunction || layout == Layout::kBoundMethod;
  return Value::Bool(is_function || object.object()->type()->slots().call != nullptr);
}

// ------------------------------------------------------------------------------------------ names

Frame& CallerOf(Interpreter& interpreter, const char* function) {
  Frame* frame = interpreter.machine().frame();
  if (frame == nullptr) Raise(Exceptions().runtime_error, std::string(function) + "(): no current frame");
  return *frame;
}

Value Globals(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return Value(&CallerOf(interpreter, "globals").module_run().module->globals().AsDict());
}

/// Variables of a function as they are now; what is changed in the dict does not reach them.
Value LocalsOf(Frame& frame) {
  if (frame.class_scope != nullptr) {
    return frame.class_scope->prepared.is_empty() ? Value(&frame.class_scope->names->AsDict())
                                                  : frame.class_scope->prepared;
  }
  if (frame.code->kind == ast::CodeKind::kModule) return Value(&frame.module_run().module->globals().AsDict());
  const auto locals = MakeDict();
  const auto add = [&locals](Symbol name, const Value& value) {
    if (!value.is_empty()) locals->table.Set(name, value);
  };
  for (uint32_t i = 0; i < frame.code->slots.size(); ++i) add(frame.code->slots[i], frame.slots[i]);
  for (uint32_t i = 0; i < frame.code->cells.size(); ++i) add(frame.code->cells[i].name, frame.cell(i).value);
  for (uint32_t i = 0; i < frame.code->frees.size(); ++i) {
    if (i != frame.code->class_free) add(frame.code->frees[i].name, frame.frees[i]->value);
  }
  return locals;
}

Value Locals(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return LocalsOf(CallerOf(interpreter, "locals"));
}

Value Vars(Interpreter& interpreter, Arguments& arguments) {
  const Value object = interpreter.Resolve(arguments.Optional("object"));
  arguments.Finish();
  if (object.is_empty()) return LocalsOf(CallerOf(interpreter, "vars"));
  Value dict = interpreter.FindAttribute(object, Names().dict);
  if (dict.is_empty()) RaiseTypeError("vars() argument must have __dict__ attribute");
  return dict;
}

void AddNames(const Namespace& names, std::vector<std::string>& texts) {
  names.ForEach([&texts](Symbol name, const Value&) { texts.push_back(name.text()); });
}

std::vector<std::string> NamesOf(const Value& object) {
  std::vector<std::string> texts;
  if (const auto* module = Cast<ModuleObject>(object)) {
    AddNames(module->globals(), texts);
    return texts;
  }
  const auto* as_type = Cast<TypeObject>(object);
  for (const TypeObject* type : (as_type == nullptr ? TypeOf(object) : as_type)->mro()) {
    AddNames(type->attributes(), texts);
  }
  const ObjectWithAttributes* own = WithAttributes(object);
  if (own != nullptr && own->attributes() != nullptr) AddNames(*own->attributes(), texts);
  return texts;
}

Value Dir(Interpreter& interpreter, Arguments& arguments) {
  const Value object = interpreter.Resolve(arguments.Optional("object"));
  arguments.Finish();
  std::vector<std::string> texts;
  if (object.is_empty()) {
    interpreter.ForEach(LocalsOf(CallerOf(interpreter, "dir")),
                        [&](const Value& name) { texts.push_back(interpreter.Str(name)); });
  } else {
    texts = NamesOf(object);
  }
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  std::vector<Value> names;
  for (const std::string& text : texts) names.push_back(MakeStr(text));
  return MakeList(std::move(names));
}

/// __import__(name, globals=None, locals=None, fromlist=(), level=0)
Value Import(Interpreter& interpreter, Arguments& arguments) {
  const std::string written = arguments.String("name");
  arguments.OrNone("globals");
  arguments.OrNone("locals");
  const Value from = arguments.OrNone("fromlist");
  const int64_t level = arguments.Int("level", 0);
  arguments.Finish();
  Importer& importer = interpreter.importer();
  const ModuleObject& importing = *CallerOf(interpreter, "__import__").module_run().module;
  const std::string name = Importer::Absolute(importing, static_cast<uint32_t>(level), written);
  return interpreter.Truth(from) ? importer.Import(name) : importer.ImportTop(name);
}

constexpr NativeFunction kFunctions[] = {
    {"getattr", GetAttr},
    {"hasattr", HasAttr},
    {"setattr", SetAttr},
    {"delattr", DelAttr},
    {"isinstance", IsInstance},
    {"issubclass", IsSubclass},
    {"callable", Callable},
    {"globals", Globals},
    {"locals", Locals},
    {"vars", Vars},
    {"dir", Dir},
    {"__import__", Import},
};

}  // namespace

void AddEvaluatorFunctions(Interpreter&, ModuleObject& builtins) {
  AddFunctions(builtins, kFunctions);
  AddSandboxFunctions(builtins);
}

Ref<ModuleObject> MakeBuiltins(Interpreter& interpreter) {
  auto module = Make<ModuleObject>("builtins");
  Namespace& names = module->globals();
  const auto set = [&names](const std::string& name, Value value) {
    names.Set(Symbol::Intern(name), std::move(value));
  };
  const BuiltinTypes& types = Types();
  for (const TypeObject* type : {types.object,  types.type,     types.boolean,      types.integer,       types.floating,
                                 types.complex, types.str,      types.bytes,        types.byte_array,    types.list,
                                 types.tuple,   types.dict,     types.set,          types.frozen_set,    types.range,
                                 types.slice,   types.property, types.class_method, types.static_method, types.super}) {
    set(type->name(), Value(type));
  }
  set("memoryview", Value(MemoryViewType()));
  ForEachExceptionType([&set](TypeObject& type) { set(type.name(), Value(static_cast<Object*>(&type))); });
  set("EnvironmentError", Value(Exceptions().os_error));
  set("IOError", Value(Exceptions().os_error));
  set("NotImplemented", NotImplementedValue());
  set("Ellipsis", EllipsisValue());
  set("__debug__", Value::Bool(true));
  set("__name__", MakeStr("builtins"));
  AddBuiltinFunctions(interpreter, *module);
  AddEvaluatorFunctions(interpreter, *module);
  return module;
}

}  // namespace limbeck::python
