#pragma once

#include <string>
#include <string_view>

// Upper and lower case of all of Unicode, with the mappings that make one letter several ("ß" -> "SS") and the Greek
// sigma that is written in another way at the end of a word: what str.lower() and its like do.

namespace limbeck::python {

std::string LowerText(std::string_view text);
std::string UpperText(std::string_view text);
std::string TitleText(std::string_view text);
std::string CapitalizeText(std::string_view text);
std::string SwapCaseText(std::string_view text);
/// For comparing without case.
std::string FoldText(std::string_view text);

}  // namespace limbeck::python
