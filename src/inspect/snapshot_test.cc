#include "inspect/snapshot.h"

#include <gtest/gtest.h>

#include "driver/connection.h"
#include "inspect/sqlite/schema_text.h"

namespace limbeck::inspect {
namespace {

TEST(NormalSql, KeepsWhatMeansSomething) {
  const std::pair<const char*, const char*> rows[] = {
      {"CREATE  TABLE \"T\" ( id  INTEGER )", "create table t(id integer)"},
      {"SELECT 'It''s  Me' -- why\n FROM x;", "select 'It''s  Me' from x"},
      {"CHECK (\"a b\" /* c */ > 1)", "check(a b>1)"},
      {"[odd name] `other`", "odd name other"},
  };
  for (const auto& [sql, normal] : rows) EXPECT_EQ(sqlite::NormalSql(sql), normal);
}

TEST(NormalSql, PartsOfATable) {
  const std::string text =
      sqlite::NormalSql("CREATE TABLE t (a TEXT DEFAULT ',(', b DECIMAL(4, 2), CHECK (a IN (1, 2)))");
  EXPECT_EQ(sqlite::TableParts(text),
            (std::vector<std::string>{"a text default ',('", "b decimal(4,2)", "check(a in(1,2))"}));
  EXPECT_EQ(sqlite::ChecksOf(text), std::vector<std::string>{"(a in(1,2))"});
}

Snapshot SnapshotOf(const std::string& script) {
  const auto connection = driver::MakeConnector()->Connect(driver::Url::Parse("sqlite://"));
  connection->ExecuteScript(script);
  return TakeSnapshot(*connection);
}

std::vector<std::string> Differences(const std::string& expected, const std::string& found) {
  std::vector<std::string> texts;
  for (const SchemaDifference& difference : CompareSnapshots(SnapshotOf(expected), SnapshotOf(found))) {
    texts.push_back(difference.Text());
  }
  return texts;
}

TEST(SqliteSnapshot, HowItIsWrittenDoesNotCount) {
  EXPECT_EQ(
      Differences("CREATE TABLE t (id INTEGER NOT NULL, a VARCHAR(20) DEFAULT 'x' NOT NULL, b TEXT, "
                  "CONSTRAINT pk PRIMARY KEY (id), UNIQUE (a)); CREATE TABLE alembic_version (v TEXT)",
                  "create table \"t\" (b text, id integer primary key, a varchar( 20 ) not null default ('x') unique)"),
      std::vector<std::string>{});
}

TEST(SqliteSnapshot, TellsWhatIsNotAlike) {
  const std::string before =
      "CREATE TABLE o (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, o INT REFERENCES o "
      "(id));"
      "CREATE INDEX i ON t (a)";
  EXPECT_EQ(
      Differences(before,
                  "CREATE TABLE o (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT "
                  "COLLATE NOCASE, o INT REFERENCES o (id) ON DELETE CASCADE); CREATE TABLE more (x INT)"),
      (std::vector<std::string>{"column t.a: INT expected, TEXT COLLATE NOCASE found",
                                "foreign key t.(o): to (id) of o expected, to (id) of o ON DELETE CASCADE found",
                                "index t.i: missing, should be create index i on t(a)", "table more: not expected"}));
}

TEST(Snapshots, SchemasOfWhichNothingIsExpectedDoNotCount) {
  const Snapshot expected = {{"table", "a", ""}};
  const Snapshot found = {{"table", "a", ""}, {"table", "theirs.x", "", "theirs"}};
  EXPECT_TRUE(CompareSnapshots(expected, found).empty());
}

}  // namespace
}  // namespace limbeck::inspect
