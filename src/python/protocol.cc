#include <fmt/format.h>

#include "python/machine.h"
#include "python/opaque_class.h"
#include "python/special_methods.h"
#include "python/standard_names.h"
#include "python/union_type.h"

// What the language does with values, except operators, attributes and calls: each asks the slot of the value's type.

namespace limbeck::python {
namespace {

const Slots& SlotsOf(const Value& value) {
  return TypeOf(value)->slots();
}

[[noreturn]] void RaiseFor(const char* format, const Value& value) {
  RaiseTypeError(fmt::format(fmt::runtime(format), TypeName(value)));
}

/// As CPython's hash of an int: modulo a Mersenne prime, and never -1.
uint64_t HashInt(int64_t value) {
  constexpr uint64_t kModulus = (uint64_t{1} << 61) - 1;
  const uint64_t magnitude = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  const auto hash = static_cast<int64_t>(magnitude % kModulus);
  const int64_t signed_hash = value < 0 ? -hash : hash;
  return static_cast<uint64_t>(signed_hash == -1 ? -2 : signed_hash);
}

}  // namespace

bool Interpreter::Truth(const Value& value) {
  switch (value.tag()) {
    case Value::Tag::kBool:
      return value.bool_value();
    case Value::Tag::kInt:
      return value.int_value() != 0;
    case Value::Tag::kFloat:
      return value.float_value() != 0;
    case Value::Tag::kObject:
      break;
    default:
      return false;
  }
  const Slots& slots = SlotsOf(value);
  if (slots.truth != nullptr) return slots.truth(*this, value);
  return slots.length == nullptr || slots.length(*this, value) != 0;
}

std::string Interpreter::Str(const Value& value) {
  if (const auto* text = Cast<StrObject>(value); text != nullptr && text->type() == Types().str) return text->text();
  const Slots& slots = SlotsOf(value);
  return slots.str != nullptr ? slots.str(*this, value) : Repr(value);
}

std::string Interpreter::Repr(const Value& value) {
  machine_->CheckStack();
  const auto repr = SlotsOf(value).repr;
  if (repr == nullptr) return fmt::format("<{} object>", TypeOf(value)->FullName());
  return repr(*this, value);
}

std::string Interpreter::Format(const Value& value, std::string_view specification) {
  const auto format = SlotsOf(value).format;
  if (format != nullptr) return format(*this, value, specification);
  if (!specification.empty()) {
    RaiseFor("unsupported format string passed to {}.__format__", value);
  }
  return Str(value);
}

uint64_t Interpreter::Hash(const Value& value) {
  if (value.is_int()) return HashInt(value.int_value());
  if (value.is_bool()) return value.bool_value() ? 1 : 0;
  if (value.is_object() && value.object()->type() == Types().str) {
    return static_cast<const StrObject*>(value.object())->hash();
  }
  machine_->CheckStack();
  const auto hash = SlotsOf(value).hash;
  if (hash == nullptr) RaiseFor("unhashable type: '{}'", value);
  return hash(*this, value);
}

bool Interpreter::Contains(const Value& container, const Value& item) {
  const Slots& slots = SlotsOf(container);
  if (slots.contains != nullptr) return slots.contains(*this, container, item);
  if (slots.iterate == nullptr && slots.get_item == nullptr) {
    RaiseFor("argument of type '{}' is not iterable", container);
  }
  const Value iterator = Iterate(container);
  while (true) {
    const Value candidate = Next(iterator);
    if (candidate.is_empty()) return false;
    if (candidate.Is(item) || Equal(candidate, item)) return true;
  }
}

int64_t Interpreter::Length(const Value& value) {
  const auto length = SlotsOf(value).length;
  if (length == nullptr) RaiseFor("object of type '{}' has no len()", value);
  return length(*this, value);
}

namespace {

/// Modules whose users run type checkers: of their classes, X[str] is an annotation.
bool IsTypedModule(const std::string& module) {
  const std::string top = module.substr(0, module.find('.'));
  return (IsStandardName(top) && top != "builtins" && top != "__main__") || top == "sqlalchemy";
}

/// list[int], and re.Match[str]: whoever writes that of a standard module's class has asked a type checker.
bool IsGeneric(const TypeObject& type) {
  const BuiltinTypes& types = Types();
  if (IsTypedModule(type.module())) return true;
  for (const TypeObject* generic : {types.list, types.dict, types.tuple, types.set, types.frozen_set, types.type}) {
    if (&type == generic || (type.is_script_class() && type.IsSubtypeOf(generic))) return true;
  }
  return false;
}

/// A class is subscripted by its metaclass or by __class_getitem__.
Value GetItemOfClass(Interpreter& interpreter, const TypeObject& type, const Value& self, const Value& key) {
  const TypeObject* owner = nullptr;
  const Value* found = type.Find(Names().class_get_item, &owner);
  if (found == nullptr && IsGeneric(type)) return MakeGenericAlias(self, key);
  if (const Value* opaque = found == nullptr ? OpaqueAncestor(type) : nullptr) return interpreter.GetItem(*opaque, key);
  if (found == nullptr) RaiseTypeError(fmt::format("type '{}' is not subscriptable", type.name()));
  Value function = *found;
  if (const auto* bound = Cast<ClassMethodObject>(function)) function = Value(bound->function);
  if (const auto* fixed = Cast<StaticMethodObject>(function)) return interpreter.Call(Value(fixed->function), {key});
  return interpreter.Call(function, {self, key});
}

}  // namespace

Value Interpreter::GetItem(const Value& value, const Value& key) {
  const auto get = SlotsOf(value).get_item;
  if (get != nullptr) return get(*this, value, key);
  if (const auto* type = Cast<TypeObject>(value)) return GetItemOfClass(*this, *type, value, key);
  RaiseFor("'{}' object is not subscriptable", value);
}

void Interpreter::SetItem(const Value& value, const Value& key, const Value& item) {
  const auto set = SlotsOf(value).set_item;
  if (set == nullptr) RaiseFor("'{}' object does not support item assignment", value);
  set(*this, value, key, item);
}

void Interpreter::DeleteItem(const Value& value, const Value& key) {
  const auto set = SlotsOf(value).set_item;
  if (set == nullptr) RaiseFor("'{}' object doesn't support item deletion", value);
  set(*this, value, key, Value());
}

Value Interpreter::Index(const Value& value) {
  if (value.is_int()) return value;
  if (value.is_bool()) return Value::Int(value.bool_value() ? 1 : 0);
  const Value resolved = Resolve(value);
  if (TypeOf(resolved)->IsSubtypeOf(Types().integer)) return resolved;
  Value result = CallSpecialIfAny(*this, resolved, Names().index);
  if (result.is_empty()) RaiseFor("'{}' object cannot be interpreted as an integer", resolved);
  if (!TypeOf(result)->IsSubtypeOf(Types().integer)) {
    RaiseTypeError(fmt::format("__index__ returned non-int (type {})", TypeName(result)));
  }
  return result;
}

// ------------------------------------------------------------------------------------------ iteration

namespace {

/// The old protocol: __getitem__ with 0, 1, 2 until IndexError.
Value IterateByIndex(const Value& value) {
  return MakeIterator([value, index = int64_t{0}](Interpreter& interpreter) mutable {
    if (index < 0) return Value();
    Value item = EmptyIfRaised(Exceptions().index_error, [&] { return interpreter.GetItem(value, Value::Int(index)); });
    index = item.is_empty() ? -1 : index + 1;
    return item;
  });
}

}  // namespace

Value Interpreter::Iterate(const Value& value) {
  const Slots& slots = SlotsOf(value);
  if (slots.iterate != nullptr) return slots.iterate(*this, value);
  if (slots.get_item == nullptr || TypeOf(value)->Find(Names().get_item) == nullptr) {
    RaiseFor("'{}' object is not iterable", value);
  }
  return IterateByIndex(value);
}

Value Interpreter::Next(const Value& iterator) {
  const auto next = SlotsOf(iterator).next;
  if (next == nullptr) RaiseFor("'{}' object is not an iterator", iterator);
  return next(*this, iterator);
}

void Interpreter::ForEach(const Value& iterable, const std::function<void(const Value&)>& visit) {
  const TypeObject* type = TypeOf(iterable);
  if (type == Types().tuple) {
    const Value kept = iterable;
    for (const Value& item : static_cast<const TupleObject*>(kept.object())->items) visit(item);
    return;
  }
  if (type == Types().list) {
    const Value kept = iterable;
    const auto& items = static_cast<const ListObject*>(kept.object())->items;
    for (size_t i = 0; i < items.size(); ++i) visit(Value(items[i]));
    return;
  }
  const Value iterator = Iterate(iterable);
  const auto next = SlotsOf(iterator).next;
  if (next == nullptr) RaiseFor("iter() returned non-iterator of type '{}'", iterator);
  for (Value item = next(*this, iterator); !item.is_empty(); item = next(*this, iterator)) {
    machine_->CountStep();
    visit(item);
  }
}

std::vector<Value> Interpreter::ToVector(const Value& iterable) {
  const TypeObject* type = TypeOf(iterable);
  if (type == Types().tuple) return static_cast<const TupleObject*>(iterable.object())->items;
  if (type == Types().list) return static_cast<const ListObject*>(iterable.object())->items;
  std::vector<Value> items;
  ForEach(iterable, [&items](const Value& item) { items.push_back(item); });
  return items;
}

}  // namespace limbeck::python
