#include "python/unicode_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "python/unicode_name_rows.h"

namespace limbeck::python {
namespace {

TEST(UnicodeNames, KnowsWhatPeopleWrite) {
  const struct {
    const char* name;
    char32_t code_point;
  } rows[] = {
      {"SPACE", U' '},
      {"degree sign", U'°'},
      {"BULLET", U'•'},
      {"NO-BREAK SPACE", 0xA0},
      {"LATIN SMALL LETTER E", U'e'},
      {"LATIN CAPITAL LETTER E WITH ACUTE", U'É'},
      {"LATIN SMALL LETTER SHARP S", U'ß'},
      {"LATIN SMALL LETTER C WITH CARON", U'č'},
      {"GREEK SMALL LETTER ALPHA", U'α'},
      {"GREEK CAPITAL LETTER OMEGA", U'Ω'},
      {"GREEK SMALL LETTER FINAL SIGMA", U'ς'},
      {"CYRILLIC SMALL LETTER YA", U'я'},
      {"DIGIT SEVEN", U'7'},
      {"CJK UNIFIED IDEOGRAPH-4E2D", U'中'},
      {"SNOWMAN", U'☃'},
      {"PILE OF POO", U'💩'},
  };
  for (const auto& row : rows) EXPECT_EQ(FindUnicodeName(row.name), row.code_point) << row.name;
}

TEST(UnicodeNames, KnowsNoOthers) {
  for (const char* name : {"", "FOO", "LATIN SMALL LETTER", "LATIN SMALL LETTER Q WITH ACUTE", "DIGIT TEN",
                           "CJK UNIFIED IDEOGRAPH-", "CJK UNIFIED IDEOGRAPH-10", "GREEK SMALL LETTER"}) {
    EXPECT_FALSE(FindUnicodeName(name)) << name;
  }
}

TEST(UnicodeNames, RowsAreInOrder) {
  EXPECT_TRUE(std::is_sorted(std::begin(kUnicodeNameRows), std::end(kUnicodeNameRows),
                             [](const auto& one, const auto& two) { return one.name < two.name; }));
}

}  // namespace
}  // namespace limbeck::python
