#include "project/percent_format.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

const FormatValues kValues = {{"rev", "ae10"}, {"slug", "a_b"}, {"year", 2024},
                              {"month", 7},    {"epoch", -5},   {"here", "/h\u00e9re"}};

std::string FormatLine(const std::string& line) {
  try {
    return PythonRepr(PercentFormat(line, kValues, {})) + "\n";
  } catch (const Error& error) {
    return "! " + error.exception_class() + ": " + error.message() + "\n";
  }
}

TEST(PercentFormat, FormatsAsPythonDoes) {
  for (const FileCase& it : ReadCases("percent_cases.txt")) {
    std::string out;
    for (const std::string& line : SplitLines(it.input)) out += FormatLine(line);
    EXPECT_EQ(out, it.expected) << it.name;
  }
}

TEST(PercentFormat, RefusesWhatHasNoName) {
  const Place place{.file = "alembic.ini", .line = 3, .column = 0, .source_line = "", .width = 1};
  EXPECT_EQ(ErrorOf([&] { PercentFormat("100% sure", kValues, place); }),
            "format requires a mapping\n"
            "  at alembic.ini:3\n"
            "  hint: a percent sign that is meant literally is written twice: %%");
  EXPECT_EQ(ErrorOf([&] { PercentFormat("%(year)99999d", kValues, {}); }),
            "width too big\n"
            "  hint: a percent sign that is meant literally is written twice: %%");
}

}  // namespace
}  // namespace limbeck::project
