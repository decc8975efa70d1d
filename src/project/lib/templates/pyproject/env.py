"""How migrations of this project are run: every command that needs the database or the models reads this file."""
from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

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


def run_migrations_online() -> None:
    """Connect, and run what is to be run."""
    connectable = engine_from_config(
        config.get_section(config.config_ini_section, {}),
        prefix="sqlalchemy.",
        poolclass=pool.NullPool,
    )
    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
