"""A connection as its Python driver shows it: cursors on what a Connection executes."""


class Cursor:
    arraysize = 1

    def __init__(self, connection):
        self.connection = connection
        self._result = None

    @property
    def description(self):
        if self._result is None or not self._result.returns_rows:
            return None
        return tuple((name, None, None, None, None, None, None) for name in self._result.keys())

    @property
    def rowcount(self):
        return -1 if self._result is None else self._result.rowcount

    @property
    def lastrowid(self):
        return None if self._result is None else self._result.lastrowid

    def execute(self, statement, parameters=None):
        self._result = self.connection._execute(statement, parameters)
        return self.connection._answer(self)

    def executemany(self, statement, sets):
        self._result = None
        for parameters in sets:
            self._result = self.connection._execute(statement, parameters)
        return self.connection._answer(self)

    def executescript(self, script):
        return self.execute(script)

    def fetchone(self):
        row = self._result.fetchone()
        return None if row is None else tuple(row)

    def fetchmany(self, size=None):
        return [tuple(row) for row in self._result.fetchmany(size or self.arraysize)]

    def fetchall(self):
        return [tuple(row) for row in self._result.fetchall()]

    def __iter__(self):
        for row in self._result:
            yield tuple(row)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        if self._result is not None:
            self._result.close()


class DriverConnection:
    """`is_owner`: the Connection was made for this one alone, and is closed with it."""

    def __init__(self, connection, is_owner=False):
        self._connection = connection
        self._is_owner = is_owner
        self._autocommit = False
        self.info = {}

    @property
    def driver_connection(self):
        return self

    connection = dbapi_connection = driver_connection

    @property
    def autocommit(self):
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value):
        self._autocommit = bool(value)
        level = "AUTOCOMMIT" if value else self._connection.default_isolation_level
        self._connection.execution_options(isolation_level=level)

    def set_isolation_level(self, level):
        self.autocommit = level == 0

    def cursor(self, *args, **keywords):
        return Cursor(self)

    def _execute(self, statement, parameters):
        return self._connection.exec_driver_sql(statement, parameters)

    def _answer(self, cursor):
        return None if self._connection.dialect.driver == "psycopg2" else cursor

    def execute(self, statement, parameters=None):
        return self.cursor().execute(statement, parameters)

    def executemany(self, statement, sets):
        return self.cursor().executemany(statement, sets)

    def executescript(self, script):
        return self.cursor().executescript(script)

    def create_function(self, *args, **keywords):
        raise NotImplementedError("functions of a script cannot be called by the database")

    create_aggregate = create_collation = create_function

    def commit(self):
        self._connection.commit()

    def rollback(self):
        self._connection.rollback()

    def close(self):
        if self._is_owner:
            self._connection.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.commit()
        else:
            self.rollback()


def tell_connected(engine, connection):
    """Calls who listens to the engine's "connect", or to that of all engines; what they execute is not in a transaction."""
    from sqlalchemy import Engine, event
    from sqlalchemy.pool import Pool

    functions = []
    for target in (engine, Engine, Pool):
        for name in ("first_connect", "connect"):
            functions.extend(event.listeners(target, name))
    if not functions:
        return

    def tell():
        driver = DriverConnection(connection)
        for function in functions:
            function(driver, None)

    connection._outside_transactions(tell)
