"""Managers from settings."""

from sqlalchemy_helpers.aio import AsyncDatabaseManager


def manager_from_config(db_settings, *args, **kwargs):
    settings = db_settings if isinstance(db_settings, dict) else db_settings.model_dump()
    return AsyncDatabaseManager(str(settings["sqlalchemy"]["url"]), str(settings["alembic"]["migrations_path"]), *args,
                                engine_args=settings["sqlalchemy"], **kwargs)


async def syncdb(db_settings):
    raise NotImplementedError("syncdb() would run migrations inside of a run")


async def make_db_session(manager):
    async with manager.Session() as session:
        yield session
