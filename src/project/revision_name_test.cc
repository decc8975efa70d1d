#include "project/revision_name.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

TEST(SlugOf, KeepsWordsAsAlembicDoes) {
  for (const FileCase& it : ReadCases("slug_cases.txt")) {
    std::string out;
    for (const std::string& line : SplitLines(it.input)) out += PythonRepr(SlugOf(line, 40)) + "\n";
    EXPECT_EQ(out, it.expected) << it.name;
  }
}

TEST(SlugOf, IsNotHurtByOddMessages) {
  EXPECT_EQ(SlugOf("", 40), "");
  EXPECT_EQ(SlugOf(std::string("a\0\x01\x1b[b", 6), 40), "a_b");
  EXPECT_EQ(SlugOf("a\xFF\xC3 b", 40), "a_b");
  EXPECT_EQ(SlugOf(std::string(100000, 'x'), 10), "xxxxxxxxxx_");
  EXPECT_EQ(SlugOf("one two three", 7), "one_");
}

TEST(RevisionFileName, FillsInEveryToken) {
  const CreateDate date{2024, 1, 2, 3, 4, 5, 6, std::nullopt, 1704164645};
  const std::pair<const char*, const char*> rows[] = {
      {"%(rev)s_%(slug)s", "ae10_add_users"},
      {"%(year)d_%(month).2d_%(day).2d_%(hour).2d%(minute).2d%(second).2d-%(rev)s", "2024_01_02_030405-ae10"},
      {"%(epoch)s_%(rev)s", "1704164645_ae10"},
      {"%(year)d/%(month).2d/%(slug)s", "2024/01/add_users"},
      {"plain%%", "plain%"},
  };
  for (const auto& [format, name] : rows) {
    ScriptDirectory directory;
    directory.file_template = format;
    EXPECT_EQ(RevisionFileName(directory, "ae10", "Add users", date), name);
  }
  ScriptDirectory directory;
  directory.file_template = "%(nosuch)s";
  directory.file_template_place.file = "alembic.ini";
  EXPECT_EQ(ErrorOf([&] { RevisionFileName(directory, "a", "", date); }),
            "'nosuch'\n  at alembic.ini\n  hint: a percent sign that is meant literally is written twice: %%");
}

}  // namespace
}  // namespace limbeck::project
