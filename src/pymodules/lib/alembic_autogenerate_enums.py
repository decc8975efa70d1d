"""`op.sync_enum_values(schema, name, old_values, new_values)`, as revisions of alembic-autogenerate-enums call it."""

from alembic.operations import MigrateOperation, Operations


@Operations.register_operation("sync_enum_values")
class SyncEnumValuesOp(MigrateOperation):
    def __init__(self, schema, name, old_values, new_values, affected_columns=None, should_reverse=False):
        self.schema = schema
        self.name = name
        self.old_values = old_values
        self.new_values = new_values
        self.affected_columns = affected_columns
        self.should_reverse = should_reverse

    @classmethod
    def sync_enum_values(cls, operations, *args, **kwargs):
        return operations.invoke(cls(*args, **kwargs))

    def reverse(self):
        return SyncEnumValuesOp(self.schema, self.name, self.new_values, self.old_values, self.affected_columns,
                                not self.should_reverse)


@Operations.implementation_for(SyncEnumValuesOp)
def sync_enum_values(operations, operation):
    name = "%s.%s" % (operation.schema, operation.name)
    if operation.should_reverse and operation.affected_columns is not None:
        return _replace(operations, operation, name)
    # New values cannot be used in the transaction that adds them.
    with operations.get_context().autocommit_block():
        for value in operation.new_values:
            if value not in operation.old_values:
                operations.execute("ALTER TYPE %s ADD VALUE '%s'" % (name, value))


def _replace(operations, operation, name):
    values = ", ".join("'%s'" % value for value in sorted(set(operation.new_values)))
    operations.execute("ALTER TYPE %s RENAME TO %s_old" % (name, operation.name))
    operations.execute("CREATE TYPE %s AS ENUM(%s)" % (name, values))
    for table, column in operation.affected_columns:
        operations.execute("ALTER TABLE %s ALTER COLUMN %s TYPE %s USING %s::text::%s"
                           % (table, column, name, column, name))
    operations.execute("DROP TYPE %s_old" % name)
