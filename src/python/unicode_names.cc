#include "python/unicode_names.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/text.h"
#include "python/unicode_name_rows.h"

namespace limbeck::python {
namespace {

using CodePoint = std::optional<char32_t>;

/// Letters in pairs: the plain one, and the same with the accent.
struct AccentRow {
  std::string_view name;
  std::u32string_view pairs;
};

constexpr AccentRow kAccents[] = {
    {"GRAVE", U"AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹ"},
    {"ACUTE", U"AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźGǴgǵ"},
    {"CIRCUMFLEX", U"AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"},
    {"TILDE", U"AÃNÑOÕaãnñoõIĨiĩUŨuũ"},
    {"DIAERESIS", U"AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸ"},
    {"RING ABOVE", U"AÅaåUŮuů"},
    {"CEDILLA", U"CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩ"},
    {"STROKE", U"OØoøDĐdđHĦhħLŁlłTŦtŧbƀIƗZƵzƶGǤgǥAȺCȻcȼBɃEɆeɇJɈjɉRɌrɍYɎyɏ"},
    {"MACRON", U"AĀaāEĒeēIĪiīOŌoōUŪuūYȲyȳ"},
    {"BREVE", U"AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"},
    {"OGONEK", U"AĄaąEĘeęIĮiįUŲuųOǪoǫ"},
    {"DOT ABOVE", U"CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯ"},
    {"CARON", U"CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔGǦgǧKǨkǩjǰHȞhȟ"},
    {"DOUBLE ACUTE", U"OŐoőUŰuű"},
    {"COMMA BELOW", U"SȘsșTȚtț"},
};

/// In the order of the code charts.
constexpr std::string_view kGreek[] = {"ALPHA",   "BETA", "GAMMA", "DELTA",       "EPSILON", "ZETA", "ETA",
                                       "THETA",   "IOTA", "KAPPA", "LAMDA",       "MU",      "NU",   "XI",
                                       "OMICRON", "PI",   "RHO",   "FINAL SIGMA", "SIGMA",   "TAU",  "UPSILON",
                                       "PHI",     "CHI",  "PSI",   "OMEGA"};
constexpr std::string_view kCyrillic[] = {"A",   "BE",      "VE",        "GHE",  "DE",        "IE", "ZHE", "ZE",
                                          "I",   "SHORT I", "KA",        "EL",   "EM",        "EN", "O",   "PE",
                                          "ER",  "ES",      "TE",        "U",    "EF",        "HA", "TSE", "CHE",
                                          "SHA", "SHCHA",   "HARD SIGN", "YERU", "SOFT SIGN", "E",  "YU",  "YA"};
constexpr std::string_view kDigits[] = {"ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"};

/// Takes the prefix off; false when the text has another.
bool Take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

template <typename Names>
CodePoint FindInOrder(const Names& names, std::string_view name, char32_t first) {
  const auto found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) return std::nullopt;
  return first + static_cast<char32_t>(found - std::begin(names));
}

CodePoint FindAccented(char32_t letter, std::string_view accent) {
  for (const AccentRow& row : kAccents) {
    if (row.name != accent) continue;
    for (size_t i = 0; i + 1 < row.pairs.size(); i += 2) {
      if (row.pairs[i] == letter) return row.pairs[i + 1];
    }
  }
  return std::nullopt;
}

/// "E" or "E WITH ACUTE"
CodePoint FindLatin(std::string_view name, bool small) {
  if (name.empty() || name[0] < 'A' || name[0] > 'Z') return std::nullopt;
  const auto letter = static_cast<char32_t>(name[0] + (small ? 32 : 0));
  name.remove_prefix(1);
  if (name.empty()) return letter;
  return Take(name, " WITH ") ? FindAccented(letter, name) : std::nullopt;
}

/// "SMALL LETTER A" of an alphabet whose letters stand in a row.
template <typename Names>
CodePoint FindLetter(std::string_view name, const Names& names, char32_t capital, char32_t small) {
  if (Take(name, "CAPITAL LETTER ") && name != "FINAL SIGMA") return FindInOrder(names, name, capital);
  if (Take(name, "SMALL LETTER ")) return FindInOrder(names, name, small);
  return std::nullopt;
}

CodePoint FindIdeograph(std::string_view digits) {
  uint32_t value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  const bool whole = result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  return whole && value >= 0x4E00 && value <= 0x9FFC ? CodePoint(value) : std::nullopt;
}

CodePoint FindRow(std::string_view name) {
  const auto* const row =
      std::lower_bound(std::begin(kUnicodeNameRows), std::end(kUnicodeNameRows), name,
                       [](const UnicodeNameRow& one, std::string_view key) { return one.name < key; });
  if (row == std::end(kUnicodeNameRows) || row->name != name) return std::nullopt;
  return row->code_point;
}

}  // namespace

std::optional<char32_t> FindUnicodeName(std::string_view written) {
  const std::string upper = ToUpper(written);
  std::string_view name = upper;
  if (const CodePoint found = FindRow(name)) return found;
  if (Take(name, "LATIN SMALL LETTER ")) return FindLatin(name, true);
  if (Take(name, "LATIN CAPITAL LETTER ")) return FindLatin(name, false);
  if (Take(name, "GREEK ")) return FindLetter(name, kGreek, 0x391, 0x3B1);
  if (Take(name, "CYRILLIC ")) return FindLetter(name, kCyrillic, 0x410, 0x430);
  if (Take(name, "DIGIT ")) return FindInOrder(kDigits, name, U'0');
  if (Take(name, "CJK UNIFIED IDEOGRAPH-")) return FindIdeograph(name);
  return std::nullopt;
}

}  // namespace limbeck::python
