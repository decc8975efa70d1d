#include "project/ini_file.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

TEST(ParseIni, KnowsWhereEachLineOfAValueStands) {
  const std::string text = "[alembic]\na = one\n  two\n\n  three\nb=4\n";
  const IniFile file = ParseIni(MakeSource("alembic.ini", text));
  ASSERT_EQ(file.sections.size(), 1U);
  const IniOption* option = file.sections[0].Find("a");
  ASSERT_NE(option, nullptr);
  EXPECT_EQ(option->value, "one\ntwo\n\nthree");
  std::vector<std::string> at;
  for (const uint32_t offset : {option->line_offsets[0], option->line_offsets[1], option->line_offsets[3]}) {
    at.push_back(text.substr(offset, 3));
  }
  EXPECT_EQ(at, (std::vector<std::string>{"one", "two", "thr"}));
  EXPECT_EQ(file.sections[0].Find("c"), nullptr);
}

TEST(ParseIni, ShowsThePlaceOfAnError) {
  struct Row {
    const char* text;
    const char* error;
  };
  const Row rows[] = {
      {"[alembic]\na = 1\n  \n A = 2\nA = 3",
       "While reading from PosixPath('alembic.ini') [line  5]: option 'a' in section 'alembic' already exists\n"
       "  at alembic.ini:5:1\n    A = 3\n    ^~~~~"},
      {"[x]\n[y]\n  [x]\n",
       "While reading from PosixPath('alembic.ini') [line  3]: section 'x' already exists\n"
       "  at alembic.ini:3:3\n      [x]\n      ^~~"},
      {"script_location = a\n",
       "File contains no section headers.\nfile: PosixPath('alembic.ini'), line: 1\n'script_location = a\\n'\n"
       "  at alembic.ini:1:1\n    script_location = a\n    ^~~~~~~~~~~~~~~~~~~\n"
       "  hint: begin the file with [alembic]"},
      {"[a]\nb\n",
       "Source contains parsing errors: PosixPath('alembic.ini')\n\t[line  2]: 'b\\n'\n"
       "  at alembic.ini:2:1\n    b\n    ^\n"
       "  hint: an option is written as \"name = value\"; the lines that continue a value are indented"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(ErrorOf([&] { ParseIni(MakeSource("alembic.ini", row.text)); }), row.error);
  }
}

}  // namespace
}  // namespace limbeck::project
