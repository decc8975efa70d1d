#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "python/builtin_types.h"
#include "python/format.h"
#include "python/integers.h"
#include "python/interpreter.h"

// int, bool and float.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

Value FromOrder(int order, CompareOp op) {
  switch (op) {
    case CompareOp::kEqual:
      return Value::Bool(order == 0);
    case CompareOp::kNotEqual:
      return Value::Bool(order != 0);
    case CompareOp::kLess:
      return Value::Bool(order < 0);
    case CompareOp::kLessEqual:
      return Value::Bool(order <= 0);
    case CompareOp::kGreater:
      return Value::Bool(order > 0);
    case CompareOp::kGreaterEqual:
      break;
  }
  return Value::Bool(order >= 0);
}

Value CompareDoubles(double one, double two, CompareOp op) {
  if (std::isnan(one) || std::isnan(two)) return Value::Bool(op == CompareOp::kNotEqual);
  return FromOrder(one < two ? -1 : one > two, op);
}

Value CompareNumbers(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  if (IsInteger(self) && IsInteger(other)) return FromOrder(CompareIntegers(self, other), op);
  const std::optional<double> one = AsDouble(self);
  const std::optional<double> two = AsDouble(other);
  return one && two ? CompareDoubles(*one, *two, op) : NotImplementedValue();
}

double FloorModulo(double one, double two) {
  const double rest = std::fmod(one, two);
  return rest != 0 && (rest < 0) != (two < 0) ? rest + two : rest;
}

Value FloatBinary(Operator op, double one, double two) {
  const bool divides = op == Operator::kDivide || op == Operator::kFloorDivide || op == Operator::kModulo;
  if (divides && two == 0) {
    Raise(Exceptions().zero_division_error, op == Operator::kDivide   ? "float division by zero"
                                            : op == Operator::kModulo ? "float modulo"
                                                                      : "float floor division by zero");
  }
  switch (op) {
    case Operator::kAdd:
      return Value::Float(one + two);
    case Operator::kSubtract:
      return Value::Float(one - two);
    case Operator::kMultiply:
      return Value::Float(one * two);
    case Operator::kDivide:
      return Value::Float(one / two);
    case Operator::kFloorDivide:
      return Value::Float(std::floor(one / two));
    case Operator::kModulo:
      return Value::Float(FloorModulo(one, two));
    case Operator::kPower:
      return Value::Float(std::pow(one, two));
    default:
      return NotImplementedValue();
  }
}

Value NumberBinary(Interpreter&, Operator op, const Value& self, const Value& other, bool reflected) {
  const Value& one = reflected ? other : self;
  const Value& two = reflected ? self : other;
  if (IsInteger(one) && IsInteger(two)) {
    const bool is_bits = op == Operator::kBitAnd || op == Operator::kBitOr || op == Operator::kBitXor;
    const Value result = IntegerBinary(op, one, two);
    return is_bits && one.is_bool() && two.is_bool() ? Value::Bool(*SmallInteger(result) != 0) : result;
  }
  const std::optional<double> left = AsDouble(one);
  const std::optional<double> right = AsDouble(two);
  return left && right ? FloatBinary(op, *left, *right) : NotImplementedValue();
}

Value IntegerUnary(Interpreter&, ast::UnaryOperator op, const Value& self) {
  if (op == ast::UnaryOperator::kNegate) return IntegerBinary(Operator::kSubtract, Value::Int(0), self);
  if (op == ast::UnaryOperator::kInvert) return IntegerBinary(Operator::kSubtract, Value::Int(-1), self);
  return MakeIntegerOf(self, Types().integer);
}

Value FloatUnary(Interpreter&, ast::UnaryOperator op, const Value& self) {
  const double number = *AsDouble(self);
  if (op == ast::UnaryOperator::kInvert) RaiseTypeError("bad operand type for unary ~: 'float'");
  return Value::Float(op == ast::UnaryOperator::kNegate ? -number : number);
}

std::string IntegerRepr(Interpreter&, const Value& self) {
  return IntegerText(self);
}
std::string BoolRepr(Interpreter&, const Value& self) {
  return self.bool_value() ? "True" : "False";
}
std::string FloatReprSlot(Interpreter&, const Value& self) {
  return FloatRepr(*AsDouble(self));
}
bool IntegerTruth(Interpreter&, const Value& self) {
  return SmallInteger(self).value_or(1) != 0;
}
bool FloatTruth(Interpreter&, const Value& self) {
  return *AsDouble(self) != 0;
}
uint64_t IntegerHash(Interpreter&, const Value& self) {
  return HashInteger(self);
}

uint64_t FloatHash(Interpreter&, const Value& self) {
  const double number = *AsDouble(self);
  const bool is_whole = std::floor(number) == number && std::fabs(number) < 9e18;
  return is_whole ? static_cast<uint64_t>(static_cast<int64_t>(number)) : std::hash<double>()(number);
}

std::string NumberFormat(Interpreter& interpreter, const Value& self, std::string_view specification) {
  if (specification.empty()) return interpreter.Str(self);
  return IsInteger(self) ? FormatInteger(self, specification) : FormatFloat(*AsDouble(self), specification);
}

// ------------------------------------------------------------------------------------------ construction

[[noreturn]] void RaiseInvalidLiteral(int base, const Value& text, Interpreter& interpreter) {
  RaiseValueError("invalid literal for int() with base " + std::to_string(base) + ": " + interpreter.Repr(text));
}

/// int("0x1f", 16): a prefix may stand where the base allows it.
Value IntegerFromText(Interpreter& interpreter, const Value& given, int base) {
  const std::string text(Trim(Cast<StrObject>(given)->text()));
  std::string digits = text;
  const size_t sign = !digits.empty() && (digits[0] == '-' || digits[0] == '+') ? 1 : 0;
  int found = base;
  if (digits.size() > sign + 1 && digits[sign] == '0') {
    const char letter = digits[sign + 1] | 0x20;
    const int prefix_base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    if (prefix_base != 0 && (base == 0 || base == prefix_base)) {
      digits.erase(sign, 2);
      found = prefix_base;
    }
  }
  const Value number = ParseInteger(digits, found == 0 ? 10 : found);
  if (number.is_empty()) RaiseInvalidLiteral(base, given, interpreter);
  return number;
}

Value IntegerFrom(Interpreter& interpreter, const Value& value) {
  if (IsInteger(value)) return value;
  if (Cast<StrObject>(value) != nullptr) return IntegerFromText(interpreter, value, 10);
  if (const std::optional<double> number = AsDouble(value)) {
    if (std::isnan(*number)) RaiseValueError("cannot convert float NaN to integer");
    if (std::isinf(*number)) Raise(Exceptions().overflow_error, "cannot convert float infinity to integer");
    char digits[400];
    const auto end = std::to_chars(digits, digits + sizeof digits, std::trunc(*number), std::chars_format::fixed, 0);
    return MakeInteger(std::string_view(digits, static_cast<size_t>(end.ptr - digits)));
  }
  for (const char* method : {"__int__", "__index__", "__trunc__"}) {
    const Value convert = interpreter.FindAttribute(value, Symbol::Intern(method));
    if (!convert.is_empty()) return interpreter.Call(convert, {});
  }
  RaiseTypeError("int() argument must be a string, a bytes-like object or a real number, not '" + TypeName(value) +
                 "'");
}

Value MakeInt(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "int", given);
  const Value value = interpreter.Resolve(arguments.Optional("x"));
  const Value base = arguments.Optional("base");
  arguments.Finish();
  if (value.is_empty()) return MakeIntegerOf(Value::Int(0), type);
  if (base.is_empty()) return MakeIntegerOf(IntegerFrom(interpreter, value), type);
  if (Cast<StrObject>(value) == nullptr) RaiseTypeError("int() can't convert non-string with explicit base");
  return MakeIntegerOf(IntegerFromText(interpreter, value, static_cast<int>(SmallInteger(base).value_or(10))), type);
}

Value MakeBool(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "bool", given);
  const Value value = arguments.Optional("object");
  arguments.Finish();
  return Value::Bool(!value.is_empty() && interpreter.Truth(value));
}

double FloatFromText(Interpreter& interpreter, const Value& given) {
  std::string text = ReplaceAll(ToLower(Trim(Cast<StrObject>(given)->text())), "_", "");
  if (!text.empty() && text.front() == '+') text.erase(0, 1);
  double number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || result.ptr != text.data() + text.size()) {
    RaiseValueError("could not convert string to float: " + interpreter.Repr(given));
  }
  return number;
}

Value MakeFloat(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "float", given);
  const Value value = interpreter.Resolve(arguments.Optional("x"));
  arguments.Finish();
  double number = 0;
  if (const std::optional<double> known = value.is_empty() ? 0.0 : AsDouble(value)) {
    number = *known;
  } else if (Cast<StrObject>(value) != nullptr) {
    number = FloatFromText(interpreter, value);
  } else {
    const Value convert = interpreter.FindAttribute(value, Symbol::Intern("__float__"));
    if (convert.is_empty()) {
      RaiseTypeError("float() argument must be a string or a real number, not '" + TypeName(value) + "'");
    }
    number = AsDouble(interpreter.Call(convert, {})).value_or(0);
  }
  return type == Types().floating ? Value::Float(number) : Value(Make<FloatObject>(number, type));
}

// ------------------------------------------------------------------------------------------ methods

Value BitLength(Interpreter&, Arguments& arguments) {
  const std::string bits = IntegerText(arguments.Self(), 2);
  arguments.Finish();
  const size_t length = bits.size() - (bits.front() == '-' ? 1 : 0);
  return Value::Int(bits == "0" ? 0 : static_cast<int64_t>(length));
}

Value IsWhole(Interpreter&, Arguments& arguments) {
  const double number = *AsDouble(arguments.Self());
  arguments.Finish();
  return Value::Bool(std::isfinite(number) && std::floor(number) == number);
}

Value ToPlainInteger(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return MakeIntegerOf(self, Types().integer);
}

Value Real(Interpreter&, const Value& self) {
  return self;
}

constexpr NativeMethod kIntegerMethods[] = {{"bit_length", BitLength},
                                            {"conjugate", ToPlainInteger},
                                            {"__index__", ToPlainInteger},
                                            {"__int__", ToPlainInteger}};
constexpr NativeProperty kIntegerProperties[] = {{"real", Real}, {"numerator", Real}};
constexpr NativeMethod kFloatMethods[] = {{"is_integer", IsWhole}};

void FillNumber(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.compare = CompareNumbers;
  slots.binary = NumberBinary;
  slots.format = NumberFormat;
}

}  // namespace

void FillInt(TypeObject& type) {
  FillNumber(type);
  Slots& slots = type.own_slots();
  slots.make = MakeInt;
  slots.repr = IntegerRepr;
  slots.truth = IntegerTruth;
  slots.hash = IntegerHash;
  slots.unary = IntegerUnary;
  AddMethods(type, kIntegerMethods);
  AddProperties(type, kIntegerProperties);
}

void FillBool(TypeObject& type) {
  type.own_slots().make = MakeBool;
  type.own_slots().repr = BoolRepr;
}

void FillFloat(TypeObject& type) {
  FillNumber(type);
  Slots& slots = type.own_slots();
  slots.make = MakeFloat;
  slots.repr = FloatReprSlot;
  slots.truth = FloatTruth;
  slots.hash = FloatHash;
  slots.unary = FloatUnary;
  AddMethods(type, kFloatMethods);
}

double RealNumber(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (const std::optional<double> known = AsDouble(value)) return *known;
  for (const char* name : {"__float__", "__index__"}) {
    const Value convert = interpreter.FindAttribute(value, Symbol::Intern(name));
    if (convert.is_empty() || Cast<TypeObject>(value) != nullptr) continue;
    if (const std::optional<double> number = AsDouble(interpreter.Call(convert, {}))) return *number;
  }
  RaiseTypeError("must be real number, not " + TypeName(value));
}

}  // namespace limbeck::python
