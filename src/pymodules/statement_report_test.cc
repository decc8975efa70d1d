#include "pymodules/statement_report.h"

#include <gtest/gtest.h>

#include <string>

namespace limbeck::pymodules {
namespace {

using dialect::Statement;

TEST(ParametersText, IsSqlalchemys) {
  const std::pair<Statement, const char*> rows[] = {
      {{.text = "SELECT 1"}, ""},
      {{.text = "SELECT ?", .parameters = {{"", 1, {}}}}, "(1,)"},
      {{.text = "SELECT ?, ?", .parameters = {{"", "it's", {}}, {"", sql::None{}, {}}}}, "(\"it's\", None)"},
      {{.text = "SELECT %(a)s, %(b)s, %(a)s",
        .parameters = {{"a", 1.5, {}}, {"b", sql::DateTime{"2024-01-31 13:05:00"}, {}}, {"a", 1.5, {}}}},
       "{'a': 1.5, 'b': datetime.datetime(2024, 1, 31, 13, 5)}"},
      {{.text = "%(a)s", .parameters = {{"a", sql::DateTime{"2024-01-31 13:05:07.25+00:00"}, {}}}},
       "{'a': datetime.datetime(2024, 1, 31, 13, 5, 7, 250000, tzinfo=datetime.timezone.utc)}"},
      {{.text = "%(a)s", .parameters = {{"a", sql::Decimal{"1.20"}, {}}}}, "{'a': Decimal('1.20')}"},
      {{.text = "%(user_password)s", .parameters = {{"user_password", "xyz", {}}}}, "{'user_password': '***'}"},
      {{.text = "%(token_id)s", .parameters = {{"token_id", 5, {}}}}, "{'token_id': 5}"},
  };
  for (const auto& [statement, expected] : rows) EXPECT_EQ(ParametersText(statement), expected);
}

TEST(ParametersText, CutsLongValuesInTheMiddle) {
  const Statement statement{.text = "?", .parameters = {{"", std::string(400, 'x'), {}}}};
  EXPECT_EQ(ParametersText(statement),
            "('" + std::string(149, 'x') + " ... (102 characters truncated) ... " + std::string(149, 'x') + "',)");
}

TEST(WithStatement, TellsTheStatementAsTheScriptKnowsIt) {
  DatabaseFacts facts;
  facts.text = "syntax error near 'hunter2'\n";
  facts.detail = "Key (password)=(hunter2)";
  facts.position = 16;
  Error error(ErrorKind::kDatabase, "no");
  error.Statement("SELECT 'hunter2', nothing").Database(facts);
  const Statement statement{.text = "SELECT %(password)s, nothing",
                            .parameters = {{"password", "hunter2", {}}},
                            .style = dialect::ParameterStyle::kScript};
  const dialect::SentText sent{.text = "SELECT 'hunter2', nothing", .pieces = {{0, 0}, {7, 7}, {16, 19}}};
  const Error told = WithStatement(error, statement, &sent);
  EXPECT_EQ(told.statement(), "SELECT %(password)s, nothing");
  EXPECT_EQ(told.parameters(), "{'password': '***'}");
  EXPECT_EQ(told.database()->position, 8);
  EXPECT_EQ(told.database()->text, "syntax error near '***'\n");
  EXPECT_EQ(told.database()->detail, "Key (password)=(***)");
}

}  // namespace
}  // namespace limbeck::pymodules
