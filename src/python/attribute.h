#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// The object as one that may have attributes of its own, or null.
ObjectWithAttributes* WithAttributes(const Value& value);

/// What was found in a class, seen from an instance: functions bind, properties are asked. An empty instance: seen from
/// the class `owner` itself.
Value Bind(Interpreter& interpreter, const Value& found, const Value& instance, const TypeObject* owner);

/// A function that binds to the instance when it is found in a class.
bool IsMethod(const Value& found);

/// Has __set__ or __delete__: wins over the instance's own attribute.
bool IsDataDescriptor(const Value& found);

/// The attribute of a class: of its metaclass, itself and its ancestors.
Value FindClassAttribute(Interpreter& interpreter, const Value& self, Symbol name);
void SetClassAttribute(Interpreter& interpreter, const Value& self, Symbol name, const Value& value);

/// "'User' object has no attribute 'nmae'. Did you mean: 'name'?"
[[noreturn]] void RaiseNoAttribute(const Value& value, Symbol name);

}  // namespace limbeck::python
