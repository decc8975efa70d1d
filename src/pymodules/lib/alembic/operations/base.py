"""Operations: `op` as an object, and the registry of what scripts add to it."""

import alembic.op as _op
from _limbeck_operations import BatchOperations

_implementations = {}
_batch_directives = {}
_native = {name: getattr(_op, name) for name in dir(_op) if not name.startswith("_")}


def _register(owner, name, sourcename=None):
    def register(operation_class):
        source = getattr(operation_class, sourcename or name)
        if issubclass(owner, BatchOperations):
            _batch_directives[name] = source
        else:
            _install(name, source)
        return operation_class

    return register


def _install(name, source):
    """Makes op.NAME call the class method."""

    def directive(*args, **kwargs):
        return source(operations, *args, **kwargs)

    directive.__name__ = directive.__qualname__ = name
    directive.__doc__ = source.__doc__
    setattr(_op, name, directive)


def _implement(operation_class, replace):
    def decorate(function):
        if operation_class in _implementations and not replace:
            raise ValueError(
                "Can not set dispatch function for object %r: key already exists. To replace existing function, "
                "use replace=True." % (operation_class,)
            )
        _implementations[operation_class] = function
        # What a script calls directly goes through the new implementation, too.
        name = getattr(operation_class, "_directive", None)
        if name is not None:
            _install(name, getattr(operation_class, name))
        return function

    return decorate


def _implement_for(cls, op_cls, replace=False):
    return _implement(op_cls, replace)


def _invoke(target, operation):
    for ancestor in type(operation).__mro__:
        if ancestor in _implementations:
            return _implementations[ancestor](target, operation)
    raise ValueError("no dispatch function for object: %s" % (operation,))


def _batch_directive(batch, name):
    """The function that a script gave batch_op as NAME; None when there is none."""
    source = _batch_directives.get(name)
    if source is None:
        return None
    return lambda *args, **kwargs: source(batch, *args, **kwargs)


class DefaultImpl:
    """What carries statements out: the part of Alembic's class that implementations of operations use."""

    def __init__(self, context):
        self._context = context

    @property
    def dialect(self):
        return self._context.dialect

    @property
    def bind(self):
        return self._context.bind

    @property
    def connection(self):
        return self._context.bind

    @property
    def as_sql(self):
        return self._context.as_sql

    def execute(self, sql, execution_options=None):
        _native["execute"](sql)

    def _exec(self, construct, execution_options=None, multiparams=None, params=None):
        if self.as_sql or multiparams or params is not None:
            return _native["execute"](construct)
        return self.bind.execute(construct)

    def static_output(self, text):
        from alembic import context

        context.static_output(text)

    def create_table(self, table, **keywords):
        parts = [*table.columns, *table.constraints, *table.indexes]
        _native["create_table"](table.name, *parts, schema=table.schema, comment=table.comment, **keywords)

    def drop_table(self, table, **keywords):
        _native["drop_table"](table.name, schema=table.schema, **keywords)

    def add_column(self, table_name, column, *, schema=None, **keywords):
        _native["add_column"](table_name, column, schema=schema, **keywords)

    def drop_column(self, table_name, column, *, schema=None, **keywords):
        _native["drop_column"](table_name, column.name, schema=schema, **keywords)

    def alter_column(self, table_name, column_name, *, name=None, **keywords):
        _native["alter_column"](table_name, column_name, new_column_name=name, **keywords)

    def rename_table(self, old_table_name, new_table_name, schema=None):
        _native["rename_table"](old_table_name, new_table_name, schema=schema)

    def bulk_insert(self, table, rows, multiinsert=True):
        _native["bulk_insert"](table, rows, multiinsert=multiinsert)


class AbstractOperations:
    """`op` as an object. What the module has, this has."""

    def __init__(self, migration_context=None, impl=None):
        self._migration_context = migration_context
        self._impl = impl

    @classmethod
    def register_operation(cls, name, sourcename=None):
        return _register(cls, name, sourcename)

    @classmethod
    def implementation_for(cls, op_cls, replace=False):
        return _implement(op_cls, replace)

    def invoke(self, operation):
        return _invoke(self, operation)

    @property
    def migration_context(self):
        return self._migration_context or _native["get_context"]()

    @property
    def impl(self):
        return self._impl or DefaultImpl(self.migration_context)

    def get_context(self):
        return self.migration_context

    def __getattr__(self, name):
        return getattr(_op, name)


class Operations(AbstractOperations):
    pass


operations = Operations()
