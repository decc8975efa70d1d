#include <gtest/gtest.h>

#include "pymodules/offline_script_test.h"

// Errors of the rooms below, inside of scripts: `except` holds those that Python would raise.

namespace limbeck::pymodules {
namespace {

struct Row {
  const char* statement;
  const char* caught;
};

class CaughtError : public testing::TestWithParam<Row> {};

TEST_P(CaughtError, IsTheException) {
  const std::string script = std::string(R"(
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

metadata = sa.MetaData()
users = sa.Table("users", metadata, sa.Column("id", sa.Integer))
notes = sa.Table("notes", metadata, sa.Column("id", sa.Integer))
try:
    )") + GetParam().statement +
                             R"(
except Exception as problem:
    op.execute(type(problem).__name__ + " - " + str(problem))
)";
  const ScriptOutcome outcome = RunOfflineScript(script, {.literal_binds = true});
  EXPECT_EQ(outcome.error, "");
  ASSERT_EQ(outcome.statements.size(), 1U);
  EXPECT_EQ(outcome.statements[0], GetParam().caught);
}

const Row kRows[] = {
    {"sa.select(users.c.id).join(notes)",
     "NoForeignKeysError - Can't find any foreign key relationships between 'users' and 'notes'."},
    {"sa.select('id')",
     "ArgumentError - Textual column expression 'id' should be explicitly declared with text('id'), or use "
     "column('id') for more specificity"},
    {"op.execute(users.insert().values(name='x'))", "CompileError - Unconsumed column names: name"},
    {"op.execute(sa.select(sa.column('x', sa.String).regexp_replace('a', 'b')).order_by('y'))",
     "CompileError - Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL expression 'y' "
     "should be explicitly declared as text('y')"},
    {"sa.text('a = 1').bindparams(b=5)",
     "ArgumentError - This text() construct doesn't define a bound parameter named 'b'"},
    {"users.update().where('id = 1')",
     "ArgumentError - Textual SQL expression 'id = 1' should be explicitly declared as text('id = 1')"},
    {"sa.and_(users.c.id == 1, 5)", "ArgumentError - SQL expression for WHERE/HAVING role expected, got 5."},
    {"sa.Enum('a', 5, name='e')", "TypeError - object of type 'int' has no len()"},
    {"op.create_table('t', sa.Column(sa.Integer))",
     "ArgumentError - Column must be constructed with a non-blank name or assign a non-blank .name before adding to a "
     "Table."},
    {"op.create_table_comment('t')",
     "TypeError - create_table_comment() missing 1 required positional argument: 'comment'"},
    {"op.create_exclude_constraint('x', 't')", "ValueError - not enough values to unpack (expected 2, got 0)"},
    {"users.c.id.overlap([1])",
     "AttributeError - Neither 'Column' object nor 'Comparator' object has an attribute 'overlap'"},
};

INSTANTIATE_TEST_SUITE_P(Rows, CaughtError, testing::ValuesIn(kRows));

}  // namespace
}  // namespace limbeck::pymodules
