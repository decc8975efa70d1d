#include "compare/diff_text.h"

#include <gtest/gtest.h>

#include "compare/helpers_test.h"

namespace limbeck::compare {
namespace {

TEST(DiffText, TuplesOfAllKinds) {
  schema::Table table = MakeTable("t", {MakeColumn("a", sql::types::Integer())});
  table.constraints.emplace_back(
      schema::ForeignKey{.columns = {"a"}, .referent_table = "o", .referent_columns = {"id"}});
  const schema::Index index{.name = "ix", .elements = {"a"}, .unique = true};
  ops::DropIndex drop_index;
  drop_index.name = index.name;
  drop_index.table = "t";
  drop_index.original = index;
  ops::DropTable drop;
  drop.table = "t";
  drop.original = table;
  ModifyTable modify{"t", std::nullopt, {}};
  modify.operations.emplace_back(ops::CreateIndex{"t", std::nullopt, index, std::nullopt});
  modify.operations.emplace_back(drop_index);
  modify.operations.emplace_back(ops::AddConstraint{"t", std::nullopt, table.constraints[0]});
  modify.operations.emplace_back(ops::AddConstraint{"t", std::nullopt, schema::Unique{.name = "uq", .columns = {"a"}}});
  EXPECT_EQ(DiffText({modify, ops::Operation(drop)}),
            "[('add_index', Index('ix', Column('a', NullType(), table=<t>), unique=True)), "
            "('remove_index', Index('ix', Column('a', NullType(), table=<t>), unique=True)), "
            "('add_fk', ForeignKeyConstraint(<sqlalchemy.sql.base.ReadOnlyColumnCollection object>, None, table="
            "Table('t', MetaData(), Column('a', NullType(), ForeignKey('o.id'), table=<t>), schema=None))), "
            "('add_constraint', UniqueConstraint(Column('a', NullType(), table=<t>))), "
            "('remove_table', Table('t', MetaData(), Column('a', Integer(), ForeignKey('o.id'), table=<t>), "
            "schema=None))]");
}

TEST(DiffText, AForeignKeyToItsOwnTableShowsBothColumns) {
  ModifyTable modify{"t", "s", {}};
  modify.operations.emplace_back(ops::AddConstraint{"t", "s",
                                                    schema::ForeignKey{.name = "fk",
                                                                       .columns = {"parent"},
                                                                       .referent_table = "t",
                                                                       .referent_schema = "s",
                                                                       .referent_columns = {"id"},
                                                                       .ondelete = "CASCADE",
                                                                       .deferrable = true}});
  EXPECT_EQ(DiffText({modify}),
            "[('add_fk', ForeignKeyConstraint(<sqlalchemy.sql.base.ReadOnlyColumnCollection object>, None, name='fk', "
            "ondelete='CASCADE', deferrable=True, table=Table('t', MetaData(), Column('parent', NullType(), "
            "ForeignKey('s.t.id'), table=<t>), Column('id', NullType(), table=<t>), schema='s')))]");
}

}  // namespace
}  // namespace limbeck::compare
