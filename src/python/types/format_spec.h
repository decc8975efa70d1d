#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "python/value.h"

// The format mini-language: `format(value, ">10,.2f")`.

namespace limbeck::python {

/// [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct FormatSpec {
  static constexpr int64_t kNone = -1;

  char32_t fill = ' ';
  char align = 0;  ///< one of < > = ^, or 0 when none is given
  char sign = 0;   ///< one of + - and blank, or 0
  bool no_negative_zero = false;
  bool alternate = false;
  int64_t width = kNone;
  char grouping = 0;  ///< , or _
  int64_t precision = kNone;
  char32_t type = 0;
};

/// Reads a specification; ValueError for one that makes no sense. `type_name` is for messages. Numbers are aligned to
/// the right, and so a 0 before the width means the same as "0=" for them.
FormatSpec ParseFormatSpec(std::string_view text, std::string_view type_name, bool is_number);

/// The text with fill characters around it. It has `length` code points.
std::string Padded(const FormatSpec& spec, std::string_view text, size_t length, char default_align);

// What __format__ does, for a specification that is not empty. `type_name` is the value's class, for messages.
std::string FormatStr(std::string_view text, std::string_view spec, std::string_view type_name);
std::string FormatInteger(const Value& integer, std::string_view spec, std::string_view type_name);
std::string FormatFloat(double number, std::string_view spec, std::string_view type_name);

std::string FormatComplex(double real, double imaginary, std::string_view spec, std::string_view type_name);
/// A number of another kind: `digits` gives the text of its size for the type (0: none is written) and the precision
/// (-1: none).
std::string FormatNumberDigits(bool negative, std::string_view spec, std::string_view type_name,
                               const std::function<std::string(char type, int precision)>& digits);

/// "Unknown format code 'd' for object of type 'str'"
[[noreturn]] void RaiseUnknownFormatCode(char32_t code, std::string_view type_name);

}  // namespace limbeck::python
