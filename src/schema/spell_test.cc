#include "schema/spell.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"
#include "sql/operators.h"

namespace limbeck::schema {
namespace {

using sql::TypeKind;

const TypeRules kWithoutNativeTypes{.dialect = "sqlite", .native_enum = false, .native_boolean = false};
const TypeRules kWithNativeTypes{.dialect = "postgresql"};

sql::Type CheckedBoolean() {
  sql::Type type = TypeKind::kBoolean;
  type.enumeration = sql::EnumDetails{.name = "ck", .create_constraint = true};
  return type;
}

TEST(SpellOut, WritesOutWhatColumnsSay) {
  Table table{.name = "t",
              .columns = {{.name = "a",
                           .type = TypeKind::kInteger,
                           .unique = true,
                           .foreign_keys = {ForeignKey{.referent_table = "o", .referent_columns = {"id"}}}},
                          {.name = "b", .type = TypeKind::kInteger, .index = true},
                          {.name = "c", .type = TypeKind::kInteger, .primary_key = true}},
              .constraints = {Check{.name = "own", .condition = sql::SqlText("a > 0")}},
              .indexes = {Index{.name = "last", .elements = {"a"}}}};
  Table spelled = SpellOut(table, NamingConvention(), kWithNativeTypes);
  const std::vector<Constraint> expected = {
      PrimaryKey{.columns = {"c"}},
      Check{.name = "own", .condition = sql::SqlText("a > 0")},
      Unique{.columns = {"a"}},
      ForeignKey{.columns = {"a"}, .referent_table = "o", .referent_columns = {"id"}},
  };
  EXPECT_EQ(spelled.constraints, expected);
  ASSERT_EQ(spelled.indexes.size(), 2U);
  EXPECT_EQ(spelled.indexes[0].name, ConstraintName::Final("ix_t_b"));
  EXPECT_EQ(spelled.indexes[1].name, ConstraintName("last"));
  EXPECT_FALSE(spelled.columns[0].unique);
  EXPECT_TRUE(spelled.columns[0].foreign_keys.empty());
}

TEST(SpellOut, TypesBringTheirChecksWhereTheDatabaseHasNoSuchType) {
  Table table{.name = "t", .columns = {{.name = "a", .type = CheckedBoolean()}}};
  EXPECT_TRUE(SpellOut(table, NamingConvention(), kWithNativeTypes).constraints.empty());
  Table spelled = SpellOut(table, NamingConvention(), kWithoutNativeTypes);
  ASSERT_EQ(spelled.constraints.size(), 1U);
  EXPECT_TRUE(std::get<Check>(spelled.constraints[0]).type_bound);
  EXPECT_EQ(NameOf(spelled.constraints[0]), ConstraintName("ck"));
}

TEST(SpellOut, IncludedConstraintsAreNotMadeTwice) {
  Table table{.name = "t",
              .columns = {{.name = "a", .type = TypeKind::kInteger, .unique = true}},
              .constraints = {Unique{.name = "uq", .columns = {"a"}}}};
  EXPECT_EQ(SpellOut(table, NamingConvention(), kWithNativeTypes).constraints.size(), 2U);
  EXPECT_EQ(SpellOut(table, NamingConvention(), kWithNativeTypes, /*included=*/true).constraints.size(), 1U);
}

TEST(SpellOut, TypesInheritTheSchema) {
  sql::Type type = sql::types::Enum({"x"}, "e");
  type.enumeration = sql::EnumDetails{.values = {"x"}, .name = "e", .inherit_schema = true};
  Table table{.name = "t", .schema = "app", .columns = {{.name = "a", .type = type}}};
  EXPECT_EQ(SpellOut(table, NamingConvention(), kWithNativeTypes).columns[0].type.enumeration->schema,
            sql::Name("app"));
}

}  // namespace
}  // namespace limbeck::schema
