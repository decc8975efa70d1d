#define PCRE2_CODE_UNIT_WIDTH 8
#include "python/unicode_identifier.h"

#include <pcre2.h>

#include <memory>
#include <string>

#include "base/utf8.h"

namespace limbeck::python {
namespace {

constexpr const char* kIdentifier = R"(\A[_\p{L}\p{Nl}][_\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\x{B7}\x{387}]*)";
constexpr const char* kNotPrintable = R"(\A[\p{C}\p{Z}])";

/// A pattern of this file, compiled once for all threads.
pcre2_code* Compile(const char* pattern) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  return pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern), PCRE2_ZERO_TERMINATED, PCRE2_UTF, &error, &offset,
                       nullptr);
}

struct FreeMatch {
  void operator()(pcre2_match_data* match) const { pcre2_match_data_free(match); }
};

/// Length of the match at the start of well-formed UTF-8; 0 when there is none.
size_t MatchLength(const pcre2_code* pattern, std::string_view text) {
  const std::unique_ptr<pcre2_match_data, FreeMatch> match(pcre2_match_data_create_from_pattern(pattern, nullptr));
  const int found = pcre2_match(pattern, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, PCRE2_NO_UTF_CHECK,
                                match.get(), nullptr);
  return found > 0 ? pcre2_get_ovector_pointer(match.get())[1] : 0;
}

}  // namespace

size_t IdentifierLength(std::string_view text) {
  static const pcre2_code* const pattern = Compile(kIdentifier);
  return MatchLength(pattern, text);
}

bool IsPrintable(char32_t code_point) {
  static const pcre2_code* const pattern = Compile(kNotPrintable);
  if (code_point == ' ') return true;
  std::string text;
  AppendUtf8(text, code_point);
  return MatchLength(pattern, text) == 0;
}

}  // namespace limbeck::python
