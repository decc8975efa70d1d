#define PCRE2_CODE_UNIT_WIDTH 8
#include "python/types/unicode_class.h"

#include <pcre2.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "python/types/str_text.h"

// ASCII is decided by comparisons; for the rest PCRE2 knows Unicode's categories, and the sets below add the few
// characters that Unicode lists besides.

namespace limbeck::python {
namespace {

constexpr const char* kPatterns[] = {
    R"(\A\p{L})",
    R"(\A\p{Nd})",
    R"(\A[\p{Nd}\xb2\xb3\xb9\x{1369}-\x{1371}\x{19da}\x{2070}\x{2074}-\x{2079}\x{2080}-\x{2089}\x{2460}-\x{2468})"
    R"(\x{2474}-\x{247c}\x{2488}-\x{2490}\x{24ea}\x{24f5}-\x{24fd}\x{24ff}\x{2776}-\x{277e}\x{2780}-\x{2788})"
    R"(\x{278a}-\x{2792}\x{10a40}-\x{10a43}\x{10e60}-\x{10e68}\x{11052}-\x{1105a}\x{1f100}-\x{1f10a}])",
    R"(\A[\p{N}\x{3405}\x{3483}\x{382a}\x{3b4d}\x{4e00}\x{4e03}\x{4e07}\x{4e09}\x{4e5d}\x{4e8c}\x{4e94}\x{4e96})"
    R"(\x{4ebf}\x{4ec0}\x{4edf}\x{4ee8}\x{4f0d}\x{4f70}\x{5104}\x{5146}\x{5169}\x{516b}\x{516d}\x{5341})"
    R"(\x{5343}-\x{5345}\x{534c}\x{53c1}-\x{53c4}\x{56db}\x{58f1}\x{58f9}\x{5e7a}\x{5efe}\x{5eff}\x{5f0c}-\x{5f0e})"
    R"(\x{5f10}\x{62fe}\x{634c}\x{67d2}\x{6f06}\x{7396}\x{767e}\x{8086}\x{842c}\x{8cae}\x{8cb3}\x{8d30}\x{9621})"
    R"(\x{9646}\x{964c}\x{9678}\x{96f6}\x{f96b}\x{f973}\x{f978}\x{f9b2}\x{f9d1}\x{f9d3}\x{f9fd}\x{20001}\x{20064})"
    R"(\x{200e2}\x{20121}\x{2092a}\x{20983}\x{2098c}\x{2099c}\x{20aea}\x{20afd}\x{20b19}\x{22390}\x{22998}\x{23b1b})"
    R"(\x{2626d}\x{2f890}])",
    R"(\A[\p{Zs}\x{85}\x{2028}\x{2029}])",
    R"(\A[\p{Ll}\xaa\xba\x{2b0}-\x{2b8}\x{2c0}\x{2c1}\x{2e0}-\x{2e4}\x{345}\x{37a}\x{1d2c}-\x{1d6a}\x{1d78})"
    R"(\x{1d9b}-\x{1dbf}\x{2071}\x{207f}\x{2090}-\x{209c}\x{2170}-\x{217f}\x{24d0}-\x{24e9}\x{2c7c}\x{2c7d})"
    R"(\x{a69c}\x{a69d}\x{a770}\x{a7f8}\x{a7f9}\x{ab5c}-\x{ab5f}\x{10780}\x{10783}-\x{10785}\x{10787}-\x{107b0})"
    R"(\x{107b2}-\x{107ba}])",
    R"(\A[\p{Lu}\x{2160}-\x{216f}\x{24b6}-\x{24cf}\x{1f130}-\x{1f149}\x{1f150}-\x{1f169}\x{1f170}-\x{1f189}])",
    R"(\A\p{Lt})",
    (R"(\A[\p{Mn}\p{Me}\p{Cf}\p{Lm}\p{Sk}\xb7\x{387}\x{55f}\x{5f4}\x{2018}\x{2019}\x{2024}\x{2027}\x{fe13}\x{fe52})"
     R"(\x{fe55}\x{ff07}\x{ff0e}\x{ff1a}])"),
};
constexpr size_t kClassCount = sizeof kPatterns / sizeof kPatterns[0];

pcre2_code* Compile(const char* pattern) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  return pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern), PCRE2_ZERO_TERMINATED, PCRE2_UTF, &error, &offset,
                       nullptr);
}

/// Each is compiled when it is first needed, once for all threads.
template <size_t kIndex>
const pcre2_code* PatternAt() {
  static const pcre2_code* const code = Compile(kPatterns[kIndex]);
  return code;
}

template <size_t... kIndexes>
const pcre2_code* Pattern(CharacterClass character_class, std::index_sequence<kIndexes...>) {
  constexpr const pcre2_code* (*kGetters[])() = {PatternAt<kIndexes>...};
  return kGetters[static_cast<size_t>(character_class)]();
}

struct FreeMatch {
  void operator()(pcre2_match_data* match) const { pcre2_match_data_free(match); }
};

bool Matches(CharacterClass character_class, char32_t code_point) {
  if (code_point >= 0xD800 && code_point <= 0xDFFF) return false;
  static thread_local const std::unique_ptr<pcre2_match_data, FreeMatch> match(pcre2_match_data_create(1, nullptr));
  const pcre2_code* pattern = Pattern(character_class, std::make_index_sequence<kClassCount>());
  std::string text;
  AppendUtf8(text, code_point);
  return pcre2_match(pattern, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, PCRE2_NO_UTF_CHECK,
                     match.get(), nullptr) > 0;
}

bool IsBetween(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

bool IsAsciiInClass(CharacterClass character_class, char32_t c) {
  switch (character_class) {
    case CharacterClass::kAlpha:
      return IsBetween(c | 0x20, 'a', 'z');
    case CharacterClass::kDecimal:
    case CharacterClass::kDigit:
    case CharacterClass::kNumeric:
      return IsBetween(c, '0', '9');
    case CharacterClass::kSpace:
      return c == ' ' || IsBetween(c, 0x09, 0x0D) || IsBetween(c, 0x1C, 0x1F);
    case CharacterClass::kLower:
      return IsBetween(c, 'a', 'z');
    case CharacterClass::kUpper:
      return IsBetween(c, 'A', 'Z');
    case CharacterClass::kTitle:
      return false;
    case CharacterClass::kCaseIgnorable:
      return c == '\'' || c == '.' || c == ':' || c == '^' || c == '`';
  }
  return false;
}

/// Digits zero of the scripts; the other nine follow each.
constexpr char32_t kZeros[] = {
    0x30,    0x660,   0x6F0,   0x7C0,   0x966,   0x9E6,   0xA66,   0xAE6,   0xB66,   0xBE6,   0xC66,
    0xCE6,   0xD66,   0xDE6,   0xE50,   0xED0,   0xF20,   0x1040,  0x1090,  0x17E0,  0x1810,  0x1946,
    0x19D0,  0x1A80,  0x1A90,  0x1B50,  0x1BB0,  0x1C40,  0x1C50,  0xA620,  0xA8D0,  0xA900,  0xA9D0,
    0xA9F0,  0xAA50,  0xABF0,  0xFF10,  0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0,
    0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60,
    0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
};

}  // namespace

bool IsInClass(CharacterClass character_class, char32_t code_point) {
  return code_point < 0x80 ? IsAsciiInClass(character_class, code_point) : Matches(character_class, code_point);
}

bool IsCased(char32_t code_point) {
  return IsInClass(CharacterClass::kLower, code_point) || IsInClass(CharacterClass::kUpper, code_point) ||
         IsInClass(CharacterClass::kTitle, code_point);
}

bool AllInClass(CharacterClass character_class, std::string_view text) {
  for (size_t offset = 0; offset < text.size();) {
    if (!IsInClass(character_class, NextCodePoint(text, offset))) return false;
  }
  return !text.empty();
}

int DecimalValue(char32_t code_point) {
  const auto* const after = std::upper_bound(std::begin(kZeros), std::end(kZeros), code_point);
  if (after == std::begin(kZeros)) return -1;
  const char32_t value = code_point - *(after - 1);
  return value < 10 ? static_cast<int>(value) : -1;
}

}  // namespace limbeck::python
