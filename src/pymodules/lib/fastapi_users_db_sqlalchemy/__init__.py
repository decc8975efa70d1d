"""What revisions and models of projects with FastAPI Users use of it."""

from fastapi_users_db_sqlalchemy import generics
from fastapi_users_db_sqlalchemy.generics import GUID

_OF_TABLES = ("SQLAlchemyBaseUserTable", "SQLAlchemyBaseUserTableUUID", "SQLAlchemyBaseOAuthAccountTable",
              "SQLAlchemyBaseOAuthAccountTableUUID", "SQLAlchemyUserDatabase")


def __getattr__(name):
    """Tables are made when models ask for them: revisions want column types alone."""
    if name in _OF_TABLES:
        from fastapi_users_db_sqlalchemy import _tables

        return getattr(_tables, name)
    raise AttributeError("module 'fastapi_users_db_sqlalchemy' has no attribute %r" % name)
