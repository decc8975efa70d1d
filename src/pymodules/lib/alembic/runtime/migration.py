"""A MigrationContext that a script makes for itself: it says where a database is."""


class MigrationStep:
    pass


class RevisionStep(MigrationStep):
    pass


class StampStep(MigrationStep):
    pass


class MigrationInfo:
    pass


class HeadMaintainer:
    pass


class _OfRun(type):
    def __instancecheck__(cls, instance):
        return type(instance).__name__ == "MigrationContext"


class MigrationContext(metaclass=_OfRun):
    def __init__(self, dialect, connection, opts, environment_context=None):
        self.dialect = dialect
        self.connection = self.bind = connection
        self.opts = opts
        self.environment_context = environment_context
        self.as_sql = bool(opts.get("as_sql", False))
        self.version_table = opts.get("version_table", "alembic_version")
        self.version_table_schema = opts.get("version_table_schema")

    @classmethod
    def configure(cls, connection=None, url=None, dialect_name=None, dialect=None, environment_context=None,
                  dialect_opts=None, opts=None):
        if connection is not None:
            dialect = connection.dialect
        elif dialect is None:
            from sqlalchemy import create_engine

            if url is None and dialect_name is None:
                raise Exception("Connection, url, or dialect_name is required.")
            dialect = create_engine(url if url is not None else dialect_name + "://").dialect
        return cls(dialect, connection, dict(opts or {}), environment_context)

    @property
    def config(self):
        return None if self.environment_context is None else self.environment_context.config

    @property
    def impl(self):
        from alembic.operations.base import DefaultImpl

        return DefaultImpl(self)

    def get_current_heads(self):
        from sqlalchemy import column, inspect, select, table

        if self.as_sql or self.connection is None:
            return ()
        if not inspect(self.connection).has_table(self.version_table, schema=self.version_table_schema):
            return ()
        versions = table(self.version_table, column("version_num"), schema=self.version_table_schema)
        return tuple(row[0] for row in self.connection.execute(select(versions.c.version_num)))

    def get_current_revision(self):
        heads = self.get_current_heads()
        if len(heads) > 1:
            from alembic.util.exc import CommandError

            raise CommandError(
                "Version table '%s' has more than one head present; please use get_current_heads()" % self.version_table
            )
        return heads[0] if heads else None

    def execute(self, sql, execution_options=None):
        from sqlalchemy import text

        return self.connection.execute(text(sql) if isinstance(sql, str) else sql)
