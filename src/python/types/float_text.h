#pragma once

#include <optional>
#include <string>
#include <string_view>

// Floats as text, digit for digit as CPython writes them.

namespace limbeck::python {

/// The shortest text that reads back as the same number: "1.5", "1e+16", "-0.0", "nan", "-inf".
std::string FloatRepr(double number);

/// The number without its sign in the form of a format code, `e`, `f` or `g`: `precision` digits behind the point (of
/// all digits, for g). `alternate` keeps the point and the zeros behind it.
std::string FloatDigits(double number, char code, int precision, bool alternate);
/// As g, but a float can be told from an int: ".0" is added, and the exponent comes one digit earlier. What a precision
/// without a code means.
std::string FloatDigitsWithPoint(double number, int precision, bool alternate);

/// A whole text as float() reads it: digits, "inf", "nan", underscores between digits. White space is off already.
std::optional<double> ParseFloat(std::string_view text);

/// "0x1.8000000000000p+1"
std::string FloatHex(double number);
/// What float.fromhex() reads; nullopt for another text, infinite for a number that is too large.
std::optional<double> ParseFloatHex(std::string_view text);

}  // namespace limbeck::python
