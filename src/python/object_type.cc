#include <fmt/format.h>

#include <algorithm>

#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/names.h"
#include "python/special_methods.h"

// `object`: what every value can do.

namespace limbeck::python {
namespace {

/// "Can't instantiate abstract class Shape with abstract methods area, name"
void RefuseAbstract(Interpreter& interpreter, const TypeObject* type) {
  const Value* found = type->is_script_class() ? type->Find(Names().abstract_methods) : nullptr;
  if (found == nullptr) return;
  std::vector<std::string> names;
  interpreter.ForEach(Value(*found), [&](const Value& name) { names.push_back(interpreter.Str(name)); });
  if (names.empty()) return;
  std::sort(names.begin(), names.end());
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  RaiseTypeError(fmt::format("Can't instantiate abstract class {} with abstract method{} {}", type->name(),
                             names.size() == 1 ? "" : "s", text));
}

/// The native class makes its instances itself: they hold what object.__new__ does not put there.
bool HasOwnMaker(const TypeObject* type);

/// Arguments that nobody takes are a mistake, unless __init__ is there to take them.
Value MakeObject(Interpreter& interpreter, const TypeObject* type, CallArguments& arguments) {
  const bool has_arguments = !arguments.positional.empty() || !arguments.keywords.empty();
  if (has_arguments && type->slots().initialize == nullptr) {
    RaiseTypeError(fmt::format("{}() takes no arguments", type->name()));
  }
  RefuseAbstract(interpreter, type);
  if (type->layout() != Layout::kInstance || HasOwnMaker(type)) {
    RaiseTypeError(fmt::format("object.__new__({0}) is not safe, use {0}.__new__()", type->name()));
  }
  return Make<InstanceObject>(type);
}

bool HasOwnMaker(const TypeObject* type) {
  const auto is_native = [](const TypeObject* ancestor) { return !ancestor->is_script_class(); };
  const auto native = std::find_if(type->mro().begin(), type->mro().end(), is_native);
  return native != type->mro().end() && (*native)->slots().make != MakeObject;
}

std::string ObjectRepr(Interpreter&, const Value& self) {
  return fmt::format("<{} object at {:#x}>", TypeOf(self)->FullName(), reinterpret_cast<uintptr_t>(self.object()));
}

Value CompareObjects(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  if (op == CompareOp::kEqual && self.Is(other)) return Value::Bool(true);
  if (op == CompareOp::kNotEqual && self.Is(other)) return Value::Bool(false);
  return NotImplementedValue();
}

uint64_t HashObject(Interpreter&, const Value& self) {
  return reinterpret_cast<uintptr_t>(self.object()) >> 4;
}

std::string FormatObject(Interpreter& interpreter, const Value& self, std::string_view specification) {
  if (specification.empty()) return interpreter.Str(self);
  RaiseTypeError(fmt::format("unsupported format string passed to {}.__format__", TypeName(self)));
}

// ------------------------------------------------------------------------------------------ methods

Value GetAttribute(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Symbol name = Symbol::Intern(arguments.String("name"));
  arguments.Finish();
  Value found = interpreter.FindPlainAttribute(self, name);
  if (found.is_empty()) RaiseNoAttribute(self, name);
  return found;
}

Value SetAttribute(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Symbol name = Symbol::Intern(arguments.String("name"));
  const Value value = arguments.Required("value");
  arguments.Finish();
  interpreter.SetPlainAttribute(self, name, value);
  return Value::None();
}

Value DeleteAttribute(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Symbol name = Symbol::Intern(arguments.String("name"));
  arguments.Finish();
  interpreter.SetPlainAttribute(self, name, Value());
  return Value::None();
}

/// Takes no arguments itself; classes with a __new__ of their own may be given some.
Value Initialize(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const bool has_more = arguments.positional_count() > 1 || !arguments.RestKeywords().empty();
  const TypeObject* type = TypeOf(self);
  const TypeObject* owner = nullptr;
  type->Find(Names().new_, &owner);
  if (has_more && (type->slots().initialize != nullptr || owner == Types().object)) {
    RaiseTypeError(fmt::format("{}.__init__() takes exactly one argument (the instance to initialize)", type->name()));
  }
  return Value::None();
}

/// object.__init_subclass__ takes no arguments.
Value InitSubclass(Interpreter&, Arguments& arguments) {
  const Value type = arguments.Required("cls");
  if (!arguments.RestKeywords().empty()) {
    RaiseTypeError(fmt::format("{}.__init_subclass__() takes no keyword arguments",
                               static_cast<const TypeObject*>(type.object())->name()));
  }
  return Value::None();
}

/// Leaves the question whose subclass a class is to whoever asks.
Value SubclassHook(Interpreter&, Arguments& arguments) {
  arguments.Required("cls");
  arguments.Required("subclass");
  arguments.Finish();
  return NotImplementedValue();
}

Value Dir(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return interpreter.Call(*interpreter.builtins()->globals().Find(Symbol::Intern("dir")), {self});
}

constexpr NativeMethod kMethods[] = {
    {"__getattribute__", GetAttribute},
    {"__setattr__", SetAttribute},
    {"__delattr__", DeleteAttribute},
    {"__init__", Initialize},
    {"__init_subclass__", InitSubclass, MethodKind::kClassMethod},
    {"__subclasshook__", SubclassHook, MethodKind::kClassMethod},
    {"__dir__", Dir},
};

// ------------------------------------------------------------------------------------------ properties

Value GetClass(Interpreter&, const Value& self) {
  return Value(TypeOf(self));
}

void SetClass(Interpreter&, const Value& self, const Value& value) {
  const auto* type = Cast<TypeObject>(value);
  if (type == nullptr) RaiseTypeError("__class__ must be set to a class, not '" + TypeName(value) + "' object");
  if (!self.is_object() || !type->is_script_class() || type->layout() != TypeOf(self)->layout()) {
    RaiseTypeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  self.object()->set_type(type);
}

/// An instance's own names, live.
Value GetDict(Interpreter&, const Value& self) {
  ObjectWithAttributes* object = WithAttributes(self);
  if (object == nullptr || !TypeOf(self)->has_attributes() || TypeOf(self)->has_slots()) {
    RaiseNoAttribute(self, Names().dict);
  }
  return Value(&object->MakeAttributes().AsDict());
}

void SetDict(Interpreter& interpreter, const Value& self, const Value& value) {
  ObjectWithAttributes* object = WithAttributes(self);
  const auto* dict = Cast<DictObject>(value);
  if (object == nullptr || dict == nullptr) RaiseTypeError("__dict__ must be set to a dictionary");
  Namespace& names = object->MakeAttributes();
  names.Clear();
  for (const auto& entry : dict->table.entries()) {
    if (!entry.key.is_empty()) names.AsDict().table.Set(interpreter, entry.key, entry.value);
  }
}

constexpr NativeProperty kProperties[] = {
    {"__class__", GetClass, SetClass},
    {"__dict__", GetDict, SetDict},
};

}  // namespace

void FillObject(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeObject;
  slots.repr = ObjectRepr;
  slots.compare = CompareObjects;
  slots.hash = HashObject;
  slots.format = FormatObject;
  AddMethods(type, kMethods);
  AddProperties(type, kProperties);
  type.attributes().Set(Names().doc, Value::None());
  AddMethod(type, "__str__", [](Interpreter& interpreter, Arguments& arguments) {
    const Value self = arguments.Self();
    arguments.Finish();
    return MakeStr(interpreter.Repr(self));
  });
}

}  // namespace limbeck::python
