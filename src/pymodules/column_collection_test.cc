#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "pymodules/offline_script_test.h"

namespace limbeck::pymodules {
namespace {

/// What the expression of `c`, the columns of a table and then of its alias, gives.
std::vector<std::string> OfTableAndAlias(const std::string& expression) {
  const std::string source =
      "import sqlalchemy as sa\n"
      "from alembic import op\n"
      "t = sa.Table('t', sa.MetaData(), sa.Column('a', sa.Integer, key='k'), sa.Column('b', sa.Integer))\n"
      "for c in (t.c, t.alias().c):\n"
      "    try:\n"
      "        shown = str(" +
      expression +
      ")\n"
      "    except Exception as error:\n"
      "        shown = repr(error)\n"
      "    op.execute(shown)\n";
  return RunOfflineScript(source, {}).statements;
}

TEST(ColumnCollection, IsTheSameOfTablesAndAliases) {
  const std::pair<const char*, const char*> rows[] = {
      {"c.keys()", "['k', 'b']"},
      {"c['k'].name", "a"},
      {"c[1].name", "b"},
      {"c[-1]", "IndexError('-1')"},
      {"c['a']", "KeyError('a')"},
      {"c.get('a', 'nothing')", "nothing"},
      {"[key for key, column in c.items()]", "['k', 'b']"},
      {"[column.name for column in c.values()]", "['a', 'b']"},
      {"[column.name for column in c]", "['a', 'b']"},
      {"c[1:].keys()", "['b']"},
      {"c['b', 'k'].keys()", "['b', 'k']"},
      {"('k' in c, 'a' in c, len(c))", "(True, False, 2)"},
      {"c.b in c", "ArgumentError('__contains__ requires a string argument')"},
      {"(c.contains_column(c.b), c.contains_column(sa.column('b')))", "(True, False)"},
  };
  for (const auto& [expression, expected] : rows) {
    EXPECT_EQ(OfTableAndAlias(expression), std::vector<std::string>(2, expected)) << expression;
  }
}

}  // namespace
}  // namespace limbeck::pymodules
