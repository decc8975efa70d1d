#include "compare/object_comparer.h"

#include <gtest/gtest.h>

#include "compare/helpers_test.h"

namespace limbeck::compare {
namespace {

ObjectVersion View(const char* name, const char* query, std::vector<std::string> needs = {}, const char* shape = "a") {
  ObjectVersion version;
  version.object = {
      "view", name, {}, {std::string("CREATE VIEW ") + name + " AS " + query}, std::string("DROP VIEW ") + name};
  version.shape = shape;
  version.key = name;
  version.needs = std::move(needs);
  return version;
}

ObjectVersion Trigger(const char* table, const char* what) {
  return {{"trigger", std::string(table) + ".t", {}, {std::string("CREATE TRIGGER t ") + what}, "DROP TRIGGER t"},
          {},
          {},
          "t",
          {}};
}

/// What is done, "|", what takes it back.
std::string Differences(const std::vector<ObjectVersion>& wanted, const std::vector<ObjectVersion>& known,
                        Changes changes = {}) {
  RecordingHooks hooks;
  CompareObjects(wanted, known, hooks, changes);
  const FakeBackend backend("postgresql");
  std::string text;
  for (const Changes& side : {changes, Reverse(changes)}) {
    for (const Change& change : side) {
      const auto* operation = std::get_if<ops::Operation>(&change);
      text += (operation ? Join(backend.Statements(*operation), "; ") : "(table)") + "; ";
    }
    text += "| ";
  }
  return text;
}

TEST(ObjectComparer, ComesGoesAndChanges) {
  EXPECT_EQ(Differences({View("v", "1")}, {View("v", "1")}), "| | ");
  EXPECT_EQ(Differences({View("v", "1  +\n 2")}, {View("v", "1 + 2")}), "| | ");
  ObjectVersion reworded = View("v", "1");
  reworded.again = {"CREATE VIEW v AS (1)"};
  EXPECT_EQ(Differences({reworded}, {View("v", "(1)")}), "| | ");
  EXPECT_EQ(Differences({View("v", "1")}, {}), "CREATE VIEW v AS 1; | DROP VIEW v; | ");
  EXPECT_EQ(Differences({}, {View("v", "1")}), "DROP VIEW v; | CREATE VIEW v AS 1; | ");
  EXPECT_EQ(Differences({View("v", "2")}, {View("v", "1")}),
            "CREATE OR REPLACE VIEW v AS 2; | CREATE OR REPLACE VIEW v AS 1; | ");
  ObjectVersion told = View("v", "2");
  told.object.create.emplace_back("COMMENT ON VIEW v IS 'what IS it'");
  EXPECT_EQ(Differences({View("v", "1")}, {told}),
            "CREATE OR REPLACE VIEW v AS 1; COMMENT ON VIEW v IS NULL; "
            "| CREATE OR REPLACE VIEW v AS 2; COMMENT ON VIEW v IS 'what IS it'; | ");
  EXPECT_EQ(Differences({View("v", "2", {}, "a, b")}, {View("v", "1")}),
            "DROP VIEW v; CREATE VIEW v AS 2; | DROP VIEW v; CREATE VIEW v AS 1; | ");
  EXPECT_EQ(Differences({Trigger("a", "1")}, {Trigger("a", "2")}),
            "DROP TRIGGER t; CREATE TRIGGER t 1; | DROP TRIGGER t; CREATE TRIGGER t 2; | ");
}

TEST(ObjectComparer, WhatHangsOnAThingGoesAndComesWithIt) {
  EXPECT_EQ(Differences({View("a", "2", {}, "b"), View("b", "1", {"a"})}, {View("a", "1"), View("b", "1", {"a"})}),
            "DROP VIEW b; DROP VIEW a; CREATE VIEW a AS 2; CREATE VIEW b AS 1; "
            "| DROP VIEW b; DROP VIEW a; CREATE VIEW a AS 1; CREATE VIEW b AS 1; | ");
  // A view that was replaced needs one that was made later.
  EXPECT_EQ(Differences({}, {View("a", "1", {"b"}), View("b", "1")}),
            "DROP VIEW a; DROP VIEW b; | CREATE VIEW b AS 1; CREATE VIEW a AS 1; | ");
}

TEST(ObjectComparer, MakesRoomForTables) {
  const ModifyTable lost{"users", {}, {ops::DropColumn{.table = "users", .column = "a", .original = schema::Column{}}}};
  const ModifyTable won{"users", {}, {ops::AddColumn{.table = "users", .column = schema::Column{}}}};
  const ModifyTable lost_otherwise{
      "users",
      {},
      {ops::AlterColumn{
          .table = "users", .column = "b", .type = sql::types::Text(), .existing_type = sql::types::String(5)}}};
  const ops::Operation gone = ops::DropTable{.table = "users", .original = schema::Table{}};
  const std::vector<ObjectVersion> views = {View("v", "1", {"table users", "column users.a"}),
                                            View("w", "1", {"table posts"})};
  EXPECT_EQ(Differences(views, views, {lost}),
            "DROP VIEW v; (table); CREATE VIEW v AS 1; | DROP VIEW v; (table); CREATE VIEW v AS 1; | ");
  EXPECT_EQ(Differences(views, views, {lost_otherwise}), "(table); | (table); | ");
  EXPECT_EQ(Differences(views, views, {gone}),
            "DROP VIEW v; drop_table; CREATE VIEW v AS 1; | DROP VIEW v; create_table; CREATE VIEW v AS 1; | ");
  EXPECT_EQ(Differences(
                {View("v", "1", {"type mood"})}, {View("v", "1", {"type mood"})},
                {ops::Operation(ops::ReplaceEnum{.enum_name = "mood", .old_values = {"a"}, .compares_types = false})}),
            "DROP VIEW v; replace_enum ; CREATE VIEW v AS 1; | DROP VIEW v; replace_enum a; CREATE VIEW v AS 1; | ");
  EXPECT_EQ(Differences(views, views, {won}), "(table); | (table); | ");
}

TEST(ObjectComparer, ExtensionsComeFirstAndStay) {
  ObjectVersion extension;
  extension.object = {"extension", "citext", {}, {"CREATE EXTENSION citext"}, "DROP EXTENSION citext"};
  EXPECT_EQ(Differences({View("v", "1"), extension}, {}),
            "CREATE EXTENSION citext; CREATE VIEW v AS 1; | DROP VIEW v; DROP EXTENSION citext; | ");
  EXPECT_EQ(Differences({}, {extension}), "| | ");
}

TEST(ObjectComparer, SchemasOfWhichNothingIsWantedAreSomebodyElses) {
  ObjectVersion other = View("v", "1");
  other.object.schema = sql::Name("audit");
  EXPECT_EQ(Differences({View("v", "1")}, {View("v", "1"), other}), "| | ");
}

}  // namespace
}  // namespace limbeck::compare
