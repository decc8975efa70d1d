#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "python/objects.h"

// Integers of any size. Small ones lie in the Value, others are BigIntObjects; the library for big ones is known to
// integers.cc alone. Functions that take "an integer" take every value for which IsInteger() is true, and give plain
// ints: an instance of a subclass becomes what it means.

namespace limbeck::python {

class Interpreter;
class TypeObject;

/// int, bool or an instance of a subclass of int.
bool IsInteger(const Value& value);
/// The integer when it has 64 bits; nullopt for larger ones and for what is no integer.
std::optional<int64_t> SmallInteger(const Value& value);
/// An integer's nearest of 64 bits.
int64_t ClampedInteger(const Value& integer);

/// A number of int, float or their subclasses; nullopt for anything else. OverflowError for an int beyond all floats.
std::optional<double> AsDouble(const Value& value);
/// A real number as functions of `math` take it: also what has __float__ or __index__. TypeError "must be real number,
/// not str".
double RealNumber(Interpreter& interpreter, const Value& value);

/// An instance of `type`, which is int or a subclass of it.
Value MakeIntegerOf(const Value& integer, const TypeObject* type);

// ------------------------------------------------------------------------------------------ arithmetic

/// Division by zero, negative shifts and results beyond all memory raise; kDivide gives a float; kPower with a negative
/// exponent too. kMatrixMultiply gives NotImplemented.
Value IntegerBinary(ast::BinaryOperator op, const Value& one, const Value& two);
Value NegateInteger(const Value& integer);
Value InvertInteger(const Value& integer);
/// base ** exponent % modulus. A negative exponent asks for the inverse; ValueError when there is none.
Value IntegerPower(const Value& base, const Value& exponent, const Value& modulus);

/// -1, 0 or 1.
int IntegerSign(const Value& integer);
int CompareIntegers(const Value& one, const Value& two);
/// Exactly, however large both are; the double is not NaN.
int CompareIntegerWithDouble(const Value& integer, double number);
/// Equal for equal numbers of all classes, floats included; that of a small int is the int, as in CPython.
uint64_t HashInteger(const Value& integer);

size_t BitLength(const Value& integer);
size_t BitCount(const Value& integer);

// ------------------------------------------------------------------------------------------ conversions

/// Rounded to the nearest; OverflowError "int too large to convert to float".
double IntegerToDouble(const Value& integer);
/// The double is finite; what is behind the point is cut off.
Value IntegerFromDouble(double number);

/// Digits in base 2, 8, 10 or 16, with '-' and no prefix. ValueError for a decimal text of more than 4300 digits, which
/// CPython refuses to make too.
std::string IntegerText(const Value& integer, int base = 10);
/// Digits in a base from 2 to 36 (ASCII letters in either case); empty when one of them is none.
Value ParseInteger(std::string_view digits, int base);

enum class ByteOrder : uint8_t { kLittle, kBig };
/// OverflowError when the integer does not fit, or is negative and `is_signed` is not set.
std::string IntegerToBytes(const Value& integer, size_t length, ByteOrder order, bool is_signed);
Value IntegerFromBytes(std::string_view bytes, ByteOrder order, bool is_signed);

}  // namespace limbeck::python
