"""JSON columns that notice changes: in the database they are JSON."""

from sqlalchemy import JSON
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator


class MutableJson(TypeDecorator):
    impl = JSON
    cache_ok = True


class NestedMutableJson(TypeDecorator):
    impl = JSON
    cache_ok = True


class MutableJsonb(TypeDecorator):
    impl = JSONB
    cache_ok = True


def mutable_json_type(dbtype=JSON, nested=False):
    return dbtype
