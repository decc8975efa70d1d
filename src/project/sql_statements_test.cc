#include "project/sql_statements.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace limbeck::project {
namespace {

std::string Split(const std::string& sql) {
  std::vector<std::string> statements;
  for (const Span& span : SplitSqlStatements(sql)) statements.push_back(sql.substr(span.begin, span.end - span.begin));
  return Join(statements, " | ");
}

TEST(SqlStatements, EndAtSemicolonsOfTheirOwn) {
  struct Row {
    const char* sql;
    const char* statements;
  };
  const Row kRows[] = {
      {"", ""},
      {" ;; -- nothing\n ; /* here */", ""},
      {"SELECT 1; SELECT 2", "SELECT 1 | SELECT 2"},
      {"SELECT ';', \";\" -- a;b\n, 1; SELECT 2;\n", "SELECT ';', \";\" -- a;b\n, 1 | SELECT 2"},
      {"-- it's one\nSELECT E'\\';' /* ; /* ; */ ; */ ; SELECT $a$;$$;$a$", "SELECT E'\\';' | SELECT $a$;$$;$a$"},
      {"CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 END; DELETE FROM d; END; SELECT 1",
       "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 END; DELETE FROM d; END | SELECT "
       "1"},
      {"CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT 3",
       "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END | SELECT 3"},
      {"\\restrict a;b\nSELECT '\\';\n\\connect c\nSELECT 2", "SELECT '\\' | SELECT 2"},
      {"BEGIN; CREATE VIEW v AS SELECT CASE WHEN a THEN b END FROM t; COMMIT",
       "BEGIN | CREATE VIEW v AS SELECT CASE WHEN a THEN b END FROM t | COMMIT"},
  };
  for (const Row& row : kRows) EXPECT_EQ(Split(row.sql), row.statements) << row.sql;
}

TEST(WithoutPsqlCommands, LeavesTheRestWhereItIs) {
  EXPECT_EQ(WithoutPsqlCommands("\\restrict a\nSELECT '\n\\b\n';\n\\c d"), "           \nSELECT '\n\\b\n';\n    ");
}

}  // namespace
}  // namespace limbeck::project
