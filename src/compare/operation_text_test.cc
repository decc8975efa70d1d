#include "compare/operation_text.h"

#include <gtest/gtest.h>

#include "compare/helpers_test.h"
#include "limbeck/error.h"

namespace limbeck::compare {
namespace {

TEST(OperationText, EachOperation) {
  FakeBackend backend("postgresql");
  const auto rules = MakeRules(backend);
  const RenderOptions options;
  ItemRenderer items;
  PythonRenderer renderer(options, *rules, items);
  schema::Index index{.name = "ix", .elements = {"a", sql::Ordered(sql::Column("b"), sql::Operator::kDesc)}};
  index.options.Set("postgresql_where", sql::SqlText("a > 1"));
  index.options.Set("postgresql_include", schema::OptionList{"c"});
  const schema::ForeignKey key{.name = schema::ConstraintName::Final("fk"),
                               .columns = {"a"},
                               .referent_table = "o",
                               .referent_schema = "app",
                               .referent_columns = {"id"},
                               .deferrable = true,
                               .initially = "DEFERRED"};
  const std::pair<ops::Operation, const char*> rows[] = {
      {ops::RenameTable{"t", "u", "app"}, "op.rename_table('t', 'u', schema='app')"},
      {ops::CreateTableComment{"t", "new", std::nullopt, std::nullopt},
       "op.create_table_comment(\n    't',\n    'new',\n    existing_comment=None,\n    schema=None\n)"},
      {ops::DropTableComment{"t", "old", "app"},
       "op.drop_table_comment(\n    't',\n    existing_comment='old',\n    schema='app'\n)"},
      {ops::CreateIndex{"t", "app", index, std::nullopt},
       "op.create_index('ix', 't', ['a', sa.literal_column('b DESC')], unique=False, schema='app', "
       "postgresql_where=sa.text('a > 1'), postgresql_include=['c'])"},
      {ops::AddConstraint{"t", "s", key},
       "op.create_foreign_key(op.f('fk'), 't', 'o', ['a'], ['id'], source_schema='s', referent_schema='app', "
       "initially='DEFERRED', deferrable=True)"},
      {ops::AddConstraint{"t", std::nullopt, schema::PrimaryKey{.name = "pk", .columns = {"a"}}},
       "op.create_primary_key('pk', 't', ['a'])"},
      {ops::ExecuteSql{sql::Text{"SELECT 1"}}, "op.execute('SELECT 1')"},
      {ops::CreateSchema{"app"}, "op.execute('create_schema')"},
      {ops::CreateType{.type = {}, .comes_with_table = true}, ""},
  };
  for (const auto& [operation, expected] : rows) EXPECT_EQ(OperationText(renderer).Write(operation), expected);
  EXPECT_THROW(OperationText(renderer).Write(ops::BatchAlterTable{"t"}), Error);
}

}  // namespace
}  // namespace limbeck::compare
