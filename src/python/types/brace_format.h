#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "python/symbol.h"
#include "python/value.h"

namespace limbeck::python {

class Interpreter;

/// Where the fields of "{0} {name}" take their values.
struct FormatFields {
  std::span<const Value> positional = {};
  std::span<const std::pair<Symbol, Value>> keywords = {};
  /// str.format_map(mapping): asked for the names instead, and there is nothing by position. Empty: none.
  Value mapping = {};
};

/// str.format: fields with attributes, indexes, conversions, and specifications that may hold fields themselves.
std::string FormatBraces(Interpreter& interpreter, std::string_view format, const FormatFields& fields);

}  // namespace limbeck::python
