"""Engines by Oslo's names for what they take; pools and retries are those of the run."""

import sqlalchemy


def create_engine(sql_connection, **options):
    known = {name: options[name] for name in ("json_serializer", "json_deserializer") if options.get(name)}
    return sqlalchemy.create_engine(sql_connection, **known)
