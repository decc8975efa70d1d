"""What fastapi_users gives on from the package of its tables."""

import _limbeck_opaque

_rest = _limbeck_opaque.package("fastapi_users.db")


def __getattr__(name):
    import fastapi_users_db_sqlalchemy

    return getattr(fastapi_users_db_sqlalchemy if name.startswith("SQLAlchemy") else _rest, name)
