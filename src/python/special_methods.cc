#include "python/special_methods.h"

#include <fmt/format.h>

#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/small_buffer.h"

// The slots that call a script's special methods, and the table of which method is behind which slot.

namespace limbeck::python {

Value CallBound(Interpreter& interpreter, const Value& found, const Value& self, const TypeObject* owner,
                const CallArguments& arguments) {
  const auto* native = Cast<NativeFunctionObject>(found);
  if (Cast<FunctionObject>(found) != nullptr || (native != nullptr && native->is_method())) {
    SmallBuffer<Value, 6> positional;
    positional.Add(self);
    for (const Value& value : arguments.positional) positional.Add(value);
    return interpreter.Call(found, {positional.span(), arguments.keywords});
  }
  if (native == nullptr && found.is_object()) {
    const auto get = found.object()->type()->slots().descriptor_get;
    if (get != nullptr) return interpreter.Call(get(interpreter, found, self, owner), arguments);
  }
  return interpreter.Call(found, arguments);
}

Value CallSpecialIfAny(Interpreter& interpreter, const Value& self, Symbol name,
                       std::initializer_list<Value> arguments) {
  const TypeObject* type = TypeOf(self);
  const Value* found = type->Find(name);
  if (found == nullptr) return {};
  return CallBound(interpreter, Value(*found), self, type, {{arguments.begin(), arguments.size()}, {}});
}

Value CallSpecial(Interpreter& interpreter, const Value& self, Symbol name, std::initializer_list<Value> arguments) {
  Value result = CallSpecialIfAny(interpreter, self, name, arguments);
  if (result.is_empty()) RaiseTypeError(fmt::format("'{}' object has no {}()", TypeName(self), name.text()));
  return result;
}

namespace {

// ------------------------------------------------------------------------------------------ slots

Value MakeByMethod(Interpreter& interpreter, const TypeObject* type, CallArguments& arguments) {
  Value maker = *type->Find(Names().new_);
  if (const auto* fixed = Cast<StaticMethodObject>(maker)) maker = Value(fixed->function);
  SmallBuffer<Value, 6> positional;
  positional.Add(type);
  for (const Value& value : arguments.positional) positional.Add(value);
  return interpreter.Call(maker, {positional.span(), arguments.keywords});
}

void InitializeByMethod(Interpreter& interpreter, const Value& self, CallArguments& arguments) {
  const TypeObject* type = TypeOf(self);
  const Value result = CallBound(interpreter, Value(*type->Find(Names().init)), self, type, arguments);
  if (!result.is_none()) {
    RaiseTypeError(fmt::format("__init__() should return None, not '{}'", TypeName(result)));
  }
}

Value CallByMethod(Interpreter& interpreter, const Value& self, CallArguments& arguments) {
  const TypeObject* type = TypeOf(self);
  return CallBound(interpreter, Value(*type->Find(Names().call)), self, type, arguments);
}

/// __getattribute__ of a script, or the plain way. Either may raise AttributeError, as a property's getter may.
Value GetAttributeFirst(Interpreter& interpreter, const Value& self, Symbol name) {
  const Value* found = TypeOf(self)->Find(Names().get_attribute);
  if (found == nullptr || Cast<NativeFunctionObject>(*found) != nullptr) {
    if (Cast<TypeObject>(self) != nullptr) return FindClassAttribute(interpreter, self, name);
    return interpreter.FindPlainAttribute(self, name);
  }
  return CallSpecial(interpreter, self, Names().get_attribute, {MakeStr(name)});
}

/// __getattr__ is asked when the attribute is found nowhere else.
Value GetAttributeByMethod(Interpreter& interpreter, const Value& self, Symbol name) {
  if (TypeOf(self)->Find(Names().get_missing_attribute) == nullptr) {
    return GetAttributeFirst(interpreter, self, name);
  }
  Value result =
      EmptyIfRaised(Exceptions().attribute_error, [&] { return GetAttributeFirst(interpreter, self, name); });
  if (!result.is_empty()) return result;
  return CallSpecial(interpreter, self, Names().get_missing_attribute, {MakeStr(name)});
}

void SetAttributeByMethod(Interpreter& interpreter, const Value& self, Symbol name, const Value& value) {
  if (value.is_empty()) {
    CallSpecial(interpreter, self, Names().delete_attribute, {MakeStr(name)});
  } else {
    CallSpecial(interpreter, self, Names().set_attribute, {MakeStr(name), value});
  }
}

std::string ReturnedStr(const Value& result, const char* method) {
  const auto* text = Cast<StrObject>(result);
  if (text == nullptr) {
    RaiseTypeError(fmt::format("{} returned non-string (type {})", method, TypeName(result)));
  }
  return text->text();
}

std::string ReprByMethod(Interpreter& interpreter, const Value& self) {
  return ReturnedStr(CallSpecial(interpreter, self, Names().repr), "__repr__");
}

std::string StrByMethod(Interpreter& interpreter, const Value& self) {
  return ReturnedStr(CallSpecial(interpreter, self, Names().str), "__str__");
}

std::string FormatByMethod(Interpreter& interpreter, const Value& self, std::string_view specification) {
  const Value result = CallSpecial(interpreter, self, Names().format, {MakeStr(specification)});
  const auto* text = Cast<StrObject>(result);
  if (text == nullptr) RaiseTypeError(fmt::format("__format__ must return a str, not {}", TypeName(result)));
  return text->text();
}

uint64_t HashByMethod(Interpreter& interpreter, const Value& self) {
  const Value result = CallSpecial(interpreter, self, Names().hash);
  if (result.is_int()) {
    // What hash() gives is what __hash__ gave, within the range of hashes.
    return result.int_value() == -1 ? static_cast<uint64_t>(-2) : static_cast<uint64_t>(result.int_value());
  }
  if (!TypeOf(result)->IsSubtypeOf(Types().integer)) RaiseTypeError("__hash__ method should return an integer");
  return interpreter.Hash(result);
}

/// != without a method of its own is what == says, the other way round.
Value CompareByMethod(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const TypeObject* type = TypeOf(self);
  const TypeObject* owner = nullptr;
  const Value* found = type->Find(CompareName(op), &owner);
  if (op == CompareOp::kNotEqual && owner == Types().object) {
    Value equal = CompareByMethod(interpreter, self, other, CompareOp::kEqual);
    return equal.Is(NotImplementedValue()) ? equal : Value::Bool(!interpreter.Truth(equal));
  }
  if (found == nullptr) return NotImplementedValue();
  const Value arguments[] = {other};
  return CallBound(interpreter, Value(*found), self, type, {arguments, {}});
}

uint64_t RefuseHash(Interpreter&, const Value& self) {
  RaiseTypeError(fmt::format("unhashable type: '{}'", TypeName(self)));
}

bool TruthByMethod(Interpreter& interpreter, const Value& self) {
  const Value result = CallSpecial(interpreter, self, Names().truth);
  if (!result.is_bool()) {
    RaiseTypeError(fmt::format("__bool__ should return bool, returned {}", TypeName(result)));
  }
  return result.bool_value();
}

Value IterateByMethod(Interpreter& interpreter, const Value& self) {
  Value result = CallSpecial(interpreter, self, Names().iterate);
  if (TypeOf(result)->slots().next == nullptr) {
    RaiseTypeError(fmt::format("iter() returned non-iterator of type '{}'", TypeName(result)));
  }
  return result;
}

Value NextByMethod(Interpreter& interpreter, const Value& self) {
  return EmptyIfRaised(Exceptions().stop_iteration, [&] { return CallSpecial(interpreter, self, Names().next); });
}

int64_t LengthByMethod(Interpreter& interpreter, const Value& self) {
  const Value result = interpreter.Index(CallSpecial(interpreter, self, Names().length));
  if (!result.is_int()) {
    Raise(Exceptions().overflow_error, "cannot fit 'int' into an index-sized integer");
  }
  if (result.int_value() < 0) RaiseValueError("__len__() should return >= 0");
  return result.int_value();
}

bool ContainsByMethod(Interpreter& interpreter, const Value& self, const Value& item) {
  return interpreter.Truth(CallSpecial(interpreter, self, Names().contains, {item}));
}

Value GetItemByMethod(Interpreter& interpreter, const Value& self, const Value& key) {
  return CallSpecial(interpreter, self, Names().get_item, {key});
}

void SetItemByMethod(Interpreter& interpreter, const Value& self, const Value& key, const Value& value) {
  const Symbol name = value.is_empty() ? Names().delete_item : Names().set_item;
  const Value result = value.is_empty() ? CallSpecialIfAny(interpreter, self, name, {key})
                                        : CallSpecialIfAny(interpreter, self, name, {key, value});
  if (result.is_empty()) {
    RaiseTypeError(
        fmt::format("'{}' object {}", TypeName(self),
                    value.is_empty() ? "doesn't support item deletion" : "does not support item assignment"));
  }
}

Value BinaryByMethod(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value& other,
                     bool reflected) {
  Value result = CallSpecialIfAny(interpreter, self, BinaryName(op, reflected), {other});
  return result.is_empty() ? NotImplementedValue() : result;
}

Value InPlaceByMethod(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value& other) {
  Value result = CallSpecialIfAny(interpreter, self, InPlaceName(op), {other});
  return result.is_empty() ? NotImplementedValue() : result;
}

Value UnaryByMethod(Interpreter& interpreter, ast::UnaryOperator op, const Value& self) {
  Value result = CallSpecialIfAny(interpreter, self, UnaryName(op));
  return result.is_empty() ? NotImplementedValue() : result;
}

Value DescriptorGetByMethod(Interpreter& interpreter, const Value& self, const Value& instance,
                            const TypeObject* owner) {
  const Value given = instance.is_empty() ? Value::None() : instance;
  return CallSpecial(interpreter, self, Names().descriptor_get,
                     {given, owner == nullptr ? Value::None() : Value(owner)});
}

void DescriptorSetByMethod(Interpreter& interpreter, const Value& self, const Value& instance, const Value& value) {
  const Symbol name = value.is_empty() ? Names().descriptor_delete : Names().descriptor_set;
  const Value result = value.is_empty() ? CallSpecialIfAny(interpreter, self, name, {instance})
                                        : CallSpecialIfAny(interpreter, self, name, {instance, value});
  if (result.is_empty()) Raise(Exceptions().attribute_error, name.text());
}

// ------------------------------------------------------------------------------------------ which is which

template <auto kSlot, auto kFunction>
void SetSlot(Slots& slots) {
  if (slots.*kSlot == nullptr) slots.*kSlot = kFunction;
}

using Setter = void (*)(Slots&);

struct SpecialMethod {
  Symbol name;
  Setter set;
};

void AddOperators(std::vector<SpecialMethod>& methods) {
  for (int i = 0; i <= static_cast<int>(ast::BinaryOperator::kBitXor); ++i) {
    const auto op = static_cast<ast::BinaryOperator>(i);
    methods.push_back({BinaryName(op, false), SetSlot<&Slots::binary, BinaryByMethod>});
    methods.push_back({BinaryName(op, true), SetSlot<&Slots::binary, BinaryByMethod>});
    methods.push_back({InPlaceName(op), SetSlot<&Slots::in_place, InPlaceByMethod>});
  }
  for (const Symbol name : {Names().negate, Names().plus, Names().invert}) {
    methods.push_back({name, SetSlot<&Slots::unary, UnaryByMethod>});
  }
  for (const auto op : {CompareOp::kEqual, CompareOp::kNotEqual, CompareOp::kLess, CompareOp::kLessEqual,
                        CompareOp::kGreater, CompareOp::kGreaterEqual}) {
    methods.push_back({CompareName(op), SetSlot<&Slots::compare, CompareByMethod>});
  }
}

std::vector<SpecialMethod> MakeTable() {
  const WellKnownNames& names = Names();
  std::vector<SpecialMethod> methods = {
      {names.new_, SetSlot<&Slots::make, MakeByMethod>},
      {names.init, SetSlot<&Slots::initialize, InitializeByMethod>},
      {names.call, SetSlot<&Slots::call, CallByMethod>},
      {names.get_attribute, SetSlot<&Slots::get_attribute, GetAttributeByMethod>},
      {names.get_missing_attribute, SetSlot<&Slots::get_attribute, GetAttributeByMethod>},
      {names.set_attribute, SetSlot<&Slots::set_attribute, SetAttributeByMethod>},
      {names.delete_attribute, SetSlot<&Slots::set_attribute, SetAttributeByMethod>},
      {names.repr, SetSlot<&Slots::repr, ReprByMethod>},
      {names.str, SetSlot<&Slots::str, StrByMethod>},
      {names.format, SetSlot<&Slots::format, FormatByMethod>},
      {names.hash, SetSlot<&Slots::hash, HashByMethod>},
      {names.truth, SetSlot<&Slots::truth, TruthByMethod>},
      {names.iterate, SetSlot<&Slots::iterate, IterateByMethod>},
      {names.next, SetSlot<&Slots::next, NextByMethod>},
      {names.length, SetSlot<&Slots::length, LengthByMethod>},
      {names.contains, SetSlot<&Slots::contains, ContainsByMethod>},
      {names.get_item, SetSlot<&Slots::get_item, GetItemByMethod>},
      {names.set_item, SetSlot<&Slots::set_item, SetItemByMethod>},
      {names.delete_item, SetSlot<&Slots::set_item, SetItemByMethod>},
      {names.descriptor_get, SetSlot<&Slots::descriptor_get, DescriptorGetByMethod>},
      {names.descriptor_set, SetSlot<&Slots::descriptor_set, DescriptorSetByMethod>},
      {names.descriptor_delete, SetSlot<&Slots::descriptor_set, DescriptorSetByMethod>},
  };
  AddOperators(methods);
  return methods;
}

}  // namespace

void MakeUnhashable(TypeObject& type) {
  type.attributes().Set(Names().hash, Value::None());
  type.own_slots().hash = RefuseHash;
}

void UseSpecialMethods(TypeObject& type) {
  static const std::vector<SpecialMethod> methods = MakeTable();
  for (const SpecialMethod& method : methods) {
    if (type.attributes().Find(method.name) != nullptr) method.set(type.own_slots());
  }
  const Value* hash = type.attributes().Find(Names().hash);
  if (hash != nullptr && hash->is_none()) type.own_slots().hash = RefuseHash;
}

}  // namespace limbeck::python
