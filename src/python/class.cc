#include "python/class.h"

#include <fmt/format.h>

#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/machine.h"
#include "python/opaque_class.h"
#include "python/special_methods.h"

namespace limbeck::python {
namespace {

bool MayBeBase(const TypeObject* type) {
  const BuiltinTypes& types = Types();
  for (const TypeObject* closed :
       {types.boolean, types.none, types.function, types.range, types.slice, types.ellipsis, types.not_implemented,
        types.bound_method, types.native_function, types.generator, types.coroutine, types.cell, types.dict_keys,
        types.dict_values, types.dict_items, types.mapping_proxy, types.union_type, types.complex}) {
    if (type == closed) return false;
  }
  return true;
}

std::vector<Ref<TypeObject>> BaseTypes(const std::vector<Value>& bases) {
  std::vector<Ref<TypeObject>> types;
  for (const Value& base : bases) {
    auto* type = Cast<TypeObject>(base);
    if (type == nullptr) RaiseTypeError("bases must be types");
    if (!MayBeBase(type)) RaiseTypeError(fmt::format("type '{}' is not an acceptable base type", type->name()));
    for (const auto& other : types) {
      if (other.get() == type) RaiseTypeError("duplicate base class " + type->name());
    }
    types.emplace_back(type);
  }
  if (types.empty()) types.emplace_back(Types().object);
  return types;
}

/// C++ objects have one layout.
void CheckLayouts(const std::vector<Ref<TypeObject>>& bases) {
  const auto special = [](const Ref<TypeObject>& type) { return type->layout() != Layout::kInstance; };
  const TypeObject* first = nullptr;
  for (const auto& base : bases) {
    if (!special(base)) continue;
    if (first != nullptr && first->layout() != base->layout()) {
      RaiseTypeError("multiple bases have instance lay-out conflict");
    }
    first = base.get();
  }
}

std::string TakeText(Namespace& attributes, Symbol name, const std::string& fallback) {
  const Value* found = attributes.Find(name);
  const auto* text = found == nullptr ? nullptr : Cast<StrObject>(*found);
  if (found != nullptr && text == nullptr) RaiseTypeError("type __qualname__ must be a str, not " + TypeName(*found));
  std::string taken = text == nullptr ? fallback : text->text();
  if (text != nullptr) attributes.Erase(name);
  return taken;
}

/// What is implicitly a class method or a static method.
void WrapImplicit(Namespace& attributes) {
  if (Value* maker = attributes.Find(Names().new_); maker != nullptr && Cast<FunctionObject>(*maker) != nullptr) {
    *maker = Value(new StaticMethodObject(Value(*maker)));
  }
  for (const Symbol name : {Names().init_subclass, Names().class_get_item}) {
    Value* found = attributes.Find(name);
    if (found != nullptr && Cast<FunctionObject>(*found) != nullptr) {
      *found = Value(new ClassMethodObject(Value(*found)));
    }
  }
}

/// With __slots__ in the whole line, only those names may be set.
void ReadSlotNames(Interpreter& interpreter, TypeObject& type) {
  const Value* slots = type.attributes().Find(Names().slots);
  std::vector<Symbol> names;
  for (const TypeObject* ancestor : type.mro()) {
    if (ancestor == &type || ancestor->bases().empty()) continue;
    if (!ancestor->has_attributes()) continue;
    if (ancestor->slot_names().empty() && !ancestor->has_slots()) return type.set_has_attributes(true);
    names.insert(names.end(), ancestor->slot_names().begin(), ancestor->slot_names().end());
  }
  type.set_has_attributes(true);
  if (slots == nullptr) return;
  const auto add = [&](const Value& item) {
    const auto* text = Cast<StrObject>(item);
    if (text == nullptr) {
      RaiseTypeError(fmt::format("__slots__ items must be strings, not '{}'", TypeName(item)));
    }
    names.push_back(text->symbol());
  };
  if (Cast<StrObject>(*slots) != nullptr) {
    add(*slots);
  } else {
    interpreter.ForEach(Value(*slots), add);
  }
  for (const Symbol name : names) {
    if (name == Names().dict) return;
  }
  for (const Symbol name : names) {
    if (type.attributes().Find(name) == nullptr || name == Names().weakref) continue;
    RaiseValueError(fmt::format("'{}' in __slots__ conflicts with class variable", name.text()));
  }
  type.set_slot_names(std::move(names));
}

void SetClassNames(Interpreter& interpreter, TypeObject& type, const std::string& name) {
  Namespace& attributes = type.attributes();
  type.set_qualname(TakeText(attributes, Names().qualname, name));
  const Value* module = attributes.Find(Names().module);
  if (module == nullptr) {
    const Frame* frame = interpreter.machine().frame();
    const Value* of_frame = frame == nullptr ? nullptr : frame->module_run().module->globals().Find(Names().name);
    if (of_frame != nullptr) attributes.Set(Names().module, Value(*of_frame));
    module = attributes.Find(Names().module);
  }
  const auto* text = module == nullptr ? nullptr : Cast<StrObject>(*module);
  if (text != nullptr) type.set_module(text->text());
  if (attributes.Find(Names().doc) == nullptr) attributes.Set(Names().doc, Value::None());
}

/// Tells each attribute that wants to know under which name it is in the class.
void CallSetName(Interpreter& interpreter, const Value& type, const Namespace& attributes) {
  std::vector<std::pair<Symbol, Value>> listed;
  attributes.ForEach([&](Symbol name, const Value& value) {
    if (value.is_object() && value.object()->type()->Find(Names().set_name) != nullptr)
      listed.emplace_back(name, value);
  });
  for (const auto& [name, value] : listed) CallSpecial(interpreter, value, Names().set_name, {type, MakeStr(name)});
}

/// super(cls, cls).__init_subclass__(**keywords)
void CallInitSubclass(Interpreter& interpreter, const TypeObject& type,
                      std::span<const std::pair<Symbol, Value>> keywords) {
  for (size_t i = 1; i < type.mro().size(); ++i) {
    const Value* found = type.mro()[i]->attributes().Find(Names().init_subclass);
    if (found == nullptr) continue;
    if (type.mro()[i] == Types().object && OpaqueAncestor(type) != nullptr) return;
    interpreter.Call(Bind(interpreter, Value(*found), Value(), &type), CallArguments{{}, keywords});
    return;
  }
}

}  // namespace

const TypeObject* MetatypeFor(const TypeObject* asked, const std::vector<Value>& bases) {
  const TypeObject* winner = asked;
  for (const Value& base : bases) {
    const TypeObject* candidate = TypeOf(base);
    // A metaclass of a package that is not there does what only the package knows: its classes are plain ones.
    if (OpaqueAncestor(*winner) != nullptr) winner = Types().type;
    if (winner->IsSubtypeOf(candidate) || OpaqueAncestor(*candidate) != nullptr) continue;
    if (!candidate->IsSubtypeOf(winner)) {
      RaiseTypeError(
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of "
          "all its bases");
    }
    winner = candidate;
  }
  return winner;
}

Value MakeClass(Interpreter& interpreter, const ClassParts& parts, Namespace& attributes,
                std::span<const std::pair<Symbol, Value>> keywords) {
  std::vector<Ref<TypeObject>> bases = BaseTypes(parts.bases);
  CheckLayouts(bases);
  auto type = Make<TypeObject>(parts.metatype, parts.name, Layout::kInstance);
  const Value self(type);
  type->set_is_script_class(true);
  Value cell;
  attributes.ForEach([&](Symbol name, const Value& value) {
    if (name == Names().class_cell) {
      cell = value;
    } else {
      type->attributes().Set(name, value);
    }
  });
  SetClassNames(interpreter, *type, parts.name);
  WrapImplicit(type->attributes());
  if (type->attributes().Find(Names().equal) != nullptr && type->attributes().Find(Names().hash) == nullptr) {
    type->attributes().Set(Names().hash, Value::None());
  }
  UseSpecialMethods(*type);
  type->SetBases(std::move(bases));
  ReadSlotNames(interpreter, *type);
  if (auto* box = Cast<CellObject>(cell)) box->value = self;
  interpreter.machine().KeepClass(type);
  CallSetName(interpreter, self, type->attributes());
  CallInitSubclass(interpreter, *type, keywords);
  return self;
}

}  // namespace limbeck::python
