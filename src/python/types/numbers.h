#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "python/integers.h"
#include "python/type.h"
#include "python/value.h"

// What int, float and complex share.

namespace limbeck::python {

class Interpreter;

/// Equal numbers have equal hashes, whatever their types.
uint64_t HashDouble(double number);

/// The answer of a comparison whose operands are ordered so: negative, 0, positive.
Value FromOrder(int order, CompareOp op);

/// An int from what has __index__, within 64 bits: OverflowError beyond.
int64_t IndexArgument(Interpreter& interpreter, const Value& value);

/// Text of a number without white space around it, digits of other scripts as those of ASCII.
std::string PlainNumberText(std::string_view text);

/// Quotient rounded down, and the rest, which has the divisor's sign. The divisor is not zero.
struct FloatDivision {
  double quotient;
  double rest;
};
FloatDivision DivideDown(double one, double two);

/// The integer nearest to the number, half to even: round(x).
Value RoundToInteger(double number);
/// round(x, digits)
double RoundToDigits(double number, int64_t digits);
/// round(n, digits) of an integer; digits are negative.
Value RoundInteger(const Value& integer, int64_t digits);

/// int(x) of a float: ValueError and OverflowError for what is not finite.
Value TruncateToInteger(double number);

}  // namespace limbeck::python
