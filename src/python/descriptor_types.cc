#include <fmt/format.h>

#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/function_type.h"
#include "python/machine.h"
#include "python/names.h"
#include "python/opaque.h"
#include "python/opaque_class.h"

// property, classmethod, staticmethod and super.

namespace limbeck::python {
namespace {

// ------------------------------------------------------------------------------------------ property

PropertyObject& AsProperty(const Value& self) {
  return *static_cast<PropertyObject*>(self.object());
}

Value MakeProperty(Interpreter&, const TypeObject* type, CallArguments&) {
  return Make<PropertyObject>(type);
}

void InitializeProperty(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Arguments arguments(interpreter, "property", given);
  PropertyObject& property = AsProperty(self);
  property.getter = arguments.OrNone("fget");
  property.setter = arguments.OrNone("fset");
  property.deleter = arguments.OrNone("fdel");
  property.doc = arguments.OrNone("doc");
  arguments.Finish();
  if (property.doc.is_none() && !property.getter.is_none()) {
    const Value doc = interpreter.FindAttribute(property.getter, Names().doc);
    if (!doc.is_empty()) property.doc = doc;
  }
}

/// "property 'name' of 'User' object has no setter"
[[noreturn]] void RaiseNo(Interpreter& interpreter, const Value& self, const Value& instance, const char* what) {
  const Value getter = AsProperty(self).getter;
  const Value name = getter.is_none() ? Value() : interpreter.FindAttribute(getter, Names().name);
  const std::string quoted = name.is_empty() ? "" : " '" + interpreter.Str(name) + "'";
  Raise(Exceptions().attribute_error,
        fmt::format("property{} of '{}' object has no {}", quoted, TypeName(instance), what));
}

Value GetProperty(Interpreter& interpreter, const Value& self, const Value& instance, const TypeObject*) {
  if (instance.is_empty() || instance.is_none()) return self;
  if (AsProperty(self).getter.is_none()) RaiseNo(interpreter, self, instance, "getter");
  return interpreter.Call(Value(AsProperty(self).getter), {instance});
}

void SetProperty(Interpreter& interpreter, const Value& self, const Value& instance, const Value& value) {
  const Value function = value.is_empty() ? AsProperty(self).deleter : AsProperty(self).setter;
  if (function.is_none()) RaiseNo(interpreter, self, instance, value.is_empty() ? "deleter" : "setter");
  if (value.is_empty()) {
    interpreter.Call(function, {instance});
  } else {
    interpreter.Call(function, {instance, value});
  }
}

/// @x.setter: a copy with another function.
template <Value PropertyObject::*kMember>
Value WithFunction(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value function = arguments.Required("function");
  arguments.Finish();
  const PropertyObject& old = AsProperty(self);
  const Value copy = interpreter.Call(Value(self.object()->type()), {old.getter, old.setter, old.deleter, old.doc});
  AsProperty(copy).*kMember = function;
  return copy;
}

template <Value PropertyObject::*kMember>
Value PropertyPart(Interpreter&, const Value& self) {
  return AsProperty(self).*kMember;
}

void SetPropertyDoc(Interpreter&, const Value& self, const Value& value) {
  AsProperty(self).doc = value;
}

Value PropertyIsAbstract(Interpreter& interpreter, const Value& self) {
  const PropertyObject& property = AsProperty(self);
  for (const Value& function : {property.getter, property.setter, property.deleter}) {
    const Value marked = interpreter.FindAttribute(function, Symbol::Intern("__isabstractmethod__"));
    if (!marked.is_empty() && interpreter.Truth(marked)) return Value::Bool(true);
  }
  return Value::Bool(false);
}

constexpr NativeMethod kPropertyMethods[] = {
    {"getter", WithFunction<&PropertyObject::getter>},
    {"setter", WithFunction<&PropertyObject::setter>},
    {"deleter", WithFunction<&PropertyObject::deleter>},
};
constexpr NativeProperty kPropertyProperties[] = {
    {"fget", PropertyPart<&PropertyObject::getter>},  {"fset", PropertyPart<&PropertyObject::setter>},
    {"fdel", PropertyPart<&PropertyObject::deleter>}, {"__doc__", PropertyPart<&PropertyObject::doc>, SetPropertyDoc},
    {"__isabstractmethod__", PropertyIsAbstract},
};

// ------------------------------------------------------------------------------------------ classmethod, staticmethod

template <typename T>
T& AsWrapper(const Value& self) {
  return *static_cast<T*>(self.object());
}

template <typename T>
Value MakeWrapper(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, type->name(), given);
  Value function = arguments.Required("function");
  arguments.Finish();
  return Make<T>(std::move(function), type);
}

template <typename T>
Value Wrapped(Interpreter&, const Value& self) {
  return AsWrapper<T>(self).function;
}

template <typename T>
std::string WrapperRepr(Interpreter& interpreter, const Value& self) {
  return fmt::format("<{}({})>", TypeName(self), interpreter.Repr(AsWrapper<T>(self).function));
}

/// Name and doc are those of the function.
template <typename T>
Value WrapperAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  Value found = interpreter.FindPlainAttribute(self, name);
  const WellKnownNames& names = Names();
  const bool copied = name == names.name || name == names.qualname || name == names.doc || name == names.module ||
                      name == names.annotations || name.text() == "__isabstractmethod__";
  if (!copied) return found;
  Value of_function = interpreter.FindAttribute(AsWrapper<T>(self).function, name);
  return of_function.is_empty() ? found : of_function;
}

Value GetClassMethod(Interpreter& interpreter, const Value& self, const Value& instance, const TypeObject* owner) {
  const Value& function = AsWrapper<ClassMethodObject>(self).function;
  const Value type(owner != nullptr ? owner : TypeOf(instance));
  if (IsMethod(function) || Cast<NativeFunctionObject>(function) != nullptr) {
    return Value(new BoundMethodObject(function, type));
  }
  return Bind(interpreter, function, type, TypeOf(type));
}

Value GetStaticMethod(Interpreter&, const Value& self, const Value&, const TypeObject*) {
  return AsWrapper<StaticMethodObject>(self).function;
}

Value CallStaticMethod(Interpreter& interpreter, const Value& self, CallArguments& arguments) {
  return interpreter.Call(Value(AsWrapper<StaticMethodObject>(self).function), arguments);
}

constexpr NativeProperty kClassMethodProperties[] = {
    {"__func__", Wrapped<ClassMethodObject>},
    {"__wrapped__", Wrapped<ClassMethodObject>},
};
constexpr NativeProperty kStaticMethodProperties[] = {
    {"__func__", Wrapped<StaticMethodObject>},
    {"__wrapped__", Wrapped<StaticMethodObject>},
};

// ------------------------------------------------------------------------------------------ super

struct SuperObject : Object {
  SuperObject(Value after, Value bound, const TypeObject* type)
      : Object(Types().super), owner(std::move(after)), self(std::move(bound)), self_type(type) {}
  const Value owner;
  const Value self;
  const TypeObject* const self_type;  ///< in whose order the classes stand: the class of self, or self
};

const SuperObject& AsSuper(const Value& self) {
  return *static_cast<const SuperObject*>(self.object());
}

Value SuperAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  const SuperObject& super = AsSuper(self);
  if (name == Names().klass) return Value(Types().super);
  const auto& mro = super.self_type->mro();
  size_t i = 0;
  while (i < mro.size() && mro[i] != super.owner.object()) ++i;
  for (++i; i < mro.size(); ++i) {
    const Value* found = mro[i]->attributes().Find(name);
    if (mro[i] == Types().object && name == Names().init) {
      if (const Value* opaque = OpaqueAncestor(*super.self_type)) return *opaque;
    }
    if (found == nullptr) continue;
    const bool of_class = super.self.is_object() && super.self.object() == super.self_type;
    return Bind(interpreter, Value(*found), of_class ? Value() : super.self, super.self_type);
  }
  if (const Value* ancestor = OpaqueAncestor(*super.self_type)) return OpaqueMember(*ancestor, name);
  Raise(Exceptions().attribute_error, fmt::format("'super' object has no attribute '{}'", name.text()));
}

Value MakeSuperByCall(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "super", given);
  const Value owner = arguments.Required("type");
  const Value self = arguments.Required("object");
  arguments.Finish();
  return MakeSuper(interpreter, owner, self);
}

std::string SuperRepr(Interpreter&, const Value& self) {
  return fmt::format("<super: <class '{}'>, <{} object>>",
                     static_cast<TypeObject*>(AsSuper(self).owner.object())->name(), AsSuper(self).self_type->name());
}

}  // namespace

Value MakeSuper(Interpreter&, const Value& owner, const Value& self) {
  const auto* type = Cast<TypeObject>(owner);
  if (type == nullptr) RaiseTypeError("super() argument 1 must be a type, not " + TypeName(owner));
  const auto* self_as_type = Cast<TypeObject>(self);
  if (self_as_type != nullptr && self_as_type->IsSubtypeOf(type)) {
    return Value(new SuperObject(owner, self, self_as_type));
  }
  if (!TypeOf(self)->IsSubtypeOf(type)) {
    RaiseTypeError("super(type, obj): obj must be an instance or subtype of type");
  }
  return Value(new SuperObject(owner, self, TypeOf(self)));
}

void FillProperty(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeProperty;
  slots.initialize = InitializeProperty;
  slots.descriptor_get = GetProperty;
  slots.descriptor_set = SetProperty;
  AddMethods(type, kPropertyMethods);
  AddProperties(type, kPropertyProperties);
}

void FillClassMethod(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeWrapper<ClassMethodObject>;
  slots.repr = WrapperRepr<ClassMethodObject>;
  slots.get_attribute = WrapperAttribute<ClassMethodObject>;
  slots.descriptor_get = GetClassMethod;
  type.set_has_attributes(true);
  AddProperties(type, kClassMethodProperties);
}

void FillStaticMethod(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeWrapper<StaticMethodObject>;
  slots.repr = WrapperRepr<StaticMethodObject>;
  slots.get_attribute = WrapperAttribute<StaticMethodObject>;
  slots.descriptor_get = GetStaticMethod;
  slots.call = CallStaticMethod;
  type.set_has_attributes(true);
  AddProperties(type, kStaticMethodProperties);
}

void FillSuper(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeSuperByCall;
  slots.repr = SuperRepr;
  slots.get_attribute = SuperAttribute;
}

}  // namespace limbeck::python
