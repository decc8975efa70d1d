#include <gtest/gtest.h>

#include "limbeck/error.h"
#include "pymodules/modules.h"
#include "python/script_host_for_tests.h"

// What models of applications have beside columns.

namespace limbeck::pymodules {
namespace {

std::string Printed(const std::string& script) {
  python::ScriptHostForTests host;
  python::Interpreter interpreter(host.host(), {});
  AddModules(interpreter);
  try {
    interpreter.RunSource("a.py", "import sqlalchemy as sa\nfrom sqlalchemy import orm\n" + script, "a");
  } catch (const Error& error) {
    return host.output() + "error: " + error.message() + "\n";
  }
  return host.output();
}

struct Row {
  const char* name;
  const char* script;
  const char* output;
};

const Row kRows[] = {
    {"AConstraintOfNoKindIsNone",
     "Base = orm.declarative_base()\nclass Book(Base):\n    __tablename__ = 'book'\n"
     "    id = sa.Column(sa.Integer, primary_key=True)\n    __table_args__ = (sa.Constraint(name='once'),)\n"
     "print(any(type(one) is sa.Constraint for one in Book.__table__.constraints))\n",
     "False\n"},
    {"AComparatorOfACompositeDerivesFromOne",
     "class Less(orm.CompositeProperty.Comparator):\n    pass\n"
     "print(issubclass(Less, orm.PropComparator), orm.ColumnProperty.Comparator is orm.PropComparator)\n",
     "True True\n"},
    {"AModelOfFlaskAppBuilderNamesItsTable",
     "from flask_appbuilder import Model\nclass DynamicPlugin(Model):\n    id = sa.Column(sa.Integer, "
     "primary_key=True)\n"
     "print(DynamicPlugin.__table__.name)\n",
     "dynamic_plugin\n"},
    {"ANameOfAPackageThatIsNotThereIsToldAsThat",
     "import company\nsa.ForeignKeyConstraint([company.Book.shelf], ['shelf.id'])\n",
     "error: 'company.Book.shelf' is a column, but Limbeck does not have the package 'company'\n"},
};

TEST(ModelParts, AreTakenAsSqlalchemyTakesThem) {
  for (const Row& row : kRows) EXPECT_EQ(Printed(row.script), row.output) << row.name;
}

}  // namespace
}  // namespace limbeck::pymodules
