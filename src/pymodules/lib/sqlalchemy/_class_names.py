"""Classes that scripts name in annotations, in isinstance() and as bases, where one class of Limbeck's is what
SQLAlchemy means by the name. Where several kinds share a class here, the name is not given: isinstance() would lie."""

import sqlalchemy as _sa
from sqlalchemy.dialects import postgresql as _postgresql

_table = _sa.table("t", _sa.column("c"))

ColumnElement = ClauseElement = SQLColumnExpression = _sa.true().__class__.__mro__[1]
ColumnClause = _table.c.c.__class__
TableClause = _table.__class__
FromClause = _table.alias("a").__class__
UpdateBase = ValuesBase = _sa.insert(_table).__class__
Dialect = DefaultDialect = _postgresql.dialect().__class__
Compiled = SQLCompiler = _sa.select(_table.c.c).compile().__class__
IdentifierPreparer = _postgresql.dialect().identifier_preparer.__class__
Binary = _sa.LargeBinary


class _KindOfText(type):
    def __instancecheck__(cls, value):
        return isinstance(value, ColumnElement) and hasattr(value, "text")


class TextClause(metaclass=_KindOfText):
    """What text() makes."""


class Executable:
    """A statement of a script's own, with @compiles for its class."""

    is_select = is_update = is_insert = is_text = is_delete = is_dml = False

    def execution_options(self, **options):
        return self


class SchemaItem:
    """What tables and their parts are, for annotations."""


class SchemaType:
    """The part of types that belong to a schema: Enum and Boolean."""

    def __init__(self, name=None, schema=None, metadata=None, inherit_schema=False, quote=None, _create_events=True,
                 **keywords):
        pass


class Transaction:
    """What begin() gives, for annotations."""


NestedTransaction = RootTransaction = TwoPhaseTransaction = Transaction


class FunctionElement:
    """A function of one's own, mostly for @compiles; where an expression is wanted, the call of a function of its name."""

    name = None
    type = None
    inherit_cache = None

    def __init__(self, *clauses, **options):
        self.clauses = clauses

    def __clause_element__(self):
        return getattr(_sa.func, type(self).name or type(self).__name__)(*self.clauses)


class GenericFunction:
    """A class whose calls are SQL functions of its name."""

    name = None

    def __new__(cls, *clauses, **options):
        return getattr(_sa.func, cls.name or cls.__name__)(*clauses, **options)


def __getattr__(name):
    if name == "Inspector":
        from sqlalchemy.engine.reflection import Inspector

        return Inspector
    raise AttributeError("module 'sqlalchemy' has no attribute %r" % name)
