#pragma once

#include <optional>
#include <string>

#include "python/objects.h"

// Integers of any size: small ones lie in the Value, others are BigIntObjects. The library for big ones is known to
// integers.cc alone.

namespace limbeck::python {

class Interpreter;

/// int, bool or an instance of a subclass of int.
bool IsInteger(const Value& value);
/// The integer when it has 64 bits.
std::optional<int64_t> SmallInteger(const Value& value);
/// An int or a float as a double; nullopt for anything else.
std::optional<double> AsDouble(const Value& value);

/// A number, or what has __float__ or __index__, as a double; TypeError "must be real number, not str".
double RealNumber(Interpreter& interpreter, const Value& value);

std::string IntegerText(const Value& value, int base = 10);
/// Digits in a base from 2 to 36 with an optional sign, without prefix; empty when they are none.
Value ParseInteger(std::string_view digits, int base);
/// An instance of int, or of a subclass of it with this value.
Value MakeIntegerOf(const Value& value, const TypeObject* type);

/// Both are integers. Division by zero raises.
Value IntegerBinary(ast::BinaryOperator op, const Value& one, const Value& two);
/// -1, 0 or 1.
int CompareIntegers(const Value& one, const Value& two);
uint64_t HashInteger(const Value& value);

}  // namespace limbeck::python
