#include <gtest/gtest.h>

#include "base/text.h"
#include "pymodules/offline_script_test.h"

// Types that scripts define themselves.

namespace limbeck::pymodules {
namespace {

struct ScriptType {
  const char* name;
  const char* definition;
  const char* postgresql;
  const char* sqlite;
};

class ScriptTypes : public testing::TestWithParam<ScriptType> {};

std::string ColumnText(const ScriptType& row, const std::string& dialect) {
  const std::string source =
      std::string(
          "from alembic import op\nimport sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql\n"
          "from sqlalchemy.types import TypeDecorator, UserDefinedType\n") +
      row.definition + "\nop.add_column('t', sa.Column('c', T))\n";
  OfflineScriptOptions options;
  options.dialect = dialect;
  const ScriptOutcome outcome = RunOfflineScript(source, options);
  const std::string text = Join(outcome.statements, "; ") + outcome.error;
  const std::string prefix = "ALTER TABLE t ADD COLUMN c ";
  return text.compare(0, prefix.size(), prefix) == 0 ? text.substr(prefix.size()) : text;
}

TEST_P(ScriptTypes, HaveTheirText) {
  EXPECT_EQ(ColumnText(GetParam(), "postgresql"), GetParam().postgresql);
  EXPECT_EQ(ColumnText(GetParam(), "sqlite"), GetParam().sqlite);
}

constexpr ScriptType kTypes[] = {
    {"Decorator", "class T(TypeDecorator):\n    impl = sa.String(5)", "VARCHAR(5)", "VARCHAR(5)"},
    {"DecoratorOfAClass", "class T(sa.TypeDecorator):\n    impl = sa.DateTime\n    cache_ok = True",
     "TIMESTAMP WITHOUT TIME ZONE", "DATETIME"},
    {"DecoratorsArguments", "class D(TypeDecorator):\n    impl = sa.String\nT = D(length=7)", "VARCHAR(7)",
     "VARCHAR(7)"},
    {"DecoratorsOwnInit",
     "class D(TypeDecorator):\n    impl = sa.Text\n    def __init__(self, key, **kw):\n        super().__init__(**kw)\n"
     "        self.key = key\n    def process_bind_param(self, value, dialect):\n        return value\nT = D('k')",
     "TEXT", "TEXT"},
    {"SubscriptedDecorator", "class T(TypeDecorator[dict[str, int]]):\n    impl = sa.JSON", "JSON", "JSON"},
    {"LoadDialectImpl",
     "class T(TypeDecorator):\n    impl = sa.CHAR\n    def load_dialect_impl(self, dialect):\n"
     "        if dialect.name == 'postgresql':\n            return dialect.type_descriptor(postgresql.UUID())\n"
     "        return dialect.type_descriptor(sa.CHAR(32))",
     "UUID", "CHAR(32)"},
    {"LoadDialectImplOfTheBase",
     "class T(TypeDecorator):\n    impl = sa.JSON\n    def load_dialect_impl(self, dialect):\n"
     "        if dialect.name == 'sqlite':\n            return super().load_dialect_impl(dialect)\n"
     "        return dialect.type_descriptor(postgresql.JSONB())",
     "JSONB", "JSON"},
    {"DecoratorOfADecorator", "class A(TypeDecorator):\n    impl = sa.Text\nclass T(TypeDecorator):\n    impl = A",
     "TEXT", "TEXT"},
    {"DecoratorOfAnArray", "class T(TypeDecorator):\n    impl = postgresql.ARRAY(sa.Integer)", "INTEGER[]",
     "Compiler <sqlalchemy.dialects.sqlite.base.SQLiteTypeCompiler object> can't render element of type ARRAY"},
    {"DecoratorOfAnUppercaseType", "class T(TypeDecorator):\n    impl = sa.TIMESTAMP(timezone=True)",
     "TIMESTAMP WITH TIME ZONE", "TIMESTAMP"},
    {"DecoratorWithoutImpl", "class T(TypeDecorator):\n    pass",
     "TypeDecorator implementations require a class-level variable 'impl' which refers to the class of type being "
     "decorated",
     "TypeDecorator implementations require a class-level variable 'impl' which refers to the class of type being "
     "decorated"},
    {"UserDefined", "class T(UserDefinedType):\n    def get_col_spec(self, **kw):\n        return 'BOX'", "BOX", "BOX"},
    {"UserDefinedWithoutSuper",
     "class V(UserDefinedType):\n    def __init__(self, dim):\n        self.dim = dim\n"
     "    def get_col_spec(self, **kw):\n        return 'VECTOR(%d)' % self.dim\nT = V(3)",
     "VECTOR(3)", "VECTOR(3)"},
    {"SubclassOfAType", "class T(sa.String):\n    pass", "VARCHAR", "VARCHAR"},
    {"Variant", "T = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')", "JSONB", "JSON"},
    {"TwoVariants", "T = sa.BigInteger().with_variant(sa.Integer, 'sqlite', 'mysql').with_variant(sa.Text(), 'oracle')",
     "BIGINT", "INTEGER"},
    {"VariantOfMysql",
     "from sqlalchemy.dialects import mysql\nT = sa.Boolean().with_variant(mysql.TINYINT(1), 'mysql')", "BOOLEAN",
     "BOOLEAN"},
    {"Compiled",
     "from sqlalchemy.ext.compiler import compiles\n@compiles(postgresql.JSONB, 'sqlite')\n"
     "def jsonb(element, compiler, **kw):\n    return compiler.visit_JSON(element, **kw)\nT = postgresql.JSONB()",
     "JSONB", "JSON"},
    {"CompiledEverywhere",
     "from sqlalchemy.ext.compiler import compiles\nclass T(UserDefinedType):\n    pass\n"
     "@compiles(T)\ndef box(element, compiler, **kw):\n    return 'BOX_' + compiler.dialect.name",
     "BOX_postgresql", "BOX_sqlite"},
    {"CompiledFromItself",
     "from sqlalchemy.ext.compiler import compiles\nclass Exact(sa.String):\n    pass\n"
     "@compiles(Exact, 'postgresql')\ndef exact(element, compiler, **kw):\n"
     "    return f'VARCHAR({element.length}) COLLATE \"C\"'\nT = Exact(9)",
     "VARCHAR(9) COLLATE \"C\"", "VARCHAR(9)"},
    {"VariantMadeByAFunction",
     "def whole():\n    return sa.Integer()\nT = sa.BigInteger().with_variant(whole, 'sqlite')", "BIGINT", "INTEGER"},
    {"NoType", "T = 5", "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got 5",
     "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got 5"},
};

INSTANTIATE_TEST_SUITE_P(Rows, ScriptTypes, testing::ValuesIn(kTypes),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(ServerDefaults, AreClauses) {
  const ScriptOutcome outcome = RunOfflineScript(
      "from alembic import op\nimport sqlalchemy as sa\n"
      "plain = sa.Column('c', sa.Integer, server_default='1')\n"
      "made = sa.Column('d', sa.DateTime, server_default=sa.text('now()'))\n"
      "assert (plain.server_default.arg, made.server_default.arg.text) == ('1', 'now()')\n"
      "op.add_column('t', sa.Column('e', sa.DateTime, server_default=made.server_default))\n",
      {});
  EXPECT_EQ(outcome.error, "");
  EXPECT_EQ(Join(outcome.statements, ";"), "ALTER TABLE t ADD COLUMN e TIMESTAMP WITHOUT TIME ZONE DEFAULT now()");
}

TEST(EnumNames, MayChangeUntilAColumnHasTheType) {
  const std::string start =
      "from alembic import op\nimport sqlalchemy as sa\ne = sa.Enum('a', name='mood')\ne.name = 'mood_old'\n";
  EXPECT_EQ(Join(RunOfflineScript(start + "e.create(op.get_bind(), checkfirst=False)\n", {}).statements, ";"),
            "CREATE TYPE mood_old AS ENUM ('a')");
  EXPECT_EQ(RunOfflineScript(start + "sa.Column('c', e)\ne.name = 'mood'\n", {}).error,
            "attribute 'name' of 'TypeEngine' objects is not writable");
}

TEST(CompileHooks, ForOtherThanTypesAreRefused) {
  const ScriptOutcome outcome = RunOfflineScript(
      "from sqlalchemy.ext.compiler import compiles\nfrom sqlalchemy.schema import CreateSchema\n"
      "@compiles(CreateSchema)\ndef f(element, compiler, **kw):\n    return ''\nCreateSchema('app')\n",
      {});
  EXPECT_EQ(outcome.error,
            "@compiles for CreateSchema is not supported: only types and elements of its own can be compiled by "
            "a script");
}

}  // namespace
}  // namespace limbeck::pymodules
