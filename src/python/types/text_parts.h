#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What the methods of str, bytes and bytearray do with texts: to cut, to strip, to replace. A str is made of code
// points and has Unicode's white space; the other two are made of bytes and have that of ASCII. Views are of the text
// that was given.

namespace limbeck::python {

enum class TextKind : uint8_t { kStr, kBytes };
enum class Sides : uint8_t { kBoth, kLeft, kRight };

using Parts = std::vector<std::string_view>;

/// At a separator, which is not empty, at most `limit` times; a negative limit is none.
Parts SplitAt(std::string_view text, std::string_view separator, int64_t limit);
Parts SplitAtFromRight(std::string_view text, std::string_view separator, int64_t limit);
/// At runs of white space; what is left after `limit` splits is one part, with the white space at its
/// outer end.
Parts SplitWords(std::string_view text, int64_t limit, TextKind kind);
Parts SplitWordsFromRight(std::string_view text, int64_t limit, TextKind kind);
Parts SplitLines(std::string_view text, bool keep_ends, TextKind kind);

std::string_view StripSpace(std::string_view text, Sides sides, TextKind kind);
/// Strips what is among the characters.
std::string_view StripCharacters(std::string_view text, std::string_view characters, Sides sides, TextKind kind);

/// An empty `from` is found before every character and at the end.
std::string ReplaceParts(std::string_view text, std::string_view from, std::string_view to, int64_t limit,
                         TextKind kind);
/// Occurrences that do not overlap.
int64_t CountParts(std::string_view text, std::string_view part, TextKind kind);

std::string ExpandTabs(std::string_view text, int64_t tab_size, TextKind kind);

/// "-7" as "-0007".
std::string ZeroFilled(std::string_view text, int64_t width, TextKind kind);

/// Characters of the text: its length.
size_t CountCharacters(std::string_view text, TextKind kind);

}  // namespace limbeck::python
