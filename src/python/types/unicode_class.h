#pragma once

#include <cstdint>
#include <string_view>

// Which kind of character a code point is, as str.isalpha() and its like ask.

namespace limbeck::python {

enum class CharacterClass : uint8_t {
  kAlpha,
  kDecimal,  ///< ends a number in base ten: int() reads it
  kDigit,    ///< also superscripts and digits in circles
  kNumeric,  ///< also fractions, Roman and Chinese numerals
  kSpace,
  kLower,
  kUpper,
  kTitle,          ///< capitals that are one letter with a small one after them, as in Croatian
  kCaseIgnorable,  ///< does not end a word, for the last sigma in it
};

bool IsInClass(CharacterClass character_class, char32_t code_point);
/// An upper, lower or title case letter.
bool IsCased(char32_t code_point);
/// The text is not empty and nothing else is in it.
bool AllInClass(CharacterClass character_class, std::string_view text);

/// The value of a decimal digit of any script, or -1.
int DecimalValue(char32_t code_point);

}  // namespace limbeck::python
