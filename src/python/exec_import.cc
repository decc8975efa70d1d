#include "python/import.h"
#include "python/machine.h"

namespace limbeck::python {

void Interpreter::Machine::ExecuteImport(Frame& frame, const ast::Import& stmt) {
  Importer& importer = interpreter_.importer();
  for (const ast::ImportName& name : stmt.names) {
    frame.at = name.span;
    const std::string& module = name.module.text();
    Value value = name.has_alias ? importer.Import(module) : importer.ImportTop(module);
    StoreName(frame, name.bound, std::move(value));
  }
}

void Interpreter::Machine::ExecuteImportFrom(Frame& frame, const ast::ImportFrom& stmt) {
  Importer& importer = interpreter_.importer();
  const std::string written = stmt.module ? stmt.module.text() : "";
  const std::string name = Importer::Absolute(*frame.module_run().module, stmt.level, written);
  if (name == "__future__") return;
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
  Namespace& globals = frame.module_run().module->globals();
  const Value all = interpreter_.FindAttribute(module, Names().all);
  if (!all.is_empty()) {
    interpreter_.ForEach(all, [&](const Value& item) {
      const auto* text = Cast<StrObject>(item);
      if (text == nullptr) RaiseTypeError("Item in __all__ must be str, not " + TypeName(item));
      globals.Set(text->symbol(), interpreter_.GetAttribute(module, text->symbol()));
    });
    return;
  }
  const auto* object = Cast<ModuleObject>(module);
  if (object == nullptr) return;
  object->globals().ForEach([&globals](Symbol name, const Value& value) {
    if (!name.text().starts_with('_')) globals.Set(name, value);
  });
}

}  // namespace limbeck::python
