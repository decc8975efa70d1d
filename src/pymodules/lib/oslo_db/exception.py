"""What goes wrong with a database, in Oslo's words."""


class DBError(Exception):
    def __init__(self, inner_exception=None, cause=None):
        self.inner_exception = inner_exception
        super().__init__(str(inner_exception))


class DBDuplicateEntry(DBError):
    def __init__(self, columns=None, inner_exception=None, value=None):
        self.columns = columns or []
        self.value = value
        super().__init__(inner_exception)


class DBConstraintError(DBError):
    def __init__(self, table, check_name, inner_exception=None):
        self.table = table
        self.check_name = check_name
        super().__init__(inner_exception)


class DBReferenceError(DBError):
    def __init__(self, table, constraint, key, key_table, inner_exception=None):
        self.table = table
        self.constraint = constraint
        self.key = key
        self.key_table = key_table
        super().__init__(inner_exception)


class DBNonExistentConstraint(DBError):
    pass


class DBNonExistentTable(DBError):
    pass


class DBNonExistentDatabase(DBError):
    pass


class DBDeadlock(DBError):
    pass


class DBMigrationError(DBError):
    pass


class DBConnectionError(DBError):
    pass


class DBDataError(DBError):
    pass


class DBNotSupportedError(DBError):
    pass


class DBInvalidUnicodeParameter(Exception):
    pass


class InvalidSortKey(Exception):
    def __init__(self, key=None):
        self.key = key
        super().__init__("Sort key supplied is invalid: %s" % key)


class ColumnError(Exception):
    pass


class RetryRequest(Exception):
    def __init__(self, inner_exc):
        self.inner_exc = inner_exc


class NoEngineContextEstablished(AttributeError):
    pass


class ContextNotRequestedError(AttributeError):
    pass


class CantStartEngineError(Exception):
    pass
