#include "fleet/targets.h"

#include <gtest/gtest.h>

#include "driver/fake_database.h"

namespace limbeck::fleet {
namespace {

TEST(Glob, Names) {
  struct Row {
    const char* pattern;
    const char* name;
    bool matches;
  };
  const Row rows[] = {
      {"project_*", "project_12", true},
      {"project_*", "project_", true},
      {"project_*", "my_project_1", false},
      {"*.db", "a.db", true},
      {"*.db", "a.db.backup", false},
      {"p?", "p1", true},
      {"p?", "p12", false},
      {"p[0-9]", "p7", true},
      {"p[0-9]", "px", false},
      {"p[!0-9]", "px", true},
      {"p[", "p[", true},
      {"*_*_*", "a_b_c", true},
      {"*_*_*", "a_b", false},
      {"[ab]*[yz]", "b--z", true},
      {"", "", true},
  };
  for (const Row& row : rows)
    EXPECT_EQ(MatchesGlob(row.pattern, row.name), row.matches) << row.pattern << " " << row.name;
}

TEST(Glob, Paths) {
  MemoryFileSystem files({{"/project/data/project_10.db", ""},
                          {"/project/data/project_2.db", ""},
                          {"/project/data/.project_3.db", ""},
                          {"/project/data/old/project_1.db", ""},
                          {"/elsewhere/a.db", ""}});
  using Paths = std::vector<std::string>;
  EXPECT_EQ(ExpandGlob(files, "data/project_*.db"), (Paths{"data/project_2.db", "data/project_10.db"}));
  EXPECT_EQ(ExpandGlob(files, "data/**/*.db"),
            (Paths{"data/old/project_1.db", "data/project_2.db", "data/project_10.db"}));
  EXPECT_EQ(ExpandGlob(files, "/elsewhere/*"), Paths{"/elsewhere/a.db"});
  EXPECT_EQ(ExpandGlob(files, "data/project_2.db"), Paths{"data/project_2.db"});
  EXPECT_EQ(ExpandGlob(files, "nowhere/*.db"), Paths{});
}

TEST(NaturalOrder, CountsNumbers) {
  EXPECT_TRUE(NaturalLess("a2", "a10"));
  EXPECT_FALSE(NaturalLess("a10", "a2"));
  EXPECT_TRUE(NaturalLess("a02", "a10b"));
  EXPECT_TRUE(NaturalLess("a", "a1"));
  EXPECT_FALSE(NaturalLess("a1", "a1"));
}

TEST(TargetConnector, GoesWhereTheTargetIs) {
  driver::FakeDatabase database(driver::Backend::kPostgresql);
  MemoryFileSystem files;
  TargetConnector connector(database, files);
  const driver::Url url = driver::Url::Parse("postgresql://u@h/d");
  const std::pair<Target, const char*> rows[] = {
      {{Target::Kind::kFile, "data/a.db"}, "connect sqlite:////project/data/a.db"},
      {{Target::Kind::kUrl, "postgresql://v:secret@i/e"}, "connect postgresql://v:***@i/e"},
      {{Target::Kind::kSchema, "tenant 1"}, R"(connect postgresql://u@h/d?options=-csearch_path%3D%22tenant%5C+1%22)"},
  };
  for (const auto& [target, connects] : rows) {
    connector.set_target(target);
    database.ClearRecord();
    connector.Connect(url);
    EXPECT_EQ(database.record().front(), connects);
  }
}

}  // namespace
}  // namespace limbeck::fleet
