#include "schema/naming.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "limbeck/error.h"
#include "sql/operators.h"

namespace limbeck::schema {
namespace {

const Table kTable{.name = "user",
                   .schema = "my.app",
                   .columns = {{.name = "id"}, {.name = "mail", .key = "mail_key"}, {.name = "group_id"}}};

std::string NameOf(const std::string& kind, const std::string& text, const Constraint& constraint) {
  NamingConvention convention(std::map<std::string, std::string>{{kind, text}});
  ConstraintName name = convention.Resolve(&constraint, kTable);
  return name ? name.text->text : "(none)";
}

TEST(NamingConvention, FillsEveryToken) {
  Constraint unique = Unique{.columns = {"id", "mail"}};
  Constraint key = ForeignKey{.columns = {"id", "group_id"}, .referent_table = "g", .referent_columns = {"x", "y"}};
  struct Row {
    const char* text;
    const char* of_unique;
    const char* of_key;
  };
  const Row rows[] = {
      {"%(table_name)s", "user", "user"},
      {"%(column_0_name)s", "id", "id"},
      {"%(column_1_name)s", "mail", "group_id"},
      {"%(column_1_key)s", "mail_key", "group_id"},
      {"%(column_7_name)s", "", ""},
      {"%(column_0_label)s", "my_app_user_id", "my_app_user_id"},
      {"%(column_0_N_name)s", "id_mail", "id_group_id"},
      {"%(column_0N_name)s", "idmail", "idgroup_id"},
      {"%(column_0_N_label)s", "my_app_user_id_my_app_user_mail", "my_app_user_id_my_app_user_group_id"},
      {"100%%_%(table_name)s", "100%_user", "100%_user"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(NameOf("uq", row.text, unique), row.of_unique) << row.text;
    EXPECT_EQ(NameOf("fk", row.text, key), row.of_key) << row.text;
  }
  EXPECT_EQ(NameOf("fk", "%(referred_table_name)s_%(referred_column_0_name)s_%(referred_column_0_N_name)s", key),
            "g_x_x_y");
}

TEST(NamingConvention, BuildsGivenNamesInOnlyWhereItSaysSo) {
  Constraint named = Check{.name = "positive", .condition = sql::SqlText("a > 0")};
  EXPECT_EQ(NameOf("ck", "ck_%(table_name)s_%(constraint_name)s", named), "ck_user_positive");
  EXPECT_EQ(NameOf("ck", "ck_%(table_name)s", named), "positive");
  EXPECT_EQ(NameOf("uq", "uq_%(table_name)s", named), "positive");
  Constraint final_name = Check{.name = ConstraintName::Final("positive"), .condition = sql::SqlText("a > 0")};
  EXPECT_EQ(NameOf("ck", "ck_%(constraint_name)s", final_name), "positive");
}

TEST(NamingConvention, SqlalchemysOwnNamesIndexesOnly) {
  NamingConvention convention;
  Index index{.elements = {"id", sql::SqlText("lower(mail)")}};
  EXPECT_EQ(convention.Resolve(&index, kTable), ConstraintName::Final("ix_my_app_user_id"));
  Constraint unique = Unique{.columns = {"id"}};
  EXPECT_EQ(convention.Resolve(&unique, kTable), ConstraintName());
}

TEST(NamingConvention, AsksTheProjectForItsOwnTokens) {
  NamingConvention convention(
      {{"uq", "uq_%(shout)s"}},
      {{"shout", [](const NamingConvention::Subject&, const Table& table) { return table.name.text + "!"; }}});
  Constraint unique = Unique{.columns = {"id"}};
  EXPECT_EQ(convention.Resolve(&unique, kTable), ConstraintName::Final("uq_user!"));
}

TEST(NamingConvention, SaysWhatItMisses) {
  auto error_of = [](const std::string& text) -> std::string {
    try {
      return NameOf("uq", text, Unique{.columns = {"id"}});
    } catch (const Error& error) {
      return error.exception_class() + ": " + error.message();
    }
  };
  EXPECT_EQ(error_of("%(constraint_name)s"),
            "sqlalchemy.exc.InvalidRequestError: Naming convention including %(constraint_name)s token requires that "
            "constraint is explicitly named.");
  EXPECT_EQ(error_of("%(nonsense)s"), "KeyError: 'nonsense'");
  EXPECT_EQ(error_of("%(referred_table_name)s"), "KeyError: 'referred_table_name'");
}

}  // namespace
}  // namespace limbeck::schema
