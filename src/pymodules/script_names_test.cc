#include <gtest/gtest.h>

#include <fstream>

#include "base/text.h"
#include "pymodules/offline_script_test.h"

// Names of SQLAlchemy, Alembic and their companions that public revisions use: tests/data/sql/script_names.txt, one a
// line. Each is there, or is refused by its name.

namespace limbeck::pymodules {
namespace {

/// Walks from the longest part of the name that is a module to the attributes behind it.
constexpr const char* kFind = R"(
import builtins

def find(name):
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            value = __import__(".".join(parts[:end]), fromlist=["x"])
        except ImportError:
            continue
        for part in parts[end:]:
            value = getattr(value, part)
        return value
    raise ImportError("no module " + name)

find()";

TEST(ScriptNames, AreThereOrRefused) {
  std::ifstream file(std::string(LIMBECK_SOURCE_DIR) + "/tests/data/sql/script_names.txt");
  ASSERT_TRUE(file);
  for (std::string name; std::getline(file, name);) {
    const size_t dot = name.rfind('.');
    const std::string refusal = PythonRepr(name.substr(dot + 1)) + " of module " + PythonRepr(name.substr(0, dot)) +
                                " is not available in Limbeck";
    const std::string error = RunOfflineScript(kFind + PythonRepr(name) + ")\n", {}).error;
    EXPECT_TRUE(error.empty() || error == refusal) << name << ": " << error;
  }
}

TEST(ScriptNames, OfNoSqlalchemyAreNoRefusals) {
  const auto error_of = [](const std::string& script) {
    return RunOfflineScript("import sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql\n" + script, {}).error;
  };
  EXPECT_EQ(error_of("sa.GUID()\n"), "module 'sqlalchemy' has no attribute 'GUID'");
  EXPECT_EQ(error_of("sa.TryCast()\n"), "'TryCast' of module 'sqlalchemy' is not available in Limbeck");
  EXPECT_EQ(error_of("postgresql.JSONBB()\n"), "module 'sqlalchemy.dialects.postgresql' has no attribute 'JSONBB'");
  const std::string wrong = "from alembic import op\nop.remove_column('t', 'c')\n";
  EXPECT_EQ(error_of(wrong), "module 'alembic.op' has no attribute 'remove_column'");
  // A package that is not there may have registered the operation.
  EXPECT_EQ(error_of("import sqlalchemy_columns\n" + wrong),
            "'remove_column' of module 'alembic.op' is not available in Limbeck");
}

TEST(ScriptNames, OfThirdPartyPackagesAreRefusedWhereTheyDecide) {
  const auto error_of = [](const std::string& script) {
    return RunOfflineScript("import werkzeug, geoalchemy2\n" + script, {}).error;
  };
  EXPECT_EQ(error_of("werkzeug.Client(1)\n"), "");
  EXPECT_EQ(error_of("if werkzeug.Client(1): pass\n"),
            "'werkzeug.Client()' is tested for truth, but Limbeck does not have 'Client' of module 'werkzeug'");
  EXPECT_EQ(error_of("def f(x: geoalchemy2.Voxel): pass\n"), "");
  EXPECT_EQ(error_of("geoalchemy2.Voxel()\n"),
            "'geoalchemy2.Voxel' is called, but Limbeck does not have 'Voxel' of module 'geoalchemy2'");
  EXPECT_EQ(error_of("geoalchemy2.Geometri()\n"), "'Geometri' of module 'geoalchemy2' is not available in Limbeck");
  EXPECT_EQ(error_of("try:\n    werkzeug.Client\nexcept AttributeError:\n    pass\n"), "");
}

TEST(ScriptNames, OfModulesBelowAreThere) {
  const ScriptOutcome outcome = RunOfflineScript(
      "from alembic import op\nfrom sqlalchemy.dialects import postgresql\n"
      "import sqlalchemy\nfrom sqlalchemy.testing.schema import Column\nassert Column is sqlalchemy.Column\n"
      "assert postgresql.types.MACADDR is postgresql.MACADDR\n"
      "assert isinstance(postgresql.dialect(), postgresql.base.PGDialect)\n"
      "assert 'user' in postgresql.base.RESERVED_WORDS and not isinstance(op, postgresql.base.PGDialect)\n",
      {});
  EXPECT_EQ(outcome.error, "");
}

}  // namespace
}  // namespace limbeck::pymodules
