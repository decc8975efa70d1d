"""The package `fastapi_users`: tables are those of fastapi_users_db_sqlalchemy, the rest is as if it were not there."""

import _limbeck_opaque

_rest = _limbeck_opaque.package("fastapi_users")


def __getattr__(name):
    return getattr(_rest, name)
