"""SQLAlchemy-Utils: its column types, and what models and environments use of it."""

from sqlalchemy_utils import types
from sqlalchemy_utils.types import *

_ELSEWHERE = {
    "models": ("Timestamp", "generic_repr"),
    "view": ("CreateView", "DropView", "refresh_materialized_view"),
    "functions": ("create_database", "database_exists", "drop_database"),
}


def force_auto_coercion(mapper=None):
    pass


def force_instant_defaults(mapper=None):
    pass


def __getattr__(name):
    import sys

    for module, names in _ELSEWHERE.items():
        if name in names:
            __import__("sqlalchemy_utils." + module)
            return getattr(sys.modules["sqlalchemy_utils." + module], name)
    raise AttributeError("module 'sqlalchemy_utils' has no attribute %r" % name)
