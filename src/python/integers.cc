#include "python/integers.h"

#include <algorithm>
#include <bit>
#include <boost/multiprecision/cpp_int.hpp>
#include <charconv>
#include <cmath>
#include <iterator>

#include "python/objects.h"
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

/// As CPython: texts of more decimal digits take quadratic time.
constexpr size_t kMaxDecimalDigits = 4300;
/// Results with more bits than this (8 MB) are a mistake of the script, and would stop the run for minutes.
constexpr uint64_t kMaxBits = uint64_t{1} << 26;
/// CPython's hashes of numbers are taken modulo this prime.
constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;

cpp_int Big(const Value& value) {
  if (const auto* big = Cast<BigIntObject>(value)) return big->number().value;
  return value.is_bool() ? cpp_int(value.bool_value() ? 1 : 0) : cpp_int(value.int_value());
}

Value MakeBig(cpp_int number, const TypeObject* type) {
  return Make<BigIntObject>(std::make_unique<BigIntObject::Number>(BigIntObject::Number{std::move(number)}), type);
}

Value FromBig(cpp_int number) {
  if (number >= INT64_MIN && number <= INT64_MAX) return Value::Int(static_cast<int64_t>(number));
  return MakeBig(std::move(number), Types().integer);
}

uint64_t Magnitude(int64_t number) {
  return number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
}

size_t BitsOf(const cpp_int& number) {
  return number == 0 ? 0 : boost::multiprecision::msb(boost::multiprecision::abs(number)) + 1;
}

[[noreturn]] void RaiseZeroDivision(const char* what) {
  Raise(Exceptions().zero_division_error, what);
}

/// Quotient and remainder of floor division: the remainder has the sign of the divisor.
void FloorDivide(const cpp_int& one, const cpp_int& two, cpp_int& quotient, cpp_int& remainder) {
  boost::multiprecision::divide_qr(one, two, quotient, remainder);
  if (remainder != 0 && (remainder < 0) != (two < 0)) {
    --quotient;
    remainder += two;
  }
}

Value FloorQuotient(const cpp_int& one, const cpp_int& two) {
  if (two == 0) RaiseZeroDivision("integer division or modulo by zero");
  cpp_int quotient;
  cpp_int remainder;
  FloorDivide(one, two, quotient, remainder);
  return FromBig(std::move(quotient));
}

Value FloorRemainder(const cpp_int& one, const cpp_int& two) {
  if (two == 0) RaiseZeroDivision("integer modulo by zero");
  cpp_int quotient;
  cpp_int remainder;
  FloorDivide(one, two, quotient, remainder);
  return FromBig(std::move(remainder));
}

// ------------------------------------------------------------------------------------------ doubles

/// magnitude * 2^exponent, rounded to the nearest double, half to even. `inexact`: the number is a little larger.
double RoundToDouble(const cpp_int& magnitude, int64_t exponent, bool inexact) {
  const auto bits = static_cast<int64_t>(BitsOf(magnitude));
  const int64_t precision = std::min<int64_t>(53, bits + exponent + 1074);
  if (precision < 0) return 0;
  const int64_t dropped = bits - precision;
  if (dropped <= 0)
    return std::ldexp(static_cast<double>(static_cast<uint64_t>(magnitude)), static_cast<int>(exponent));
  const cpp_int kept = magnitude >> static_cast<unsigned>(dropped);
  const cpp_int rest = magnitude - (kept << static_cast<unsigned>(dropped));
  const cpp_int half = cpp_int(1) << static_cast<unsigned>(dropped - 1);
  auto digits = static_cast<uint64_t>(kept);
  if (rest > half || (rest == half && (inexact || (digits & 1) != 0))) ++digits;
  return std::ldexp(static_cast<double>(digits), static_cast<int>(exponent + dropped));
}

Value TrueQuotient(const cpp_int& one, const cpp_int& two) {
  if (two == 0) RaiseZeroDivision("division by zero");
  const cpp_int dividend = boost::multiprecision::abs(one);
  const cpp_int divisor = boost::multiprecision::abs(two);
  // A quotient of 66 bits or more decides every rounding, together with the question if anything is left.
  const int64_t shift = static_cast<int64_t>(BitsOf(dividend)) - static_cast<int64_t>(BitsOf(divisor)) - 66;
  cpp_int quotient;
  cpp_int remainder;
  if (shift < 0) {
    boost::multiprecision::divide_qr(cpp_int(dividend << static_cast<unsigned>(-shift)), divisor, quotient, remainder);
  } else {
    boost::multiprecision::divide_qr(dividend, cpp_int(divisor << static_cast<unsigned>(shift)), quotient, remainder);
  }
  const double result = shift > 2000 ? HUGE_VAL : RoundToDouble(quotient, shift, remainder != 0);
  if (std::isinf(result)) Raise(Exceptions().overflow_error, "integer division result too large for a float");
  return Value::Float((one < 0) != (two < 0) ? -result : result);
}

double ToDouble(const cpp_int& number) {
  const bool is_huge = BitsOf(number) > 1024;
  const double magnitude = is_huge ? HUGE_VAL : RoundToDouble(boost::multiprecision::abs(number), 0, false);
  if (std::isinf(magnitude)) Raise(Exceptions().overflow_error, "int too large to convert to float");
  return number < 0 ? -magnitude : magnitude;
}

// ------------------------------------------------------------------------------------------ powers and shifts

void CheckBits(uint64_t bits) {
  if (bits > kMaxBits) Raise(Exceptions().memory_error, "integer of more than 8 megabytes");
}

Value FloatPower(double base, double exponent) {
  if (base == 0) RaiseZeroDivision("0.0 cannot be raised to a negative power");
  return Value::Float(std::pow(base, exponent));
}

Value Power(const cpp_int& base, const cpp_int& exponent) {
  if (exponent < 0) return FloatPower(ToDouble(base), ToDouble(exponent));
  if (exponent == 0 || base == 1) return Value::Int(1);
  if (base == 0) return Value::Int(0);
  if (base == -1) return Value::Int((exponent & 1) == 0 ? 1 : -1);
  CheckBits(exponent > kMaxBits ? UINT64_MAX : (BitsOf(base) - 1) * static_cast<uint64_t>(exponent));
  return FromBig(boost::multiprecision::pow(base, static_cast<unsigned>(exponent)));
}

[[noreturn]] void RaiseNegativeShift() {
  RaiseValueError("negative shift count");
}

Value LeftShift(const cpp_int& number, const cpp_int& count) {
  if (count < 0) RaiseNegativeShift();
  if (number == 0) return Value::Int(0);
  CheckBits(count > kMaxBits ? UINT64_MAX : BitsOf(number) + static_cast<uint64_t>(count));
  return FromBig(cpp_int(number << static_cast<unsigned>(count)));
}

/// Rounds down, also negative numbers.
Value RightShift(const cpp_int& number, const cpp_int& count) {
  if (count < 0) RaiseNegativeShift();
  if (count > BitsOf(number)) return Value::Int(number < 0 ? -1 : 0);
  cpp_int quotient;
  cpp_int remainder;
  FloorDivide(number, cpp_int(1) << static_cast<unsigned>(count), quotient, remainder);
  return FromBig(std::move(quotient));
}

Value BigBinary(Operator op, const cpp_int& one, const cpp_int& two) {
  switch (op) {
    case Operator::kAdd:
      return FromBig(one + two);
    case Operator::kSubtract:
      return FromBig(one - two);
    case Operator::kMultiply:
      CheckBits(BitsOf(one) + BitsOf(two));
      return FromBig(one * two);
    case Operator::kDivide:
      return TrueQuotient(one, two);
    case Operator::kFloorDivide:
      return FloorQuotient(one, two);
    case Operator::kModulo:
      return FloorRemainder(one, two);
    case Operator::kPower:
      return Power(one, two);
    case Operator::kLeftShift:
      return LeftShift(one, two);
    case Operator::kRightShift:
      return RightShift(one, two);
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

// ------------------------------------------------------------------------------------------ 64 bits

/// Empty: 64 bits are not enough, or it raises; the slow way knows which.
Value SmallDivision(Operator op, int64_t one, int64_t two) {
  if (two == 0 || two == -1) return {};
  const int64_t quotient = one / two;
  const int64_t remainder = one % two;
  const bool rounds_down = remainder != 0 && (remainder < 0) != (two < 0);
  if (op == Operator::kFloorDivide) return Value::Int(rounds_down ? quotient - 1 : quotient);
  return Value::Int(rounds_down ? remainder + two : remainder);
}

Value SmallShift(Operator op, int64_t number, int64_t count) {
  if (count < 0) return {};
  if (op == Operator::kRightShift) return Value::Int(count > 63 ? (number < 0 ? -1 : 0) : number >> count);
  const bool fits = count < 62 && Magnitude(number) < (uint64_t{1} << (62 - count));
  return fits ? Value::Int(number * (int64_t{1} << count)) : Value();
}

Value SmallPower(int64_t base, int64_t exponent) {
  if (exponent < 0 || exponent > 64) return {};
  int64_t result = 1;
  for (; exponent > 0; --exponent) {
    if (__builtin_mul_overflow(result, base, &result)) return {};
  }
  return Value::Int(result);
}

/// Integers up to 2^53 are doubles, so dividing them rounds once.
Value SmallQuotient(int64_t one, int64_t two) {
  constexpr uint64_t kExact = uint64_t{1} << 53;
  if (two == 0 || Magnitude(one) > kExact || Magnitude(two) > kExact) return {};
  return Value::Float(static_cast<double>(one) / static_cast<double>(two));
}

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
    case Operator::kModulo:
      return SmallDivision(op, one, two);
    case Operator::kDivide:
      return SmallQuotient(one, two);
    case Operator::kBitAnd:
      return Value::Int(one & two);
    case Operator::kBitOr:
      return Value::Int(one | two);
    case Operator::kBitXor:
      return Value::Int(one ^ two);
    case Operator::kPower:
      return SmallPower(one, two);
    case Operator::kLeftShift:
    case Operator::kRightShift:
      return SmallShift(op, one, two);
    case Operator::kMatrixMultiply:
      break;
  }
  return {};
}

}  // namespace

// ------------------------------------------------------------------------------------------ kinds

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

int64_t ClampedInteger(const Value& integer) {
  if (const std::optional<int64_t> small = SmallInteger(integer)) return *small;
  return IntegerSign(integer) < 0 ? INT64_MIN : INT64_MAX;
}

Value MakeIntegerOf(const Value& integer, const TypeObject* type) {
  if (type == Types().integer) {
    return integer.is_object() && integer.object()->type() == type ? integer : FromBig(Big(integer));
  }
  return MakeBig(Big(integer), type);
}

// ------------------------------------------------------------------------------------------ arithmetic

Value IntegerBinary(Operator op, const Value& one, const Value& two) {
  const std::optional<int64_t> left = SmallInteger(one);
  const std::optional<int64_t> right = SmallInteger(two);
  if (left && right) {
    Value result = SmallBinary(op, *left, *right);
    if (!result.is_empty()) return result;
  }
  return BigBinary(op, Big(one), Big(two));
}

Value NegateInteger(const Value& integer) {
  return IntegerBinary(Operator::kSubtract, Value::Int(0), integer);
}

Value InvertInteger(const Value& integer) {
  return IntegerBinary(Operator::kSubtract, Value::Int(-1), integer);
}

namespace {

/// The number whose product with `number` is 1 modulo `modulus`, by Euclid's way.
cpp_int Inverse(const cpp_int& number, const cpp_int& modulus) {
  cpp_int older = modulus, newer = number % modulus;
  cpp_int older_factor = 0, newer_factor = 1;
  while (newer != 0) {
    const cpp_int quotient = older / newer;
    cpp_int next = older - quotient * newer;
    older = std::exchange(newer, std::move(next));
    next = older_factor - quotient * newer_factor;
    older_factor = std::exchange(newer_factor, std::move(next));
  }
  if (boost::multiprecision::abs(older) != 1) RaiseValueError("base is not invertible for the given modulus");
  return older < 0 ? cpp_int(-older_factor) : older_factor;
}

}  // namespace

Value IntegerPower(const Value& base, const Value& exponent, const Value& modulus) {
  const cpp_int signed_modulus = Big(modulus);
  if (signed_modulus == 0) RaiseValueError("pow() 3rd argument cannot be 0");
  const cpp_int divisor = boost::multiprecision::abs(signed_modulus);
  cpp_int power = Big(exponent);
  cpp_int number = Big(base) % divisor;
  if (power < 0) {
    number = Inverse(number, divisor);
    power = -power;
  }
  if (number < 0) number += divisor;
  cpp_int result = divisor == 1 ? cpp_int(0) : cpp_int(boost::multiprecision::powm(number, power, divisor));
  if (signed_modulus < 0 && result != 0) result += signed_modulus;
  return FromBig(std::move(result));
}

int IntegerSign(const Value& integer) {
  const auto* big = Cast<BigIntObject>(integer);
  if (big != nullptr) return big->number().value.sign();
  const int64_t number = *SmallInteger(integer);
  return number < 0 ? -1 : number > 0 ? 1 : 0;
}

int CompareIntegers(const Value& one, const Value& two) {
  if (one.is_int() && two.is_int()) return one.int_value() < two.int_value() ? -1 : one.int_value() > two.int_value();
  const int order = Big(one).compare(Big(two));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

int CompareIntegerWithDouble(const Value& integer, double number) {
  if (std::isinf(number)) return number > 0 ? -1 : 1;
  const double whole = std::trunc(number);
  const int order = CompareIntegers(integer, IntegerFromDouble(whole));
  if (order != 0) return order;
  return number > whole ? -1 : number < whole ? 1 : 0;
}

uint64_t HashInteger(const Value& integer) {
  const std::optional<int64_t> small = SmallInteger(integer);
  const bool is_negative = IntegerSign(integer) < 0;
  const uint64_t hash = small ? Magnitude(*small) % kHashModulus
                              : static_cast<uint64_t>(boost::multiprecision::abs(Big(integer)) % kHashModulus);
  const uint64_t with_sign = is_negative ? 0 - hash : hash;
  return with_sign == UINT64_MAX ? UINT64_MAX - 1 : with_sign;  // -1 means "failed" to CPython
}

size_t BitLength(const Value& integer) {
  if (const std::optional<int64_t> small = SmallInteger(integer)) return std::bit_width(Magnitude(*small));
  return BitsOf(Big(integer));
}

size_t BitCount(const Value& integer) {
  if (const std::optional<int64_t> small = SmallInteger(integer)) return std::popcount(Magnitude(*small));
  size_t count = 0;
  for (const char byte : IntegerToBytes(MakeIntegerOf(integer, Types().integer).is_empty() ? integer
                                        : IntegerSign(integer) < 0                         ? NegateInteger(integer)
                                                                                           : integer,
                                        BitLength(integer) / 8 + 1, ByteOrder::kBig, false)) {
    count += std::popcount(static_cast<unsigned char>(byte));
  }
  return count;
}

// ------------------------------------------------------------------------------------------ conversions

double IntegerToDouble(const Value& integer) {
  if (const std::optional<int64_t> small = SmallInteger(integer)) return static_cast<double>(*small);
  return ToDouble(Big(integer));
}

Value IntegerFromDouble(double number) {
  if (std::fabs(number) < 9e18) return Value::Int(static_cast<int64_t>(number));
  int exponent = 0;
  const double fraction = std::frexp(std::fabs(number), &exponent);
  cpp_int magnitude = static_cast<uint64_t>(std::ldexp(fraction, 53));
  magnitude <<= static_cast<unsigned>(exponent - 53);
  return FromBig(number < 0 ? cpp_int(-magnitude) : magnitude);
}

namespace {

std::string SmallText(int64_t number, int base) {
  char text[66];
  return {text, std::to_chars(text, std::end(text), number, base).ptr};
}

std::string DecimalText(const cpp_int& number) {
  // 3.3 bits make a digit: the exact count is asked for only near the limit.
  std::string digits = BitsOf(number) > kMaxDecimalDigits * 4 ? std::string() : number.str();
  if (digits.empty() || digits.size() - (digits.front() == '-' ? 1 : 0) > kMaxDecimalDigits) {
    RaiseValueError(
        "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase "
        "the limit");
  }
  return digits;
}

/// Bases 2, 8 and 16: some bits for each digit, taken from the end.
std::string BinaryText(const cpp_int& number, unsigned bits_per_digit) {
  std::vector<unsigned char> values;
  export_bits(number, std::back_inserter(values), bits_per_digit);
  std::string text = number < 0 ? "-" : "";
  for (const unsigned char value : values) text += "0123456789abcdef"[value];
  return text;
}

int DigitValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 36;
}

/// Takes digits in groups that fit a word.
cpp_int ParseBig(std::string_view digits, int base) {
  cpp_int number = 0;
  uint64_t group = 0;
  uint64_t unit = 1;
  for (const char c : digits) {
    group = group * static_cast<uint64_t>(base) + static_cast<uint64_t>(DigitValue(c));
    unit *= static_cast<uint64_t>(base);
    if (unit < (uint64_t{1} << 58)) continue;
    number = number * unit + group;
    group = 0;
    unit = 1;
  }
  return number * unit + group;
}

}  // namespace

std::string IntegerText(const Value& integer, int base) {
  if (const std::optional<int64_t> small = SmallInteger(integer)) return SmallText(*small, base);
  const cpp_int number = Big(integer);
  return base == 10 ? DecimalText(number) : BinaryText(number, base == 16 ? 4 : base == 8 ? 3 : 1);
}

Value ParseInteger(std::string_view digits, int base) {
  if (digits.empty()) return {};
  if (!std::all_of(digits.begin(), digits.end(), [base](char c) { return DigitValue(c) < base; })) return {};
  int64_t small = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), small, base);
  if (result.ec == std::errc()) return Value::Int(small);
  return FromBig(ParseBig(digits, base));
}

Value MakeInteger(std::string_view digits) {
  const bool is_negative = digits.starts_with('-');
  if (is_negative || digits.starts_with('+')) digits.remove_prefix(1);
  Value magnitude = ParseInteger(digits, 10);
  return is_negative && !magnitude.is_empty() ? NegateInteger(magnitude) : magnitude;
}

std::string IntegerToBytes(const Value& integer, size_t length, ByteOrder order, bool is_signed) {
  const cpp_int number = Big(integer);
  if (number < 0 && !is_signed) Raise(Exceptions().overflow_error, "can't convert negative int to unsigned");
  // The sign takes a bit; a negative number has as many as its complement.
  const size_t bits = BitsOf(number < 0 ? cpp_int(-number - 1) : number) + (is_signed ? 1 : 0);
  const bool fits = bits <= length * 8 || (number == 0 && length == 0);
  if (!fits) Raise(Exceptions().overflow_error, "int too big to convert");
  const cpp_int image = number < 0 ? cpp_int(number + (cpp_int(1) << static_cast<unsigned>(length * 8))) : number;
  std::string bytes;
  if (image != 0) export_bits(image, std::back_inserter(bytes), 8);
  bytes.insert(0, length - bytes.size(), '\0');
  if (order == ByteOrder::kLittle) std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

Value IntegerFromBytes(std::string_view bytes, ByteOrder order, bool is_signed) {
  std::vector<unsigned char> image(bytes.begin(), bytes.end());
  if (order == ByteOrder::kLittle) std::reverse(image.begin(), image.end());
  if (image.empty()) return Value::Int(0);
  cpp_int number;
  import_bits(number, image.begin(), image.end(), 8);
  if (is_signed && image.front() >= 0x80) number -= cpp_int(1) << static_cast<unsigned>(image.size() * 8);
  return FromBig(std::move(number));
}

}  // namespace limbeck::python
