#pragma once

#include <string>
#include <string_view>

// str to bytes and back: utf-8, utf-8-sig, utf-16, utf-32 (each with -le and -be), ascii, latin-1, cp1252,
// unicode_escape, raw_unicode_escape. Errors are handled as errors= says: strict, ignore, replace, backslashreplace,
// xmlcharrefreplace, surrogateescape, surrogatepass.

namespace limbeck::python {

/// Throws UnicodeEncodeError; LookupError for an encoding or an error handler that is not known.
std::string EncodeText(std::string_view text, std::string_view encoding, std::string_view errors = "strict");
/// Throws UnicodeDecodeError; LookupError as above.
std::string DecodeBytes(std::string_view bytes, std::string_view encoding, std::string_view errors = "strict");

}  // namespace limbeck::python
