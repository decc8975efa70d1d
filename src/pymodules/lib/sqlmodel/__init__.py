"""SQLModel: its classes, its column types, and SQLAlchemy's names as it gives them on."""

from sqlalchemy import *
from sqlmodel import sql
from sqlmodel.sql.sqltypes import AutoString

_OF_MAIN = ("Field", "Relationship", "SQLModel", "SQLModelMetaclass", "default_registry")


def col(column_expression):
    return column_expression


def __getattr__(name):
    """The classes are made when a project's models ask for them: revisions want column types alone."""
    if name in _OF_MAIN:
        from sqlmodel import main

        return getattr(main, name)
    import sqlalchemy
    import sqlalchemy.orm

    if name == "Session":
        return sqlalchemy.orm.Session
    if hasattr(sqlalchemy, name):
        return getattr(sqlalchemy, name)
    raise AttributeError("module 'sqlmodel' has no attribute %r" % name)
