#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace limbeck {

/// Bytes of the code point that starts at `offset` (1 for a byte that starts none, so that loops advance).
size_t Utf8Length(std::string_view text, size_t offset);

/// The code point at `offset`, which is moved past it. A malformed byte gives U+FFFD.
char32_t Utf8Next(std::string_view text, size_t& offset);

void AppendUtf8(std::string& text, char32_t code_point);

/// Code points of the text.
size_t Utf8Count(std::string_view text);

/// Offset of the first byte that is not part of well-formed UTF-8, or npos.
size_t FindInvalidUtf8(std::string_view text);

/// Columns a terminal gives the text (wide East Asian characters count two, combining marks none).
size_t DisplayWidth(std::string_view text);

}  // namespace limbeck
