#include "project/sql_variables.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::project {
namespace {

std::string Fill(const std::string& text, const std::vector<std::string>& arguments) {
  const SourceFile source("a.sql", text);
  return FillSqlVariables(source, {0, static_cast<uint32_t>(text.size())}, arguments);
}

TEST(SqlVariables, AreFilledInWhereTheyStand) {
  const std::vector<std::string> arguments = {"tenant=acme", "tenant=o'neill \"x\"", "flag"};
  const std::pair<const char*, const char*> rows[] = {
      {"INSERT INTO t VALUES (:'tenant', :'flag')", "INSERT INTO t VALUES ('o''neill \"x\"', '')"},
      {"CREATE SCHEMA :\"tenant\";", "CREATE SCHEMA \"o'neill \"\"x\"\"\";"},
      {"SELECT a::text, b[1:2], ':''tenant''' -- :'tenant'\n", "SELECT a::text, b[1:2], ':''tenant''' -- :'tenant'\n"},
      {"SELECT E'\\':\\'tenant' /* :'tenant' */", "SELECT E'\\':\\'tenant' /* :'tenant' */"},
      {"DO $$ SELECT :'tenant' $$", "DO $$ SELECT :'tenant' $$"},
      {"SELECT \":'tenant'\", x::\"tenant\", :'not a name'", "SELECT \":'tenant'\", x::\"tenant\", :'not a name'"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(Fill(text, arguments), expected);
}

TEST(SqlVariables, ThatAreMissingAreToldWithTheirPlace) {
  try {
    Fill("SELECT 1;\nSELECT :'who';\n", {"what=1"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.Render(),
              "the revision wants the variable 'who'\n  at a.sql:2:8\n    SELECT :'who';\n           "
              "^~~~~~\n  hint: give it with -x who=VALUE");
  }
}

}  // namespace
}  // namespace limbeck::project
