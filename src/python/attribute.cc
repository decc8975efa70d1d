#include "python/attribute.h"

#include <fmt/format.h>

#include <algorithm>

#include "python/builtin_types.h"
#include "python/import.h"
#include "python/names.h"
#include "python/opaque.h"
#include "python/opaque_class.h"
#include "python/special_methods.h"

namespace limbeck::python {

ObjectWithAttributes* WithAttributes(const Value& value) {
  if (!value.is_object()) return nullptr;
  switch (value.object()->type()->layout()) {
    case Layout::kInstance:
    case Layout::kStr:
    case Layout::kBytes:
    case Layout::kByteArray:
    case Layout::kBigInt:
    case Layout::kFloat:
    case Layout::kList:
    case Layout::kTuple:
    case Layout::kDict:
    case Layout::kSet:
    case Layout::kFunction:
    case Layout::kProperty:
    case Layout::kClassMethod:
    case Layout::kStaticMethod:
    case Layout::kException:
      return static_cast<ObjectWithAttributes*>(value.object());
    default:
      return nullptr;
  }
}

Value Bind(Interpreter& interpreter, const Value& found, const Value& instance, const TypeObject* owner) {
  if (!found.is_object()) return found;
  switch (found.object()->type()->layout()) {
    case Layout::kFunction:
      return instance.is_empty() ? found : Value(new BoundMethodObject(found, instance));
    case Layout::kNativeFunction:
      if (instance.is_empty() || !static_cast<const NativeFunctionObject*>(found.object())->is_method()) return found;
      return Value(new BoundMethodObject(found, instance));
    default:
      break;
  }
  const auto get = found.object()->type()->slots().descriptor_get;
  return get == nullptr ? found : get(interpreter, found, instance, owner);
}

bool IsMethod(const Value& found) {
  if (Cast<FunctionObject>(found) != nullptr) return true;
  const auto* native = Cast<NativeFunctionObject>(found);
  return native != nullptr && native->is_method();
}

bool IsDataDescriptor(const Value& found) {
  return found.is_object() && found.object()->type()->slots().descriptor_set != nullptr;
}

Value Interpreter::FindPlainAttribute(const Value& value, Symbol name) {
  const TypeObject* type = TypeOf(value);
  const Value* found = type->Find(name);
  if (found != nullptr && IsDataDescriptor(*found)) return Bind(*this, Value(*found), value, type);
  const ObjectWithAttributes* object = WithAttributes(value);
  if (object != nullptr && object->attributes() != nullptr) {
    if (const Value* own = object->attributes()->Find(name)) return *own;
  }
  return found == nullptr ? Value() : Bind(*this, Value(*found), value, type);
}

namespace {

/// An AttributeError to a script that catches it, else a refusal: the package may have what is asked for.
[[noreturn]] void RaiseNoAttributeOfOpaque(Interpreter& interpreter, const Value& value, Symbol name) {
  auto made = MakeException(Exceptions().attribute_error, "'opaque' object has no attribute '" + name.text() + "'");
  const std::string what = "is asked for '" + name.text() + "'";
  made->native = std::make_shared<const Error>(OpaqueRefusal(interpreter, value, what));
  throw ScriptError(std::move(made));
}

}  // namespace

Value Interpreter::GetAttribute(const Value& value, Symbol name) {
  const auto get = TypeOf(value)->slots().get_attribute;
  Value found = get == nullptr ? FindPlainAttribute(value, name) : get(*this, value, name);
  if (!found.is_empty()) return found;
  const auto* module = Cast<ModuleObject>(value);
  if (module != nullptr && !module->is_loading()) return importer().AttributeNotThere(*module, name);
  if (IsOpaque(value)) RaiseNoAttributeOfOpaque(*this, value, name);
  RaiseNoAttribute(value, name);
}

Value Interpreter::FindAttribute(const Value& value, Symbol name) {
  const auto get = TypeOf(value)->slots().get_attribute;
  return EmptyIfRaised(Exceptions().attribute_error,
                       [&] { return get == nullptr ? FindPlainAttribute(value, name) : get(*this, value, name); });
}

namespace {

bool IsIn(const std::vector<Symbol>& names, Symbol name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void Interpreter::SetPlainAttribute(const Value& value, Symbol name, const Value& attribute) {
  const TypeObject* type = TypeOf(value);
  const Value* found = type->Find(name);
  if (found != nullptr && IsDataDescriptor(*found)) {
    const Value descriptor = *found;
    return descriptor.object()->type()->slots().descriptor_set(*this, descriptor, value, attribute);
  }
  ObjectWithAttributes* object = WithAttributes(value);
  if (object == nullptr || !type->has_attributes()) {
    if (found == nullptr) RaiseNoAttribute(value, name);
    Raise(Exceptions().attribute_error,
          fmt::format("'{}' object attribute '{}' is read-only", type->name(), name.text()));
  }
  if (type->has_slots() && !IsIn(type->slot_names(), name)) RaiseNoAttribute(value, name);
  if (!attribute.is_empty()) return object->MakeAttributes().Set(name, attribute);
  if (object->attributes() == nullptr || !object->MakeAttributes().Erase(name)) RaiseNoAttribute(value, name);
}

void Interpreter::SetAttribute(const Value& value, Symbol name, const Value& attribute) {
  const auto set = TypeOf(value)->slots().set_attribute;
  if (set != nullptr) return set(*this, value, name, attribute);
  SetPlainAttribute(value, name, attribute);
}

void Interpreter::DeleteAttribute(const Value& value, Symbol name) {
  SetAttribute(value, name, Value());
}

// ------------------------------------------------------------------------------------------ classes

Value FindClassAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  const auto& type = *static_cast<const TypeObject*>(self.object());
  const TypeObject* metatype = type.type();
  const Value* of_metatype = metatype->Find(name);
  if (of_metatype != nullptr && IsDataDescriptor(*of_metatype)) {
    return Bind(interpreter, Value(*of_metatype), self, metatype);
  }
  if (const Value* own = type.Find(name)) return Bind(interpreter, Value(*own), Value(), &type);
  if (of_metatype != nullptr) return Bind(interpreter, Value(*of_metatype), self, metatype);
  return AttributeOfOpaqueAncestor(interpreter, type, name);
}

namespace {

/// A special method that a class gets or loses later changes what its instances can do.
void RefreshSlots(TypeObject& type) {
  type.own_slots() = Slots();
  UseSpecialMethods(type);
  type.InheritSlots();
  for (TypeObject* subclass : type.subclasses()) RefreshSlots(*subclass);
}

bool IsSpecialName(Symbol name) {
  return name.text().size() > 4 && name.text().compare(0, 2, "__") == 0;
}

}  // namespace

void SetClassAttribute(Interpreter& interpreter, const Value& self, Symbol name, const Value& value) {
  auto& type = *static_cast<TypeObject*>(self.object());
  const Value* of_metatype = type.type()->Find(name);
  if (of_metatype != nullptr && IsDataDescriptor(*of_metatype)) {
    const Value descriptor = *of_metatype;
    return descriptor.object()->type()->slots().descriptor_set(interpreter, descriptor, self, value);
  }
  if (!type.is_script_class()) {
    RaiseTypeError(fmt::format("cannot set '{}' attribute of immutable type '{}'", name.text(), type.name()));
  }
  if (!value.is_empty()) {
    type.attributes().Set(name, value);
  } else if (!type.attributes().Erase(name)) {
    RaiseNoAttribute(self, name);
  }
  if (IsSpecialName(name)) RefreshSlots(type);
  type.Touch();
}

}  // namespace limbeck::python
