#include <fmt/format.h>

#include "base/text.h"
#include "python/machine.h"

// Names: reading, binding and deleting them where the resolver said they are.

namespace limbeck::python {

Value Interpreter::Machine::LoadName(Frame& frame, const ast::NameRef& name, Span span) {
  switch (name.access) {
    case ast::NameAccess::kSlot: {
      const Value& value = frame.slots[name.index];
      if (!value.is_empty()) return value;
      break;
    }
    case ast::NameAccess::kCell: {
      const Value& value = frame.cell(name.index).value;
      if (!value.is_empty()) return value;
      break;
    }
    case ast::NameAccess::kFree: {
      const Value& value = frame.frees[name.index]->value;
      if (!value.is_empty()) return value;
      break;
    }
    case ast::NameAccess::kGlobal:
      return LoadGlobal(frame, name, span);
    case ast::NameAccess::kClassName:
    case ast::NameAccess::kClassFree:
      return LoadClassName(frame, name, span);
  }
  RaiseUnbound(frame, name, span);
}

namespace {

const Value* FindCached(Namespace& names, uint32_t index, Symbol name) {
  if (index >= names.capacity()) return nullptr;
  const Namespace::Entry& entry = names.At(index);
  return entry.name == name && !entry.value.is_empty() ? &entry.value : nullptr;
}

}  // namespace

Value Interpreter::Machine::LoadGlobal(Frame& frame, const ast::NameRef& name, Span span) {
  ModuleRun& run = frame.module_run();
  Namespace& globals = run.module->globals();
  GlobalCache& cache = run.globals[name.index];
  if (const Value* value = FindCached(globals, cache.index, name.symbol)) return *value;
  Namespace& builtins = interpreter_.builtins_->globals();
  if (cache.absent_capacity == globals.capacity() && !globals.is_dict()) {
    if (const Value* value = FindCached(builtins, cache.builtin_index, name.symbol)) return *value;
  }
  if (const Value* value = globals.Find(name.symbol)) {
    cache.index = globals.IndexOf(name.symbol);
    return *value;
  }
  const Value* value = builtins.Find(name.symbol);
  if (value == nullptr && !run.opaque_stars.empty()) {
    return interpreter_.GetAttribute(run.opaque_stars.back(), name.symbol);
  }
  if (value == nullptr) RaiseUnbound(frame, name, span);
  if (globals.IndexOf(name.symbol) == Namespace::kNowhere) {
    cache.builtin_index = builtins.IndexOf(name.symbol);
    cache.absent_capacity = globals.capacity();
  }
  return *value;
}

/// A class body sees its own names first; the metaclass may have given it a mapping of its own.
Value Interpreter::Machine::LoadClassName(Frame& frame, const ast::NameRef& name, Span span) {
  const ClassScope& scope = *frame.class_scope;
  if (!scope.prepared.is_empty()) {
    frame.at = span;
    Value value = EmptyIfRaised(Exceptions().key_error,
                                [&] { return interpreter_.GetItem(scope.prepared, MakeStr(name.symbol)); });
    if (!value.is_empty()) return value;
  } else if (const Value* value = scope.names->Find(name.symbol)) {
    return *value;
  }
  if (name.access == ast::NameAccess::kClassName) return LoadGlobal(frame, name, span);
  const Value& value = frame.frees[name.index]->value;
  if (value.is_empty()) RaiseUnbound(frame, name, span);
  return value;
}

void Interpreter::Machine::StoreName(Frame& frame, const ast::NameRef& name, Value value) {
  switch (name.access) {
    case ast::NameAccess::kSlot:
      std::swap(frame.slots[name.index], value);
      return;
    case ast::NameAccess::kCell:
      std::swap(frame.cell(name.index).value, value);
      return;
    case ast::NameAccess::kFree:
      std::swap(frame.frees[name.index]->value, value);
      return;
    case ast::NameAccess::kGlobal:
      return StoreGlobal(frame, name, std::move(value));
    case ast::NameAccess::kClassName:
    case ast::NameAccess::kClassFree:
      if (frame.class_scope->prepared.is_empty()) {
        frame.class_scope->names->Set(name.symbol, std::move(value));
      } else {
        interpreter_.SetItem(frame.class_scope->prepared, MakeStr(name.symbol), value);
      }
      return;
  }
}

void Interpreter::Machine::StoreGlobal(Frame& frame, const ast::NameRef& name, Value value) {
  ModuleRun& run = frame.module_run();
  Namespace& globals = run.module->globals();
  uint32_t& index = run.globals[name.index].index;
  if (FindCached(globals, index, name.symbol) != nullptr) {
    std::swap(globals.At(index).value, value);
    return;
  }
  globals.Set(name.symbol, std::move(value));
  index = globals.IndexOf(name.symbol);
}

void Interpreter::Machine::DeleteName(Frame& frame, const ast::NameRef& name, Span span) {
  Value* variable = nullptr;
  switch (name.access) {
    case ast::NameAccess::kSlot:
      variable = &frame.slots[name.index];
      break;
    case ast::NameAccess::kCell:
      variable = &frame.cell(name.index).value;
      break;
    case ast::NameAccess::kFree:
      variable = &frame.frees[name.index]->value;
      break;
    case ast::NameAccess::kGlobal:
      if (!frame.module_run().module->globals().Erase(name.symbol)) RaiseUnbound(frame, name, span);
      return;
    case ast::NameAccess::kClassName:
    case ast::NameAccess::kClassFree:
      if (!frame.class_scope->prepared.is_empty()) {
        interpreter_.DeleteItem(frame.class_scope->prepared, MakeStr(name.symbol));
      } else if (!frame.class_scope->names->Erase(name.symbol)) {
        RaiseUnbound(frame, name, span);
      }
      return;
  }
  if (variable->is_empty()) RaiseUnbound(frame, name, span);
  const Value gone = std::move(*variable);
}

void Interpreter::Machine::RaiseUnbound(Frame& frame, const ast::NameRef& name, Span span) {
  frame.at = span;
  const std::string& text = name.symbol.text();
  const bool is_local = name.access == ast::NameAccess::kSlot || name.access == ast::NameAccess::kCell;
  if (is_local && frame.code->kind != ast::CodeKind::kModule) {
    Raise(Exceptions().unbound_local_error,
          fmt::format("cannot access local variable '{}' where it is not associated with a value", text));
  }
  if (name.access == ast::NameAccess::kFree || name.access == ast::NameAccess::kClassFree) {
    Raise(Exceptions().name_error,
          fmt::format("cannot access free variable '{}' where it is not associated with a value in enclosing scope",
                      text));
  }
  auto made = MakeException(Exceptions().name_error, fmt::format("name '{}' is not defined", text));
  made->MakeAttributes().Set(Symbol::Intern("name"), MakeStr(text));
  throw ScriptError(std::move(made));
}

}  // namespace limbeck::python
