"""The asynchronous face of engines and sessions. Nothing waits here: each call is done when it is awaited."""

from sqlalchemy.ext.asyncio._engine import (
    AsyncConnection,
    AsyncEngine,
    AsyncTransaction,
    async_engine_from_config,
    create_async_engine,
)

_OF_SESSIONS = ("AsyncSession", "AsyncSessionTransaction", "async_scoped_session", "async_sessionmaker", "async_session",
                "async_object_session", "AsyncAttrs", "close_all_sessions")


def __getattr__(name):
    if name in _OF_SESSIONS:
        from sqlalchemy.ext.asyncio import _session

        return getattr(_session, name)
    raise AttributeError("module 'sqlalchemy.ext.asyncio' has no attribute %r" % name)
