#include "project/text_encoding.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

TEST(EncodeText, KnowsEncodings) {
  struct Row {
    const char* encoding;
    const char* text;
    std::string bytes;
  };
  const Row rows[] = {
      {"utf-8", "é", "\xC3\xA9"},
      {"UTF_8", "é", "\xC3\xA9"},
      {"utf-8-sig", "a",
       "\xEF\xBB\xBF"
       "a"},
      {"ascii", "a\n", "a\n"},
      {"latin-1", "é", "\xE9"},
      {"ISO-8859-1", "ÿ", "\xFF"},
      {"utf-16", "é", std::string("\xFF\xFE\xE9\0", 4)},
      {"utf-16-le", "😀", std::string("\x3D\xD8\x00\xDE", 4)},
      {"utf-16-be", "😀", std::string("\xD8\x3D\xDE\x00", 4)},
  };
  for (const Row& row : rows) EXPECT_EQ(EncodeText(row.text, row.encoding, {}), row.bytes) << row.encoding;
}

TEST(EncodeText, RefusesWhatItCannotWrite) {
  Place place;
  place.file = "alembic.ini";
  EXPECT_EQ(ErrorOf([&] { EncodeText("a", "klingon", place); }),
            "unknown encoding: klingon\n  at alembic.ini\n"
            "  hint: the known ones are utf-8, utf-16, ascii and latin-1");
  EXPECT_EQ(ErrorOf([&] { EncodeText("aé", "ascii", place); }),
            "'ascii' codec can't encode character U+00E9 in position 1\n  at alembic.ini\n"
            "  hint: set output_encoding to utf-8");
  EXPECT_EQ(ErrorOf([&] { EncodeText("Ā", "latin-1", {}); }),
            "'latin-1' codec can't encode character U+0100 in position 0\n  hint: set output_encoding to utf-8");
}

}  // namespace
}  // namespace limbeck::project
