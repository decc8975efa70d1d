#include "python/deferred.h"

#include "python/builtin_types.h"

// Whatever a script does with a promise is done with what it stands for; only an attribute of it is a promise again.

namespace limbeck::python {

Value MakeDeferred(std::string name, std::function<Value(Interpreter&)> resolve) {
  auto made = Make<DeferredObject>();
  made->name = std::move(name);
  made->resolve = std::move(resolve);
  return made;
}

Value Interpreter::Resolve(const Value& value) {
  auto* deferred = Cast<DeferredObject>(value);
  if (deferred == nullptr) return value;
  const Value kept = value;
  if (deferred->value.is_empty()) {
    // What it imports may ask for the same promise, and fulfil it first.
    const std::function<Value(Interpreter&)> resolve = deferred->resolve;
    Value made = Resolve(resolve(*this));
    deferred->value = std::move(made);
    deferred->resolve = nullptr;
  }
  return deferred->value;
}

namespace {

Value GetAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  const auto& deferred = *static_cast<DeferredObject*>(self.object());
  if (!deferred.value.is_empty()) return interpreter.GetAttribute(deferred.value, name);
  const std::string& text = name.text();
  if (text.starts_with("__") && text.ends_with("__")) return interpreter.GetAttribute(interpreter.Resolve(self), name);
  return MakeDeferred(deferred.name + "." + text,
                      [self, name](Interpreter& running) { return running.GetAttribute(running.Resolve(self), name); });
}

void SetAttribute(Interpreter& interpreter, const Value& self, Symbol name, const Value& value) {
  interpreter.SetAttribute(interpreter.Resolve(self), name, value);
}

Value Call(Interpreter& interpreter, const Value& self, CallArguments& arguments) {
  return interpreter.Call(interpreter.Resolve(self), arguments);
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  return interpreter.Repr(interpreter.Resolve(self));
}

std::string Str(Interpreter& interpreter, const Value& self) {
  return interpreter.Str(interpreter.Resolve(self));
}

std::string Format(Interpreter& interpreter, const Value& self, std::string_view specification) {
  return interpreter.Format(interpreter.Resolve(self), specification);
}

bool Truth(Interpreter& interpreter, const Value& self) {
  return interpreter.Truth(interpreter.Resolve(self));
}

uint64_t Hash(Interpreter& interpreter, const Value& self) {
  return interpreter.Hash(interpreter.Resolve(self));
}

Value Compare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  return interpreter.Compare(interpreter.Resolve(self), interpreter.Resolve(other), op);
}

Value Iterate(Interpreter& interpreter, const Value& self) {
  return interpreter.Iterate(interpreter.Resolve(self));
}

int64_t Length(Interpreter& interpreter, const Value& self) {
  return interpreter.Length(interpreter.Resolve(self));
}

bool Contains(Interpreter& interpreter, const Value& self, const Value& item) {
  return interpreter.Contains(interpreter.Resolve(self), item);
}

Value GetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  return interpreter.GetItem(interpreter.Resolve(self), key);
}

void SetItem(Interpreter& interpreter, const Value& self, const Value& key, const Value& value) {
  const Value resolved = interpreter.Resolve(self);
  if (value.is_empty()) return interpreter.DeleteItem(resolved, key);
  interpreter.SetItem(resolved, key, value);
}

Value Binary(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value& other, bool reflected) {
  const Value resolved = interpreter.Resolve(self);
  const Value second = interpreter.Resolve(other);
  return reflected ? interpreter.Binary(op, second, resolved) : interpreter.Binary(op, resolved, second);
}

Value Unary(Interpreter& interpreter, ast::UnaryOperator op, const Value& self) {
  return interpreter.Unary(op, interpreter.Resolve(self));
}

}  // namespace

void FillDeferred(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.get_attribute = GetAttribute;
  slots.set_attribute = SetAttribute;
  slots.call = Call;
  slots.repr = Repr;
  slots.str = Str;
  slots.format = Format;
  slots.truth = Truth;
  slots.hash = Hash;
  slots.compare = Compare;
  slots.iterate = Iterate;
  slots.length = Length;
  slots.contains = Contains;
  slots.get_item = GetItem;
  slots.set_item = SetItem;
  slots.binary = Binary;
  slots.unary = Unary;
}

}  // namespace limbeck::python
