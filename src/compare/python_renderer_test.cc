#include "compare/python_renderer.h"

#include <gtest/gtest.h>

#include "compare/helpers_test.h"

namespace limbeck::compare {
namespace {

TEST(LayOut, IndentsWhatStandsInAWith) {
  EXPECT_EQ(LayOut({"# x", "with a as b:", "b.c(\n)", "", "d"}), "# x\nwith a as b:\n    b.c(\n)\n\nd\n");
}

TEST(IndentBody, LeavesNoBlanksAtTheEndOfLines) {
  EXPECT_EQ(IndentBody("a\n\nb\n"), "a\n\n    b");
}

TEST(OptionRepr, IsPythons) {
  const schema::OptionMap map = {{"fillfactor", 50}, {"a", "b"}};
  EXPECT_EQ(OptionRepr(map), "{'fillfactor': 50, 'a': 'b'}");
  EXPECT_EQ(OptionRepr(schema::OptionList{"x", true}), "['x', True]");
}

/// Takes columns over, and leaves all unique constraints out.
class Items : public ItemRenderer {
 public:
  Answer Render(const char* kind, const RenderedItem&, std::set<std::string>& imports) override {
    if (std::string(kind) == "unique") return {true, std::nullopt};
    if (std::string(kind) != "column") return {};
    imports.insert("import x");
    return {true, "x.Column()"};
  }
};

class PythonRendererTest : public testing::Test {
 protected:
  std::string Write(const ops::Operation& operation) {
    return PythonRenderer(options_, *rules_, items_).RenderOperation(operation);
  }
  std::string Column(const schema::Column& column) { return Write(ops::AddColumn{"t", column}); }

  FakeBackend backend_{"postgresql"};
  std::unique_ptr<Rules> rules_ = MakeRules(backend_);
  RenderOptions options_;
  ItemRenderer items_;
};

TEST_F(PythonRendererTest, Columns) {
  schema::Column column = MakeColumn("a", sql::types::Integer());
  column.server_default = schema::Identity{.always = true, .options = {.start = 3}};
  EXPECT_EQ(Column(column),
            "op.add_column('t', sa.Column('a', sa.Integer(), sa.Identity(always=True, start=3), nullable=False))");
  column.server_default = schema::Computed{sql::SqlText("b + 1"), true};
  column.comment = "it's";
  column.autoincrement = schema::Autoincrement::kNo;
  EXPECT_EQ(Column(column),
            "op.add_column('t', sa.Column('a', sa.Integer(), sa.Computed('b + 1', persisted=True), "
            "autoincrement=False, nullable=True, comment=\"it's\"))");
}

TEST_F(PythonRendererTest, Types) {
  schema::Column column = MakeColumn("a", sql::types::String(3));
  column.type.variants =
      std::vector<sql::TypeVariant>{{"postgresql", sql::Type(sql::TypeKind::kJsonb, sql::TypePackage::kPostgresql)}};
  PythonRenderer renderer(options_, *rules_, items_);
  EXPECT_EQ(renderer.RenderOperation(ops::AddColumn{"t", column}),
            "op.add_column('t', sa.Column('a', "
            "sa.String(length=3).with_variant(postgresql.JSONB(astext_type=sa.Text()), 'postgresql'), nullable=True))");
  EXPECT_EQ(renderer.imports(), std::set<std::string>{"from sqlalchemy.dialects import postgresql"});
  column.type = sql::types::String(3);
  column.type.origin = sql::TypeOrigin{"app.types", "Name", "length=3"};
  EXPECT_EQ(Column(column), "op.add_column('t', sa.Column('a', app.types.Name(length=3), nullable=True))");
  options_.user_prefix = "m.";
  EXPECT_EQ(Column(column), "op.add_column('t', sa.Column('a', m.Name(length=3), nullable=True))");
}

TEST_F(PythonRendererTest, ItemsOfTheProject) {
  schema::Table table = MakeTable("t", {MakeColumn("a", sql::types::Integer())});
  table.constraints.emplace_back(schema::Unique{.columns = {"a"}});
  Items items;
  PythonRenderer renderer(options_, *rules_, items);
  EXPECT_EQ(renderer.RenderOperation(ops::CreateTable{table, std::nullopt, true}),
            "op.create_table('t',\nx.Column()\n)");
  EXPECT_EQ(renderer.imports(), std::set<std::string>{"import x"});
}

}  // namespace
}  // namespace limbeck::compare
