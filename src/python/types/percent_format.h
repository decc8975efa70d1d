#pragma once

#include <string>
#include <string_view>

#include "python/value.h"

namespace limbeck::python {

class Interpreter;

/// `format % values`: a tuple holds one value for each place, a mapping is asked for the names in %(name)s, anything
/// else is the only value.
std::string FormatPercent(Interpreter& interpreter, std::string_view format, const Value& values);

/// The same of bytes: %b, and %s and %a as bytes.
std::string FormatPercentBytes(Interpreter& interpreter, std::string_view format, const Value& values);

}  // namespace limbeck::python
