"""JSON columns that notice changes: in the database they are JSON."""

from sqlalchemy import JSON
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.mutable import Mutable, MutableDict, MutableList
from sqlalchemy.orm import _mutable
from sqlalchemy.types import TypeDecorator


class NestedMutable(Mutable):
    """Coerces to containers that tell of changes however deep below them, since all of them have the same owners."""

    @classmethod
    def coerce(cls, key, value):
        made = _nested(value, _mutable.Owners())
        return made if isinstance(made, NestedMutable) else Mutable.coerce(key, value)

    def changed(self):
        self._nest()
        super().changed()


class NestedMutableDict(NestedMutable, MutableDict):
    def _nest(self):
        for key, item in list(self.items()):
            dict.__setitem__(self, key, _nested(item, self._owners))


class NestedMutableList(NestedMutable, MutableList):
    def _nest(self):
        for place, item in enumerate(list(self)):
            list.__setitem__(self, place, _nested(item, self._owners))


def _nested(value, owners):
    if isinstance(value, NestedMutable) or not isinstance(value, (dict, list)):
        return value
    made = NestedMutableDict(value) if isinstance(value, dict) else NestedMutableList(value)
    made._owners = owners
    made._nest()
    return made


class MutableJson(TypeDecorator):
    impl = JSON
    cache_ok = True


class NestedMutableJson(TypeDecorator):
    impl = JSON
    cache_ok = True


class MutableJsonb(TypeDecorator):
    impl = JSONB
    cache_ok = True


MutableDict.associate_with(MutableJson)
MutableDict.associate_with(MutableJsonb)
NestedMutable.associate_with(NestedMutableJson)


def mutable_json_type(dbtype=JSON, nested=False):
    return (NestedMutable if nested else MutableDict).as_mutable(dbtype)
