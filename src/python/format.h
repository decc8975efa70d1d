#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "python/objects.h"

// The format mini-language, and the two older ways to format.

namespace limbeck::python {

class Interpreter;

/// Shortest text that reads back as the same number, as CPython's repr().
std::string FloatRepr(double number);

/// format(value, specification). Throw ValueError for a specification that makes no sense.
std::string FormatText(std::string_view text, std::string_view specification);
std::string FormatInteger(const Value& number, std::string_view specification);
std::string FormatFloat(double number, std::string_view specification);
/// A number of another kind: `digits` gives the text of its size for the type (0: none is written) and the precision
/// (-1: none).
std::string FormatNumber(bool negative, std::string_view specification,
                         const std::function<std::string(char type, int precision)>& digits);

/// "..." % values
std::string FormatPercent(Interpreter& interpreter, std::string_view format, const Value& values);
/// "...".format(*positional, **keywords)
std::string FormatBraces(Interpreter& interpreter, std::string_view format, const std::vector<Value>& positional,
                         const std::vector<std::pair<Symbol, Value>>& keywords);

}  // namespace limbeck::python
