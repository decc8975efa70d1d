#include "project/config_parser.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "project/cases_test.h"

namespace limbeck::project {
namespace {

std::string OneLine(const Error& error) {
  const std::string text = ReplaceAll(ReplaceAll(error.message(), "\n", "\\n"), "\t", "\\t");
  return "! " + error.exception_class() + ": " + text;
}

std::string Dump(const std::string& text) {
  std::string out;
  try {
    const ConfigParser parser({{"here", "/here"}}, ParseIni(MakeSource("alembic.ini", text)));
    for (const std::string& section : parser.SectionNames()) {
      out += "[" + section + "]\n";
      for (const std::string& option : parser.OptionNames(section)) {
        out += option + " = ";
        try {
          out += PythonRepr(parser.Get(section, option).value_or("nothing"));
        } catch (const Error& error) {
          out += OneLine(error);
        }
        out += "\n";
      }
    }
  } catch (const Error& error) {
    out = OneLine(error) + "\n";
  }
  return out;
}

TEST(ConfigParser, ReadsAsPythonDoes) {
  for (const FileCase& it : ReadCases("ini_cases.txt")) EXPECT_EQ(Dump(it.input), it.expected) << it.name;
}

TEST(ConfigParser, ShowsTheReferenceThatFails) {
  const std::string text = "[alembic]\nurl = a\n  b %(other)s\nother = ü %(nosuch)s c\n";
  const ConfigParser parser({}, ParseIni(MakeSource("alembic.ini", text)));
  EXPECT_EQ(ErrorOf([&] { parser.Get("alembic", "url"); }),
            "Bad value substitution: option 'url' in section 'alembic' contains an interpolation key 'nosuch' which is "
            "not a valid option name. Raw value: 'a\\nb %(other)s'\n"
            "  at alembic.ini:4:11\n"
            "    other = ü %(nosuch)s c\n"
            "              ^~~~~~~~~~\n"
            "  hint: a percent sign that is meant literally is written twice: %%");
}

TEST(ConfigParser, ListsDefaultsFirstAndOnce) {
  const ConfigParser parser({{"here", "/h"}}, ParseIni(MakeSource("a.ini", "[DEFAULT]\nx=1\n[s]\na=%(x)s\nx=2\n")));
  const ConfigParser::Items expected = {{"here", "/h"}, {"x", "2"}, {"a", "2"}};
  EXPECT_EQ(parser.GetItems("s"), expected);
}

TEST(ConfigParser, ProgramsMaySetAndRemove) {
  ConfigParser parser(TextMap{{"here", "/h"}});
  EXPECT_FALSE(parser.HasSection("s"));
  EXPECT_FALSE(parser.HasOption("s", "here"));
  EXPECT_EQ(ErrorOf([&] { parser.Set("s", "a", "1"); }), "No section: 's'");
  parser.AddSection("s");
  EXPECT_TRUE(parser.HasOption("s", "HERE"));
  EXPECT_EQ(ErrorOf([&] { parser.AddSection("s"); }), "Section 's' already exists");
  EXPECT_EQ(ErrorOf([&] { parser.AddSection("DEFAULT"); }), "Invalid section name: 'DEFAULT'");
  parser.Set("s", "URL", "sqlite:///%(here)s/p%40.db");
  EXPECT_EQ(parser.Get("s", "url"), "sqlite:////h/p%40.db");
  EXPECT_EQ(parser.GetRaw("s", "Url"), "sqlite:///%(here)s/p%40.db");
  EXPECT_TRUE(parser.RemoveOption("s", "url"));
  EXPECT_FALSE(parser.RemoveOption("s", "url"));
  EXPECT_EQ(parser.Get("s", "url"), std::nullopt);
  parser.Set("DEFAULT", "d", "1");
  EXPECT_EQ(parser.Get("s", "d"), "1");
  EXPECT_TRUE(parser.RemoveSection("s"));
  EXPECT_EQ(parser.Get("s", "d"), std::nullopt);
}

TEST(ConfigParser, KnowsWhereAValueStands) {
  const ConfigParser parser({{"here", "/h"}}, ParseIni(MakeSource("a.ini", "[s]\na = b c\n")));
  EXPECT_EQ(parser.PlaceOf("s", "a").Render(), "a.ini:2:5\n    a = b c\n        ^~~");
  EXPECT_EQ(parser.PlaceOf("s", "here"), Place{});
  EXPECT_EQ(parser.PlaceOf("s", "nosuch"), Place{});
}

}  // namespace
}  // namespace limbeck::project
