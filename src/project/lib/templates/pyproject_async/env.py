"""How migrations of this project are run: every command that needs the database or the models reads this file."""
import asyncio
from logging.config import fileConfig

from alembic import context
from sqlalchemy import pool
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import async_engine_from_config

# What alembic.ini says.
config = context.config

# The logging sections of the ini file.
if config.config_file_name is not None:
    fileConfig(config.config_file_name)

# What the database should look like, for `revision --autogenerate` and `check`:
#     from myapp.models import Base
#     target_metadata = Base.metadata
target_metadata = None

# Options of your own come from the ini file, too:
#     config.get_main_option("my_option")


def run_migrations_offline() -> None:
    """Write the SQL down instead of running it (--sql). The URL only tells for which kind of database."""
    context.configure(
        url=config.get_main_option("sqlalchemy.url"),
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )
    with context.begin_transaction():
        context.run_migrations()


def do_run_migrations(connection: Connection) -> None:
    """Run what is to be run, on the synchronous face of the connection."""
    context.configure(connection=connection, target_metadata=target_metadata)
    with context.begin_transaction():
        context.run_migrations()


async def run_async_migrations() -> None:
    """Connect, hand the connection on, and let go of it."""
    connectable = async_engine_from_config(
        config.get_section(config.config_ini_section, {}),
        prefix="sqlalchemy.",
        poolclass=pool.NullPool,
    )
    async with connectable.connect() as connection:
        await connection.run_sync(do_run_migrations)
    await connectable.dispose()


def run_migrations_online() -> None:
    """Connect, and run what is to be run."""
    asyncio.run(run_async_migrations())


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
