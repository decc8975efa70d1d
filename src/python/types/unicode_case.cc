#include "python/types/unicode_case.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "base/utf8.h"
#include "python/types/str_text.h"
#include "python/types/unicode_case_rows.h"
#include "python/types/unicode_class.h"

namespace limbeck::python {
namespace {

bool IsBetween(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

char32_t Mapped(std::span<const CaseRange> ranges, char32_t c) {
  const auto ends_before = [](const CaseRange& range, char32_t code) { return range.last < code; };
  const auto found = std::lower_bound(ranges.begin(), ranges.end(), c, ends_before);
  if (found == ranges.end() || c < found->first || (c - found->first) % found->step != 0) return c;
  return static_cast<char32_t>(static_cast<int32_t>(c) + found->distance);
}

const char* FindText(std::span<const CaseText> texts, char32_t c) {
  const auto is_before = [](const CaseText& text, char32_t code) { return text.code < code; };
  const auto found = std::lower_bound(texts.begin(), texts.end(), c, is_before);
  return found != texts.end() && found->code == c ? found->text : nullptr;
}

constexpr char32_t kSmallSharpS = 0xDF;
constexpr char32_t kCapitalSharpS = 0x1E9E;
constexpr char32_t kDottedCapitalI = 0x130;
constexpr char32_t kDotlessI = 0x131;
constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr char32_t kSmallSigma = 0x3C3;

void AppendLower(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(IsBetween(c, 'A', 'Z') ? c + 0x20 : c);
  } else if (c == kDottedCapitalI) {
    out += "i\u0307";
  } else {
    AppendUtf8(out, Mapped(kLowerRanges, c));
  }
}

void AppendUpper(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(IsBetween(c, 'a', 'z') ? c - 0x20 : c);
  } else if (const char* text = FindText(kUpperTexts, c)) {
    out += text;
  } else {
    AppendUtf8(out, Mapped(kUpperRanges, c));
  }
}

/// Georgian has capitals, but writes no title with them.
bool IsGeorgian(char32_t c) {
  return IsBetween(c, 0x10D0, 0x10FF);
}

void AppendTitle(std::string& out, char32_t c) {
  if (IsGeorgian(c)) return AppendUtf8(out, c);
  if (const char* text = FindText(kTitleTexts, c)) {
    out += text;
    return;
  }
  std::string capital;
  AppendUpper(capital, c);
  const size_t first = CodePointLength(capital, 0);
  out += capital.substr(0, first) + LowerText(std::string_view(capital).substr(first));
}

/// Folding is the small letter of the capital; Cherokee, whose capitals are older, folds to capitals.
void AppendFolded(std::string& out, char32_t c) {
  if (c == kDotlessI || IsBetween(c, 0x13A0, 0x13F5)) return AppendUtf8(out, c);
  if (c == kCapitalSharpS) c = kSmallSharpS;
  if (IsBetween(c, 0x13F8, 0x13FD) || IsBetween(c, 0xAB70, 0xABBF)) return AppendUpper(out, c);
  std::string capital;
  AppendUpper(capital, c);
  for (size_t offset = 0; offset < capital.size();) AppendLower(out, NextCodePoint(capital, offset));
}

/// A sigma ends a word when a letter is before it and none after it, whatever marks and apostrophes are between.
bool EndsWord(std::string_view text, size_t begin, size_t end) {
  bool is_after_letter = false;
  while (begin > 0) {
    const char32_t c = PreviousCodePoint(text, begin);
    if (IsInClass(CharacterClass::kCaseIgnorable, c)) continue;
    is_after_letter = IsCased(c);
    break;
  }
  while (is_after_letter && end < text.size()) {
    const char32_t c = NextCodePoint(text, end);
    if (!IsInClass(CharacterClass::kCaseIgnorable, c)) return !IsCased(c);
  }
  return is_after_letter;
}

/// The small letters of the code point that ends at `end`.
void AppendLowerInText(std::string& out, char32_t c, std::string_view text, size_t begin, size_t end) {
  if (c == kCapitalSigma) return AppendUtf8(out, EndsWord(text, begin, end) ? kFinalSigma : kSmallSigma);
  AppendLower(out, c);
}

/// `change`: void(std::string& out, char32_t c, size_t begin, size_t end).
template <typename Change>
std::string MapWithPlaces(std::string_view text, Change change) {
  std::string out;
  out.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    const char32_t c = NextCodePoint(text, offset);
    change(out, c, begin, offset);
  }
  return out;
}

}  // namespace

std::string LowerText(std::string_view text) {
  return MapWithPlaces(text, [text](std::string& out, char32_t c, size_t begin, size_t end) {
    AppendLowerInText(out, c, text, begin, end);
  });
}

std::string UpperText(std::string_view text) {
  return MapCodePoints(text, AppendUpper);
}

std::string TitleText(std::string_view text) {
  bool inside_word = false;
  return MapWithPlaces(text, [&, text](std::string& out, char32_t c, size_t begin, size_t end) {
    if (inside_word) {
      AppendLowerInText(out, c, text, begin, end);
    } else {
      AppendTitle(out, c);
    }
    inside_word = IsCased(c);
  });
}

std::string CapitalizeText(std::string_view text) {
  return MapWithPlaces(text, [text](std::string& out, char32_t c, size_t begin, size_t end) {
    if (begin == 0) {
      AppendTitle(out, c);
    } else {
      AppendLowerInText(out, c, text, begin, end);
    }
  });
}

std::string SwapCaseText(std::string_view text) {
  return MapWithPlaces(text, [text](std::string& out, char32_t c, size_t begin, size_t end) {
    if (IsInClass(CharacterClass::kUpper, c)) {
      AppendLowerInText(out, c, text, begin, end);
    } else if (IsInClass(CharacterClass::kLower, c)) {
      AppendUpper(out, c);
    } else {
      AppendUtf8(out, c);
    }
  });
}

std::string FoldText(std::string_view text) {
  return MapCodePoints(text, AppendFolded);
}

}  // namespace limbeck::python
