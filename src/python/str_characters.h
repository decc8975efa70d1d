#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What str's methods do, on plain texts. Case is mapped for Latin, Greek and Cyrillic letters one to one; others stay.

namespace limbeck::python {

/// The code points of a text, each as its own text.
std::vector<std::string> Characters(std::string_view text);

std::string LowerText(std::string_view text);
std::string UpperText(std::string_view text);
std::string TitleText(std::string_view text);
std::string CapitalizeText(std::string_view text);
std::string SwapCaseText(std::string_view text);

// True for a text that is not empty and has nothing else in it (IsAscii and IsPrintable: also for an empty one).
bool IsDigitText(std::string_view text);
bool IsAlphaText(std::string_view text);
bool IsAlnumText(std::string_view text);
bool IsSpaceText(std::string_view text);
bool IsUpperText(std::string_view text);
bool IsLowerText(std::string_view text);
bool IsTitleText(std::string_view text);
bool IsIdentifierText(std::string_view text);
bool IsAsciiText(std::string_view text);
bool IsPrintableText(std::string_view text);

/// Without characters: white space.
std::string StripCharacters(std::string_view text, const std::optional<std::string>& characters, bool left, bool right);

/// str.split and str.rsplit; without a separator at runs of white space. A negative limit is none.
std::vector<std::string> SplitFromLeft(std::string_view text, const std::optional<std::string>& separator,
                                       int64_t limit);
std::vector<std::string> SplitFromRight(std::string_view text, const std::optional<std::string>& separator,
                                        int64_t limit);
std::vector<std::string> SplitIntoLines(std::string_view text, bool keep_ends);

/// Throws UnicodeEncodeError, and LookupError for an encoding that is not known.
std::string EncodeText(std::string_view text, const std::string& encoding, const std::string& errors);
/// Throws UnicodeDecodeError.
std::string DecodeBytes(std::string_view bytes, const std::string& encoding, const std::string& errors);

}  // namespace limbeck::python
