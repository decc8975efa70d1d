"""`op.enum_insert` and `op.enum_delete`: the rows of an enumeration's table."""

from alembic.operations import MigrateOperation, Operations
from sqlalchemy import bindparam, text


class _EnumOp(MigrateOperation):
    def __init__(self, schema, tablename, data=()):
        self.schema = schema
        self.tablename = tablename
        self.data = data

    @property
    def fully_qualified_tablename(self):
        return "%s.%s" % (self.schema, self.tablename) if self.schema else self.tablename


@Operations.register_operation("enum_insert")
class EnumInsertOp(_EnumOp):
    @classmethod
    def enum_insert(cls, operations, tablename, data=(), schema=None):
        return operations.invoke(cls(schema, tablename, data))

    def reverse(self):
        return EnumDeleteOp(self.schema, self.tablename, self.data)


@Operations.register_operation("enum_delete")
class EnumDeleteOp(_EnumOp):
    @classmethod
    def enum_delete(cls, operations, tablename, data=(), schema=None):
        return operations.invoke(cls(schema, tablename, data))

    def reverse(self):
        return EnumInsertOp(self.schema, self.tablename, self.data)


@Operations.implementation_for(EnumInsertOp)
def insert(operations, operation):
    for value in operation.data:
        statement = text("INSERT INTO %s (item_id) VALUES (:vl)" % operation.fully_qualified_tablename)
        operations.execute(statement.bindparams(vl=value))


@Operations.implementation_for(EnumDeleteOp)
def delete(operations, operation):
    if operation.data:
        values = bindparam("vl", list(operation.data), expanding=True)
        statement = text("DELETE FROM %s WHERE item_id IN :vl" % operation.fully_qualified_tablename)
        operations.execute(statement.bindparams(values))
