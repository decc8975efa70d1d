#include "python/import.h"
#include "python/machine.h"
#include "python/opaque.h"
#include "python/waiting_imports.h"

namespace limbeck::python {

void Interpreter::Machine::ExecuteImport(Frame& frame, const ast::Import& stmt) {
  Importer& importer = interpreter_.importer();
  for (const ast::ImportName& name : stmt.names) {
    frame.at = name.span;
    const std::string& module = name.module.text();
    Value value;
    if (MayWait(interpreter_, frame, module)) {
      value = name.has_alias ? PromiseModule(interpreter_, module) : PromiseTop(interpreter_, frame, module);
    } else {
      value = name.has_alias ? importer.Import(module) : importer.ImportTop(module);
    }
    StoreName(frame, name.bound, std::move(value));
  }
}

void Interpreter::Machine::ExecuteImportFrom(Frame& frame, const ast::ImportFrom& stmt) {
  Importer& importer = interpreter_.importer();
  const std::string written = stmt.module ? stmt.module.text() : "";
  const std::string name = Importer::Absolute(*frame.module_run().module, stmt.level, written);
  if (name == "__future__") return;
  if (!stmt.is_star && MayWait(interpreter_, frame, name)) {
    for (const ast::ImportedName& imported : stmt.names) {
      StoreName(frame, imported.bound, PromiseName(interpreter_, name, imported.name));
    }
    return;
  }
  const Value module = importer.Import(name);
  if (stmt.is_star) return ImportStar(frame, module);
  for (const ast::ImportedName& imported : stmt.names) {
    frame.at = imported.span;
    StoreName(frame, imported.bound, importer.ImportFrom(module, name, imported.name));
  }
}

/// The names in __all__, or all that do not begin with an underscore.
void Interpreter::Machine::ImportStar(Frame& frame, const Value& from) {
  const Value module = interpreter_.Resolve(from);
  if (IsOpaque(module)) return frame.module_run().opaque_stars.push_back(module);
  Namespace& globals = frame.module_run().module->globals();
  const Value all = interpreter_.FindAttribute(module, Names().all);
  const auto* object = Cast<ModuleObject>(module);
  if (!all.is_empty()) {
    interpreter_.ForEach(all, [&](const Value& item) {
      const auto* text = Cast<StrObject>(item);
      if (text == nullptr) RaiseTypeError("Item in __all__ must be str, not " + TypeName(item));
      Value found = interpreter_.FindAttribute(module, text->symbol());
      // A name in __all__ may be a sub-module that nobody has imported yet.
      if (found.is_empty() && object != nullptr && interpreter_.HasModule(object->name() + "." + text->text())) {
        found = interpreter_.Import(object->name() + "." + text->text());
      }
      globals.Set(text->symbol(), found.is_empty() ? interpreter_.GetAttribute(module, text->symbol()) : found);
    });
    return;
  }
  if (object == nullptr) return;
  object->globals().ForEach([&globals](Symbol name, const Value& value) {
    if (!name.text().starts_with('_')) globals.Set(name, value);
  });
}

}  // namespace limbeck::python
