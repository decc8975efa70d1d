"""What revisions use of alembic-postgresql-enum. `op.sync_enum_values` is always there."""

import enum
import logging


Unspecified = object()


class ColumnType(enum.Enum):
    COMMON = "COMMON"
    ARRAY = "ARRAY"


class TableReference:
    """A column whose type the enum is."""

    def __init__(self, table_name, column_name, table_schema=Unspecified, column_type=ColumnType.COMMON,
                 existing_server_default=None):
        self.table_name = table_name
        self.column_name = column_name
        self.table_schema = table_schema
        self.column_type = column_type
        self.existing_server_default = existing_server_default

    def __repr__(self):
        return "TableReference(table_schema=%r, table_name=%r, column_name=%r)" % (
            self.table_schema,
            self.table_name,
            self.column_name,
        )


class Config:
    """How autogenerate looks for changes of enums."""

    def __init__(self, **options):
        self.__dict__.update(options)


def set_configuration(config):
    """Autogenerate has its own ways."""


def _tell_skipped(dialect_name):
    """What sync_enum_values() says where an enum is no type of the database."""
    logging.getLogger("alembic." + __name__).warning(
        "sync_enum_values() is for PostgreSQL; %s keeps an Enum as text, so it is skipped", dialect_name
    )
