"""AsyncSession: a Session behind coroutines."""

from sqlalchemy.ext.asyncio._engine import Started
from sqlalchemy.orm.session import Session


class AsyncAttrs:
    class _Awaitable:
        def __init__(self, instance):
            self._instance = instance

        def __getattr__(self, name):
            async def read():
                return getattr(self._instance, name)

            return read()

    @property
    def awaitable_attrs(self):
        return AsyncAttrs._Awaitable(self)


class AsyncSessionTransaction:
    def __init__(self, session, transaction):
        self.session = session
        self.sync_transaction = transaction

    async def commit(self):
        self.sync_transaction.commit()

    async def rollback(self):
        self.sync_transaction.rollback()


class AsyncSession:
    sync_session_class = Session

    def __init__(self, bind=None, *, sync_session_class=None, binds=None, **options):
        self.bind = bind
        inner = getattr(bind, "sync_engine", None) if not hasattr(bind, "sync_connection") else bind.sync_connection
        self.sync_session = (sync_session_class or self.sync_session_class)(bind=inner, **options)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.sync_session.close()

    def __contains__(self, instance):
        return instance in self.sync_session

    def __iter__(self):
        return iter(self.sync_session)

    def __getattr__(self, name):
        if name in ("new", "dirty", "deleted", "no_autoflush", "info", "add", "add_all", "expunge", "expunge_all", "expire",
                    "expire_all", "is_modified", "in_transaction", "is_active", "autoflush", "identity_map"):
            return getattr(self.sync_session, name)
        raise AttributeError(name)

    async def execute(self, statement, params=None, **options):
        return self.sync_session.execute(statement, params, **options)

    async def scalar(self, statement, params=None, **options):
        return self.sync_session.scalar(statement, params, **options)

    async def scalars(self, statement, params=None, **options):
        return self.sync_session.scalars(statement, params, **options)

    stream = execute
    stream_scalars = scalars

    async def get(self, entity, ident, **options):
        return self.sync_session.get(entity, ident, **options)

    async def get_one(self, entity, ident, **options):
        return self.sync_session.get_one(entity, ident, **options)

    async def delete(self, instance):
        self.sync_session.delete(instance)

    async def merge(self, instance, **options):
        return self.sync_session.merge(instance, **options)

    async def refresh(self, instance, attribute_names=None, with_for_update=None):
        self.sync_session.refresh(instance, attribute_names)

    async def flush(self, objects=None):
        self.sync_session.flush(objects)

    async def commit(self):
        self.sync_session.commit()

    async def rollback(self):
        self.sync_session.rollback()

    async def close(self):
        self.sync_session.close()

    aclose = reset = invalidate = close

    async def run_sync(self, fn, *args, **keywords):
        return fn(self.sync_session, *args, **keywords)

    async def connection(self, **options):
        return self.sync_session.connection()

    def _begin(self, begin):
        def end(transaction, kind, error, trace):
            transaction.sync_transaction.__exit__(kind, error, trace)

        return Started(lambda: AsyncSessionTransaction(self, begin()), end)

    def begin(self):
        return self._begin(self.sync_session.begin)

    def begin_nested(self):
        return self._begin(self.sync_session.begin_nested)


class async_sessionmaker:
    def __init__(self, bind=None, *, class_=AsyncSession, **options):
        self.class_ = class_
        self.kw = dict(options, bind=bind)

    def __call__(self, **options):
        return self.class_(**{**self.kw, **options})

    def __class_getitem__(cls, parameters):
        return cls

    def configure(self, **options):
        self.kw.update(options)

    def begin(self):
        session = self()

        def end(made, kind, error, trace):
            if kind is None:
                made.sync_session.commit()
            else:
                made.sync_session.rollback()
            made.sync_session.close()

        return Started(lambda: session, end)


class async_scoped_session:
    def __init__(self, session_factory, scopefunc):
        self.session_factory = session_factory
        self._session = None

    def __call__(self, **options):
        if self._session is None:
            self._session = self.session_factory(**options)
        return self._session

    async def remove(self):
        if self._session is not None:
            await self._session.close()
        self._session = None

    def __getattr__(self, name):
        return getattr(self(), name)


def async_session(session):
    return None


async_object_session = async_session


async def close_all_sessions():
    pass
