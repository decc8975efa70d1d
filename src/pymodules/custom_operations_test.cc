#include <gtest/gtest.h>

#include "base/text.h"
#include "pymodules/offline_script_test.h"

// Operations that scripts add to `op` and `batch_op`, and those of Alembic as objects.

namespace limbeck::pymodules {
namespace {

constexpr const char* kCreateSequence = R"(
from alembic import op
from alembic.operations import BatchOperations, MigrateOperation, Operations
import sqlalchemy as sa

@Operations.register_operation("create_sequence")
@BatchOperations.register_operation("create_sequence", "batch_create_sequence")
class CreateSequenceOp(MigrateOperation):
    def __init__(self, sequence_name, schema=None):
        self.sequence_name = sequence_name
        self.schema = schema

    @classmethod
    def create_sequence(cls, operations, sequence_name, **kw):
        return operations.invoke(CreateSequenceOp(sequence_name, **kw))

    @classmethod
    def batch_create_sequence(cls, operations, sequence_name):
        return operations.invoke(CreateSequenceOp(operations.impl.table_name + "_" + sequence_name))

@Operations.implementation_for(CreateSequenceOp)
def create_sequence(operations, operation):
    name = operation.sequence_name
    if operation.schema is not None:
        name = "%s.%s" % (operation.schema, name)
    operations.execute("CREATE SEQUENCE %s" % name)
)";

std::string SqlOf(const std::string& source) {
  const ScriptOutcome outcome = RunOfflineScript(source, {});
  return Join(outcome.statements, ";") + outcome.error;
}

TEST(CustomOperations, AreCalledOnOp) {
  EXPECT_EQ(SqlOf(std::string(kCreateSequence) + "op.create_sequence('s')\nop.create_sequence('t', schema='app')\n"),
            "CREATE SEQUENCE s;CREATE SEQUENCE app.t");
}

TEST(CustomOperations, AreCalledInABatch) {
  EXPECT_EQ(SqlOf(std::string(kCreateSequence) +
                  "with op.batch_alter_table('t') as batch_op:\n    batch_op.create_sequence('s')\n"),
            "CREATE SEQUENCE t_s");
}

TEST(CustomOperations, AreInvoked) {
  EXPECT_EQ(SqlOf(std::string(kCreateSequence) + "op.invoke(CreateSequenceOp('s'))\n"), "CREATE SEQUENCE s");
}

TEST(CustomOperations, TellWrongArguments) {
  EXPECT_EQ(SqlOf(std::string(kCreateSequence) + "op.create_sequence()\n"),
            "CreateSequenceOp.create_sequence() missing 1 required positional argument: 'sequence_name'");
}

TEST(CustomOperations, WithoutImplementationAreRefused) {
  EXPECT_EQ(SqlOf("from alembic import op\nfrom alembic.operations import MigrateOperation\n"
                  "class Op(MigrateOperation):\n    def __str__(self):\n        return 'mine'\n"
                  "op.invoke(Op())\n"),
            "no dispatch function for object: mine");
}

struct BuiltIn {
  const char* operation;
  const char* sql;
};

class BuiltInOperations : public testing::TestWithParam<BuiltIn> {};

TEST_P(BuiltInOperations, AreInvoked) {
  EXPECT_EQ(
      SqlOf("from alembic import op\nfrom alembic.operations import ops\nimport sqlalchemy as sa\nop.invoke(ops." +
            std::string(GetParam().operation) + ")\n"),
      GetParam().sql);
}

constexpr BuiltIn kBuiltIn[] = {
    {"CreateTableOp('t', [sa.Column('a', sa.Integer)], schema='app')", "\nCREATE TABLE app.t (\n\ta INTEGER\n)\n\n"},
    {"DropTableOp('t', schema='app')", "\nDROP TABLE app.t"},
    {"RenameTableOp('t', 'u')", "ALTER TABLE t RENAME TO u"},
    {"RenameTableOp('t', 'u').reverse()", "ALTER TABLE u RENAME TO t"},
    {"CreateTableCommentOp('t', 'c')", "COMMENT ON TABLE t IS 'c'"},
    {"DropTableCommentOp('t')", "COMMENT ON TABLE t IS NULL"},
    {"AddColumnOp('t', sa.Column('a', sa.Integer), schema='app')", "ALTER TABLE app.t ADD COLUMN a INTEGER"},
    {"DropColumnOp('t', 'a')", "ALTER TABLE t DROP COLUMN a"},
    {"AlterColumnOp('t', 'a', modify_type=sa.Text())", "ALTER TABLE t ALTER COLUMN a TYPE TEXT "},
    {"AlterColumnOp('t', 'a', modify_server_default=None)", "ALTER TABLE t ALTER COLUMN a DROP DEFAULT"},
    {"AlterColumnOp('t', 'a', modify_name='b')", "ALTER TABLE t RENAME a TO b"},
    {"CreatePrimaryKeyOp('k', 't', ['a'])", "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a)"},
    {"CreateUniqueConstraintOp('u', 't', ['a'], schema='app')", "ALTER TABLE app.t ADD CONSTRAINT u UNIQUE (a)"},
    {"CreateCheckConstraintOp('c', 't', 'a > 5')", "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 5)"},
    {"CreateForeignKeyOp('f', 't', 'o', ['a'], ['b'], ondelete='CASCADE')",
     "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY(a) REFERENCES o (b) ON DELETE CASCADE"},
    {"DropConstraintOp('u', 't', type_='unique')", "ALTER TABLE t DROP CONSTRAINT u"},
    {"CreateIndexOp('i', 't', ['a'], unique=True)", "CREATE UNIQUE INDEX i ON t (a)"},
    {"CreateIndexOp('i', 't', ['a'], postgresql_using='gin')", "CREATE INDEX i ON t USING gin (a)"},
    {"DropIndexOp('i')", "\nDROP INDEX i"},
    {"ExecuteSQLOp('SELECT 1')", "SELECT 1"},
    {"UpgradeOps([ops.ExecuteSQLOp('SELECT 1'), ops.ModifyTableOps('t', [ops.DropColumnOp('t', 'a')])])",
     "SELECT 1;ALTER TABLE t DROP COLUMN a"},
    {"DropColumnOp('t')", "DropColumnOp.__init__() missing required argument: 'column_name'"},
};

INSTANTIATE_TEST_SUITE_P(Rows, BuiltInOperations, testing::ValuesIn(kBuiltIn));

TEST(ReplacedOperations, TakeAnotherImplementation) {
  EXPECT_EQ(SqlOf(R"(
from alembic import op
from alembic.operations import Operations, ops
from alembic.operations.toimpl import create_table as original
import sqlalchemy as sa

@Operations.implementation_for(ops.CreateTableOp, replace=True)
def create_table(operations, operation):
    original(operations, operation)
    operations.execute("GRANT SELECT ON %s TO reader" % operation.table_name)

op.create_table("t", sa.Column("a", sa.Integer))
)"),
            "\nCREATE TABLE t (\n\ta INTEGER\n)\n\n;GRANT SELECT ON t TO reader");
}

TEST(TableEvents, AreTold) {
  EXPECT_EQ(SqlOf("from alembic import op\nfrom sqlalchemy import Table, event\n"
                  "@event.listens_for(Table, 'before_create')\n@event.listens_for(Table, 'after_drop')\n"
                  "def told(table, connection, **kw):\n    op.execute('SELECT ' + repr(table.name))\n"
                  "op.create_table('t')\nop.drop_table('t')\n"),
            "SELECT 't';\nCREATE TABLE t (\n)\n\n;\nDROP TABLE t;SELECT 't'");
}

TEST(ReplacedOperations, AreNotReplacedByAccident) {
  EXPECT_EQ(SqlOf("from alembic.operations import Operations, ops\n"
                  "@Operations.implementation_for(ops.CreateTableOp)\ndef create_table(operations, operation): pass\n"),
            "Can not set dispatch function for object <class 'alembic.operations.ops.CreateTableOp'>: key already "
            "exists. To replace existing function, use replace=True.");
}

}  // namespace
}  // namespace limbeck::pymodules
