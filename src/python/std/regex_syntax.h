#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limbeck::python {

/// The flags of `re`, with Python's numbers.
enum RegexFlag : uint32_t {
  kRegexIgnoreCase = 2,
  kRegexLocale = 4,
  kRegexMultiLine = 8,
  kRegexDotAll = 16,
  kRegexUnicode = 32,
  kRegexVerbose = 64,
  kRegexAscii = 256,
};

/// A pattern of Python's as PCRE2 reads it. The two languages differ in escapes, in braces, in flags and in names, so
/// every part is written anew; groups have only numbers.
struct RegexTranslation {
  std::string text;
  uint32_t flags = 0;  ///< those given and those that the pattern itself sets
  size_t groups = 0;
  std::vector<std::pair<std::string, size_t>> names;
  /// The groups in the order in which they close.
  std::vector<size_t> closing_order;
};

/// Throws ScriptError: re.error.
RegexTranslation TranslateRegex(std::string_view pattern, uint32_t flags, bool is_bytes);

/// re.error: what is wrong with a pattern or with a template of sub(), and at which byte of it (npos: nobody knows).
[[noreturn]] void RaiseRegexError(std::string_view message, std::string_view pattern, size_t at, bool is_bytes);

bool IsGroupName(std::string_view name);

}  // namespace limbeck::python
