"""Columns that hold the name of a member."""

from sqlalchemy import Column, ForeignKey
from sqlalchemy.types import String, TypeDecorator


class EnumType(TypeDecorator):
    impl = String
    cache_ok = True

    def __init__(self, enum_table=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The enumeration itself is taken, too.
        self.__enum__ = getattr(enum_table, "__enum__", enum_table)

    def process_bind_param(self, value, dialect):
        return getattr(value, "name", value)

    def process_result_value(self, value, dialect):
        return None if value is None else self.__enum__[value]


def EnumColumn(enum_table, *args, **kwargs):
    return Column(EnumType(enum_table), ForeignKey(enum_table.item_id), *args, **kwargs)
