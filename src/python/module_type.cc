#include <fmt/format.h>

#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/import.h"
#include "python/names.h"
#include "python/special_methods.h"
#include "python/waiting_imports.h"

// Modules as values.

namespace limbeck::python {
namespace {

ModuleObject& AsModule(const Value& self) {
  return *static_cast<ModuleObject*>(self.object());
}

/// collections.abc, app.models: in CPython, somebody has imported them by the time that a script asks. Where imports
/// wait, those of the project's modules may be among what did not run.
Value PartOfPackage(Interpreter& interpreter, const ModuleObject& module, Symbol name) {
  Importer& importer = interpreter.importer();
  const std::string& package = module.name();
  const bool is_project = importer.IsProject(package);
  const bool may_be = !is_project || (interpreter.options().defer_imports && !module.is_loading());
  if (!may_be || name.text().starts_with("__")) return {};
  const std::string part = package + "." + name.text();
  return importer.Find(part) ? importer.Import(part) : Value();
}

/// Globals first; then names that are made on demand, the type's own, and __getattr__ of the module.
Value GetAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  ModuleObject& module = AsModule(self);
  if (const Value* found = module.globals().Find(name)) return *found;
  if (module.fallback()) {
    Value made = module.fallback()(interpreter, name);
    if (!made.is_empty()) {
      module.globals().Set(name, made);
      return made;
    }
  }
  if (RunImportsOf(interpreter, module.name(), name)) {
    if (const Value* found = module.globals().Find(name)) return *found;
  }
  Value plain = interpreter.FindPlainAttribute(self, name);
  if (!plain.is_empty()) return plain;
  const Value* function = module.globals().Find(Names().get_missing_attribute);
  if (function != nullptr) return interpreter.Call(Value(*function), {MakeStr(name)});
  return PartOfPackage(interpreter, module, name);
}

void SetAttribute(Interpreter&, const Value& self, Symbol name, const Value& value) {
  ModuleObject& module = AsModule(self);
  if (!value.is_empty()) return module.globals().Set(name, value);
  if (!module.globals().Erase(name)) RaiseNoAttribute(self, name);
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  const Value* file = AsModule(self).globals().Find(Names().file);
  if (file == nullptr) return fmt::format("<module '{}' (built-in)>", AsModule(self).name());
  return fmt::format("<module '{}' from {}>", AsModule(self).name(), interpreter.Repr(*file));
}

Value GetDict(Interpreter&, const Value& self) {
  return Value(&AsModule(self).globals().AsDict());
}

constexpr NativeProperty kProperties[] = {{"__dict__", GetDict}};

Value MakeModule(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "module", given);
  const std::string name = arguments.String("name");
  const Value doc = arguments.OrNone("doc");
  arguments.Finish();
  auto module = Make<ModuleObject>(name);
  module->globals().Set(Names().name, MakeStr(name));
  module->globals().Set(Names().doc, doc);
  return module;
}

}  // namespace

void FillModule(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeModule;
  slots.repr = Repr;
  slots.get_attribute = GetAttribute;
  slots.set_attribute = SetAttribute;
  AddProperties(type, kProperties);
}

}  // namespace limbeck::python
