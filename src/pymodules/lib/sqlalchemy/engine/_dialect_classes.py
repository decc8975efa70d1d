"""The classes of dialects, for isinstance(): the objects themselves are of one class."""


class _ByName(type):
    def __instancecheck__(cls, instance):
        return type(instance).__name__ == "Dialect" and instance.name == cls.name


class PGDialect(metaclass=_ByName):
    name = "postgresql"


class SQLiteDialect(metaclass=_ByName):
    name = "sqlite"


class MySQLDialect(metaclass=_ByName):
    name = "mysql"
