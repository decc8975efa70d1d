#pragma once

#include <string_view>

#include "python/value.h"

namespace limbeck::python {

/// The integer that int(text, base) reads: white space around it, a sign, a prefix where the base allows one,
/// underscores between digits, digits of any script. Base 0 goes by the prefix. Empty when the text is none; ValueError
/// for more than 4300 decimal digits, as in CPython.
Value ParseIntegerText(std::string_view text, int base);

}  // namespace limbeck::python
