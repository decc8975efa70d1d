#include "python/integers.h"

#include <boost/multiprecision/cpp_int.hpp>
#include <charconv>
#include <cmath>

#include "python/script_error.h"

namespace limbeck::python {

using boost::multiprecision::cpp_int;

struct BigIntObject::Number {
  cpp_int value;
};

BigIntObject::BigIntObject(std::unique_ptr<Number> number, const TypeObject* type)
    : ObjectWithAttributes(type), number_(std::move(number)) {}
BigIntObject::~BigIntObject() = default;

namespace {

using Operator = ast::BinaryOperator;

cpp_int Big(const Value& value) {
  if (const auto* big = Cast<BigIntObject>(value)) return big->number().value;
  return value.is_bool() ? cpp_int(value.bool_value() ? 1 : 0) : cpp_int(value.int_value());
}

Value FromBig(const cpp_int& number) {
  if (number >= INT64_MIN && number <= INT64_MAX) return Value::Int(static_cast<int64_t>(number));
  return Make<BigIntObject>(std::make_unique<BigIntObject::Number>(BigIntObject::Number{number}), Types().integer);
}

cpp_int FloorDivide(const cpp_int& one, const cpp_int& two) {
  cpp_int quotient = one / two;
  if (one % two != 0 && (one < 0) != (two < 0)) --quotient;
  return quotient;
}

[[noreturn]] void RaiseZeroDivision(const char* what) {
  Raise(Exceptions().zero_division_error, what);
}

unsigned ShiftCount(const cpp_int& count) {
  if (count < 0) RaiseValueError("negative shift count");
  if (count > 1'000'000) Raise(Exceptions().overflow_error, "too many digits in integer");
  return static_cast<unsigned>(count);
}

Value Power(const cpp_int& base, const cpp_int& exponent) {
  if (exponent < 0) return Value::Float(std::pow(static_cast<double>(base), static_cast<double>(exponent)));
  return FromBig(boost::multiprecision::pow(base, ShiftCount(exponent)));
}

Value BigBinary(Operator op, const cpp_int& one, const cpp_int& two) {
  switch (op) {
    case Operator::kAdd:
      return FromBig(one + two);
    case Operator::kSubtract:
      return FromBig(one - two);
    case Operator::kMultiply:
      return FromBig(one * two);
    case Operator::kDivide:
      if (two == 0) RaiseZeroDivision("division by zero");
      return Value::Float(static_cast<double>(one) / static_cast<double>(two));
    case Operator::kFloorDivide:
      if (two == 0) RaiseZeroDivision("integer division or modulo by zero");
      return FromBig(FloorDivide(one, two));
    case Operator::kModulo:
      if (two == 0) RaiseZeroDivision("integer modulo by zero");
      return FromBig(one - FloorDivide(one, two) * two);
    case Operator::kPower:
      return Power(one, two);
    case Operator::kLeftShift:
      return FromBig(one << ShiftCount(two));
    case Operator::kRightShift:
      return FromBig(FloorDivide(one, cpp_int(1) << ShiftCount(two)));
    case Operator::kBitAnd:
      return FromBig(one & two);
    case Operator::kBitOr:
      return FromBig(one | two);
    case Operator::kBitXor:
      return FromBig(one ^ two);
    case Operator::kMatrixMultiply:
      break;
  }
  return NotImplementedValue();
}

/// The operators that 64 bits are enough for; empty when they are not.
Value SmallBinary(Operator op, int64_t one, int64_t two) {
  int64_t result = 0;
  switch (op) {
    case Operator::kAdd:
      return __builtin_add_overflow(one, two, &result) ? Value() : Value::Int(result);
    case Operator::kSubtract:
      return __builtin_sub_overflow(one, two, &result) ? Value() : Value::Int(result);
    case Operator::kMultiply:
      return __builtin_mul_overflow(one, two, &result) ? Value() : Value::Int(result);
    case Operator::kFloorDivide:
    case Operator::kModulo: {
      if (two == 0 || two == -1) return Value();
      const int64_t quotient = one / two;
      const int64_t remainder = one % two;
      const bool rounds_up = remainder != 0 && (remainder < 0) != (two < 0);
      if (op == Operator::kFloorDivide) return Value::Int(rounds_up ? quotient - 1 : quotient);
      return Value::Int(rounds_up ? remainder + two : remainder);
    }
    case Operator::kBitAnd:
      return Value::Int(one & two);
    case Operator::kBitOr:
      return Value::Int(one | two);
    case Operator::kBitXor:
      return Value::Int(one ^ two);
    case Operator::kDivide:
      return two == 0 ? Value() : Value::Float(static_cast<double>(one) / static_cast<double>(two));
    case Operator::kPower:
    case Operator::kLeftShift:
    case Operator::kRightShift:
    case Operator::kMatrixMultiply:
      break;
  }
  return Value();
}

int DigitValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

}  // namespace

bool IsInteger(const Value& value) {
  return value.is_int() || value.is_bool() || Cast<BigIntObject>(value) != nullptr;
}

std::optional<int64_t> SmallInteger(const Value& value) {
  if (value.is_int()) return value.int_value();
  if (value.is_bool()) return value.bool_value() ? 1 : 0;
  const auto* big = Cast<BigIntObject>(value);
  if (big == nullptr) return std::nullopt;
  const cpp_int& number = big->number().value;
  if (number < INT64_MIN || number > INT64_MAX) return std::nullopt;
  return static_cast<int64_t>(number);
}

std::optional<double> AsDouble(const Value& value) {
  if (value.is_float()) return value.float_value();
  if (const auto* number = Cast<FloatObject>(value)) return number->value;
  if (value.is_int()) return static_cast<double>(value.int_value());
  return IsInteger(value) ? std::optional(static_cast<double>(Big(value))) : std::nullopt;
}

std::string IntegerText(const Value& value, int base) {
  if (value.is_int() && base == 10) return std::to_string(value.int_value());
  cpp_int number = Big(value);
  if (base == 10) return number.str();
  const bool negative = number < 0;
  if (negative) number = -number;
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[static_cast<int>(cpp_int(number % base))]);
    number /= base;
  } while (number != 0);
  return (negative ? "-" : "") + digits;
}

Value ParseInteger(std::string_view digits, int base) {
  const bool negative = !digits.empty() && digits.front() == '-';
  if (!digits.empty() && (digits.front() == '-' || digits.front() == '+')) digits.remove_prefix(1);
  if (digits.empty() || digits.back() == '_' || digits.front() == '_') return Value();
  cpp_int number = 0;
  for (const char c : digits) {
    if (c == '_') continue;
    const int digit = DigitValue(c);
    if (digit >= base) return Value();
    number = number * base + digit;
  }
  return FromBig(negative ? cpp_int(-number) : number);
}

Value MakeInteger(std::string_view digits) {
  return ParseInteger(digits, 10);
}

Value MakeIntegerOf(const Value& value, const TypeObject* type) {
  if (type == Types().integer) return FromBig(Big(value));
  return Make<BigIntObject>(std::make_unique<BigIntObject::Number>(BigIntObject::Number{Big(value)}), type);
}

Value IntegerBinary(Operator op, const Value& one, const Value& two) {
  if (one.is_int() && two.is_int()) {
    Value result = SmallBinary(op, one.int_value(), two.int_value());
    if (!result.is_empty()) return result;
  }
  return BigBinary(op, Big(one), Big(two));
}

int CompareIntegers(const Value& one, const Value& two) {
  if (one.is_int() && two.is_int()) return one.int_value() < two.int_value() ? -1 : one.int_value() > two.int_value();
  return Big(one).compare(Big(two));
}

/// Equal numbers hash alike, whatever their class.
uint64_t HashInteger(const Value& value) {
  if (const std::optional<int64_t> small = SmallInteger(value)) return static_cast<uint64_t>(*small);
  return HashText(IntegerText(value));
}

}  // namespace limbeck::python
