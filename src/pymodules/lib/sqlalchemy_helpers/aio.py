"""The same for asyncio."""

from sqlalchemy import MetaData
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy_helpers.manager import NAMING_CONVENTION

_DRIVERS = {"sqlite": "aiosqlite", "postgresql": "asyncpg"}


class Base(AsyncAttrs, DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING_CONVENTION)


def _async_from_sync_url(url):
    dialect = make_url(url).drivername.split("+")[0]
    if dialect not in _DRIVERS:
        raise ValueError("I don't know the asyncio driver for dialect %s" % dialect)
    return make_url(url).set(drivername="%s+%s" % (dialect, _DRIVERS[dialect]))


class AsyncDatabaseManager:
    def __init__(self, uri, alembic_location, *, engine_args=None, base_model=None):
        options = {name: value for name, value in (engine_args or {}).items() if name != "url"}
        self.engine = create_async_engine(_async_from_sync_url(uri), **options)
        self.Session = async_sessionmaker(bind=self.engine, expire_on_commit=False)
