"""AsyncEngine and AsyncConnection: an Engine and a Connection behind coroutines."""

import sqlalchemy


class Started:
    """What may be awaited or entered: `await engine.connect()`, `async with engine.connect() as connection`."""

    def __init__(self, start, end):
        self._start = start
        self._end = end
        self._made = None

    async def _run(self):
        self._made = self._start()
        return self._made

    def __await__(self):
        return self._run().__await__()

    async def start(self, is_ctxmanager=False):
        return await self._run()

    async def __aenter__(self):
        return await self._run()

    async def __aexit__(self, kind, error, trace):
        self._end(self._made, kind, error, trace)


class AsyncTransaction:
    def __init__(self, connection, transaction):
        self.connection = connection
        self.sync_transaction = transaction

    @property
    def is_active(self):
        return self.sync_transaction.is_active

    async def commit(self):
        self.sync_transaction.commit()

    async def rollback(self):
        self.sync_transaction.rollback()

    async def close(self):
        self.sync_transaction.close()


class AsyncResult:
    """A result whose rows come by `async for`; the rest is the result's own."""

    def __init__(self, result):
        self._result = result

    def __getattr__(self, name):
        return getattr(self._result, name)

    async def __aiter__(self):
        for row in self._result:
            yield row


class AsyncConnection:
    def __init__(self, engine, connection):
        self.engine = engine
        self.sync_engine = engine.sync_engine
        self.sync_connection = connection

    @property
    def dialect(self):
        return self.sync_connection.dialect

    @property
    def closed(self):
        return self.sync_connection.closed

    def in_transaction(self):
        return self.sync_connection.in_transaction()

    async def run_sync(self, fn, *args, **keywords):
        return fn(self.sync_connection, *args, **keywords)

    async def execute(self, statement, parameters=None, *, execution_options=None):
        return self.sync_connection.execute(statement, parameters, execution_options=execution_options)

    async def scalar(self, statement, parameters=None, *, execution_options=None):
        return self.sync_connection.scalar(statement, parameters, execution_options=execution_options)

    async def scalars(self, statement, parameters=None, *, execution_options=None):
        return self.sync_connection.scalars(statement, parameters, execution_options=execution_options)

    async def exec_driver_sql(self, statement, parameters=None, execution_options=None):
        return self.sync_connection.exec_driver_sql(statement, parameters, execution_options=execution_options)

    def stream(self, statement, parameters=None, *, execution_options=None):
        return Started(lambda: AsyncResult(self.sync_connection.execute(statement, parameters)), lambda *error: None)

    def stream_scalars(self, statement, parameters=None, *, execution_options=None):
        return Started(lambda: AsyncResult(self.sync_connection.scalars(statement, parameters)), lambda *error: None)

    def _begin(self, begin):
        def end(transaction, kind, error, trace):
            transaction.sync_transaction.__exit__(kind, error, trace)

        return Started(lambda: AsyncTransaction(self, begin()), end)

    def begin(self):
        return self._begin(self.sync_connection.begin)

    def begin_nested(self):
        return self._begin(self.sync_connection.begin_nested)

    async def commit(self):
        self.sync_connection.commit()

    async def rollback(self):
        self.sync_connection.rollback()

    async def close(self):
        self.sync_connection.close()

    aclose = close

    async def execution_options(self, **options):
        self.sync_connection.execution_options(**options)
        return self

    async def get_raw_connection(self):
        return self.sync_connection.connection

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.sync_connection.close()


class AsyncEngine:
    def __init__(self, sync_engine):
        self.sync_engine = sync_engine

    @property
    def url(self):
        return self.sync_engine.url

    @property
    def name(self):
        return self.sync_engine.name

    @property
    def dialect(self):
        return self.sync_engine.dialect

    @property
    def driver(self):
        return self.url.drivername.partition("+")[2]

    def connect(self):
        return Started(lambda: AsyncConnection(self, self.sync_engine.connect()),
                       lambda connection, *error: connection.sync_connection.close())

    def begin(self):
        begun = self.sync_engine.begin()
        return Started(lambda: AsyncConnection(self, begun.__enter__()),
                       lambda connection, *error: begun.__exit__(*error))

    def execution_options(self, **options):
        return AsyncEngine(self.sync_engine.execution_options(**options))

    async def dispose(self, close=True):
        self.sync_engine.dispose()

    def clear_compiled_cache(self):
        pass


def create_async_engine(url, **keywords):
    return AsyncEngine(sqlalchemy.create_engine(url, **keywords))


def async_engine_from_config(configuration, prefix="sqlalchemy.", **keywords):
    return AsyncEngine(sqlalchemy.engine_from_config(configuration, prefix, **keywords))
