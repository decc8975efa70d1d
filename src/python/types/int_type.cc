#include <fmt/format.h>

#include <array>

#include "python/builtin_types.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/literal_text.h"
#include "python/special_methods.h"
#include "python/types/bytes_text.h"
#include "python/types/format_spec.h"
#include "python/types/int_text.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"

// int and bool: their slots and how they are made. Methods of int are in int_methods.cc.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;
using UnaryOp = ast::UnaryOperator;

bool IsBitOperator(Operator op) {
  return op == Operator::kBitAnd || op == Operator::kBitOr || op == Operator::kBitXor;
}

Value IntBinary(Interpreter&, Operator op, const Value& self, const Value& other, bool reflected) {
  if (!IsInteger(other)) return NotImplementedValue();
  Value result = reflected ? IntegerBinary(op, other, self) : IntegerBinary(op, self, other);
  if (IsBitOperator(op) && self.is_bool() && other.is_bool()) return Value::Bool(result.int_value() != 0);
  return result;
}

Value IntUnary(Interpreter&, UnaryOp op, const Value& self) {
  if (op == UnaryOp::kNegate) return NegateInteger(self);
  if (op == UnaryOp::kInvert) return InvertInteger(self);
  return MakeIntegerOf(self, Types().integer);
}

Value IntCompare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  return IsInteger(other) ? FromOrder(CompareIntegers(self, other), op) : NotImplementedValue();
}

std::string IntRepr(Interpreter&, const Value& self) {
  return IntegerText(self);
}

std::string IntFormat(Interpreter& interpreter, const Value& self, std::string_view spec) {
  return spec.empty() ? interpreter.Str(self) : FormatInteger(self, spec, TypeName(self));
}

uint64_t IntHash(Interpreter&, const Value& self) {
  return HashInteger(self);
}

bool IntTruth(Interpreter&, const Value& self) {
  return IntegerSign(self) != 0;
}

std::string BoolRepr(Interpreter&, const Value& self) {
  return self.bool_value() ? "True" : "False";
}

// ------------------------------------------------------------------------------------------ making them

/// The text of a str, bytes or bytearray.
const std::string* NumberText(const Value& value) {
  if (const auto* text = Cast<StrObject>(value)) return &text->text();
  return BytesOf(value);
}

Value FromText(Interpreter& interpreter, const Value& given, int base) {
  const std::string& text = *NumberText(given);
  Value number = ParseIntegerText(text, base);
  if (!number.is_empty()) return number;
  std::string shown = Cast<StrObject>(given) == nullptr ? QuotedBytes(text) : interpreter.Repr(given);
  constexpr size_t kMostShown = 200;
  if (shown.size() > kMostShown) shown.resize(kMostShown);
  RaiseValueError(fmt::format("invalid literal for int() with base {}: {}", base, shown));
}

/// What a script's __int__, __index__ or __trunc__ gives; empty when there is none of them.
Value FromSpecialMethod(Interpreter& interpreter, const Value& value) {
  for (const char* name : {"__int__", "__index__", "__trunc__"}) {
    const Value converted = CallSpecialIfAny(interpreter, value, Symbol::Intern(name));
    if (converted.is_empty()) continue;
    if (IsInteger(converted)) return converted;
    RaiseTypeError(fmt::format("{} returned non-int (type {})", name, TypeName(converted)));
  }
  return {};
}

Value FromNumber(Interpreter& interpreter, const Value& value) {
  if (value.is_int() || value.is_bool()) return value;
  if (value.is_float()) return TruncateToInteger(value.float_value());
  Value converted = FromSpecialMethod(interpreter, value);
  if (!converted.is_empty()) return converted;
  if (NumberText(value) != nullptr) return FromText(interpreter, value, 10);
  RaiseTypeError(
      fmt::format("int() argument must be a string, a bytes-like object or a real number, not '{}'", TypeName(value)));
}

Value FromTextInBase(Interpreter& interpreter, const Value& value, const Value& base) {
  const int64_t number = ClampedInteger(interpreter.Index(base));
  if (number != 0 && (number < 2 || number > 36)) RaiseValueError("int() base must be >= 2 and <= 36, or 0");
  if (NumberText(value) == nullptr) RaiseTypeError("int() can't convert non-string with explicit base");
  return FromText(interpreter, value, static_cast<int>(number));
}

/// int(x=0), int(text, base=10); x has no name.
Value MakeInt(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "int", given);
  constexpr const char* kNames[] = {"", "base"};
  std::array<Value, 2> values;
  arguments.Named(kNames, values, 0);
  const Value value = values[0].is_empty() ? Value() : interpreter.Resolve(values[0]);
  const Value& base = values[1];
  if (value.is_empty() && !base.is_empty()) RaiseTypeError("int() missing string argument");
  if (value.is_empty()) return MakeIntegerOf(Value::Int(0), type);
  return MakeIntegerOf(base.is_empty() ? FromNumber(interpreter, value) : FromTextInBase(interpreter, value, base),
                       type);
}

Value MakeBool(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "bool", given);
  const auto values = arguments.Positional(0, 1);
  return Value::Bool(!values.empty() && interpreter.Truth(values[0]));
}

}  // namespace

void FillInt(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeInt;
  slots.repr = IntRepr;
  slots.format = IntFormat;
  slots.hash = IntHash;
  slots.compare = IntCompare;
  slots.truth = IntTruth;
  slots.binary = IntBinary;
  slots.unary = IntUnary;
  AddIntMethods(type);
}

void FillBool(TypeObject& type) {
  type.own_slots().make = MakeBool;
  type.own_slots().repr = BoolRepr;
}

}  // namespace limbeck::python
