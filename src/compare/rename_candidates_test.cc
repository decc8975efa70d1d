#include "compare/rename_candidates.h"

#include <gtest/gtest.h>

#include "compare/helpers_test.h"

namespace limbeck::compare {
namespace {

schema::Table Table(const char* name, std::vector<const char*> columns) {
  schema::Table table = MakeTable(name, {});
  for (const char* column : columns) table.columns.push_back(MakeColumn(column, sql::types::Integer()));
  return table;
}

std::vector<std::string> Find(std::vector<schema::Table> models, std::vector<schema::Table> database) {
  const auto backend = std::make_unique<FakeBackend>("postgresql");
  const std::unique_ptr<Rules> rules = MakeRules(*backend);
  std::vector<ModelTable> wanted;
  std::vector<DatabaseTable> known;
  for (schema::Table& table : models) wanted.push_back({std::move(table)});
  for (schema::Table& table : database) known.push_back({std::move(table), {}});
  RecordingHooks hooks;
  std::vector<std::string> renames;
  for (const RenameCandidate& one : FindRenames(Compare(wanted, known, {}, *rules, hooks), *rules)) {
    renames.push_back(one.rename);
  }
  return renames;
}

using Renames = std::vector<std::string>;

TEST(FindRenames, PairsTablesOfTheSameColumns) {
  EXPECT_EQ(Find({Table("people", {"id", "a"})}, {Table("users", {"id", "a"})}), Renames{"users:people"});
  EXPECT_EQ(Find({Table("people", {"id"})}, {Table("users", {"id", "a"})}), Renames());
  EXPECT_EQ(Find({Table("people", {"id"})}, {Table("a", {"id"}), Table("b", {"id"})}).size(), 1u);
}

TEST(FindRenames, PairsColumnsOfTheSameType) {
  EXPECT_EQ(Find({Table("users", {"id", "alias"})}, {Table("users", {"id", "name"})}), Renames{"users.name:alias"});
  schema::Table texts = MakeTable("users", {MakeColumn("id", sql::types::Integer())});
  texts.columns.push_back(MakeColumn("alias", sql::types::Text()));
  EXPECT_EQ(Find({texts}, {Table("users", {"id", "name"})}), Renames());
  EXPECT_EQ(Find({Table("users", {"id"})}, {Table("users", {"id", "name"})}), Renames());
}

}  // namespace
}  // namespace limbeck::compare
