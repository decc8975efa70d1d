#include "compare/sequence_comparer.h"

#include <gtest/gtest.h>

#include "compare/diff_text.h"
#include "compare/helpers_test.h"

namespace limbeck::compare {
namespace {

std::string Differences(const std::vector<schema::Sequence>& wanted, const std::vector<schema::Sequence>& known,
                        const std::vector<ModelTable>& models = {}) {
  FakeBackend backend("postgresql");
  const std::unique_ptr<Rules> rules = MakeRules(backend);
  RecordingHooks hooks;
  Changes changes = {ops::Operation(ops::RenameTable{.table = "a", .new_name = "b"})};
  CompareSequences(wanted, known, models, {.default_schema = "public"}, *rules, hooks, changes);
  return DiffText(changes);
}

TEST(CompareSequences, ComeBeforeTheTablesAndGoBehindThem) {
  EXPECT_EQ(Differences({{.name = "s"}}, {{.name = "t"}}),
            "[('add_sequence', 's'), ('rename_table',), ('remove_sequence', 't')]");
  EXPECT_EQ(Differences({{.name = "s"}, {.name = "s"}}, {{.name = "s", .schema = sql::Name("public")}}),
            "[('rename_table',)]");
  EXPECT_EQ(Differences({{.name = "s", .schema = sql::Name("app")}}, {{.name = "s"}}),
            "[('add_sequence', 's'), ('rename_table',), ('remove_sequence', 's')]");
}

TEST(CompareSequences, StayWhereADefaultCounts) {
  schema::Column column = MakeColumn("id", sql::types::Integer());
  column.server_default = sql::Expression(sql::SqlText("nextval('t')"));
  EXPECT_EQ(Differences({}, {{.name = "t"}}, {{MakeTable("a", {column})}}), "[('rename_table',)]");
}

}  // namespace
}  // namespace limbeck::compare
