"""How migrations of this project are run: every command that needs a database or the models reads this file."""
import logging
import re
from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

# Commit on all databases or on none, where they know PREPARE TRANSACTION.
USE_TWOPHASE = False

# What alembic.ini says.
config = context.config

# The logging sections of the ini file.
if config.config_file_name is not None:
    fileConfig(config.config_file_name)
logger = logging.getLogger("alembic.env")

# Names of the databases; each has a section of that name in the ini file.
db_names = config.get_main_option("databases", "")

# What each database should look like, for `revision --autogenerate` and `check`:
#     from myapp import models
#     target_metadata = {"engine1": models.metadata1, "engine2": models.metadata2}
target_metadata = {}

# Options of your own come from the ini file, too:
#     config.get_main_option("my_option")


def run_migrations_offline() -> None:
    """Write the SQL down instead of running it (--sql): one file NAME.sql for each database."""
    for name in re.split(r",\s*", db_names):
        file_name = "%s.sql" % name
        logger.info("Migrating database %s", name)
        logger.info("Writing output to %s", file_name)
        with open(file_name, "w") as buffer:
            context.configure(
                url=config.get_section_option(name, "sqlalchemy.url"),
                output_buffer=buffer,
                target_metadata=target_metadata.get(name),
                literal_binds=True,
                dialect_opts={"paramstyle": "named"},
            )
            with context.begin_transaction():
                context.run_migrations(engine_name=name)


def run_migrations_online() -> None:
    """Connect to all databases, run what is to be run on each, and commit when all went well."""
    connections = {}
    transactions = {}
    for name in re.split(r",\s*", db_names):
        engine = engine_from_config(
            config.get_section(name, {}),
            prefix="sqlalchemy.",
            poolclass=pool.NullPool,
        )
        connections[name] = connection = engine.connect()
        transactions[name] = connection.begin_twophase() if USE_TWOPHASE else connection.begin()

    try:
        for name, connection in connections.items():
            logger.info("Migrating database %s", name)
            context.configure(
                connection=connection,
                upgrade_token="%s_upgrades" % name,
                downgrade_token="%s_downgrades" % name,
                target_metadata=target_metadata.get(name),
            )
            context.run_migrations(engine_name=name)

        if USE_TWOPHASE:
            for transaction in transactions.values():
                transaction.prepare()
        for transaction in transactions.values():
            transaction.commit()
    except:
        for transaction in transactions.values():
            transaction.rollback()
        raise
    finally:
        for connection in connections.values():
            connection.close()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
