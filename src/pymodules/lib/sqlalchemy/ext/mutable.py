"""Values that tell of their changes, so that the next flush writes them."""

from sqlalchemy.orm import _mutable


class MutableBase:
    @classmethod
    def coerce(cls, key, value):
        if value is None:
            return None
        raise ValueError("Attribute '%s' does not accept objects of type %s" % (key, type(value)))


class Mutable(MutableBase):
    def changed(self):
        _mutable.has_changed(self)

    @classmethod
    def as_mutable(cls, sqltype):
        made = sqltype() if isinstance(sqltype, type) else sqltype
        _mutable.kinds.append((made, cls))
        return made

    @classmethod
    def associate_with(cls, sqltype):
        _mutable.kinds.append((sqltype, cls))


class MutableComposite(MutableBase):
    def changed(self):
        pass


def _telling(base, *names):
    """Methods of a built-in container that change it, each followed by changed(): those that SQLAlchemy follows."""

    def make(name):
        method = getattr(base, name)

        def tells(self, *arguments, **keywords):
            answer = method(self, *arguments, **keywords)
            self.changed()
            return answer

        tells.__name__ = name
        return tells

    return {name: make(name) for name in names}


_TellingDict = type("_TellingDict", (dict,), _telling(
    dict, "__setitem__", "__delitem__", "clear", "pop", "popitem", "setdefault", "update"))
_TellingList = type("_TellingList", (list,), _telling(
    list, "__setitem__", "__delitem__", "__iadd__", "append", "clear", "extend", "insert", "pop", "remove",
    "reverse", "sort"))
_TellingSet = type("_TellingSet", (set,), _telling(
    set, "__iand__", "__ior__", "__isub__", "__ixor__", "add", "clear", "difference_update", "discard",
    "intersection_update", "pop", "remove", "symmetric_difference_update", "update"))


class MutableDict(Mutable, _TellingDict):
    @classmethod
    def coerce(cls, key, value):
        if isinstance(value, cls):
            return value
        return cls(value) if isinstance(value, dict) else Mutable.coerce(key, value)


class MutableList(Mutable, _TellingList):
    @classmethod
    def coerce(cls, key, value):
        if isinstance(value, cls):
            return value
        is_list = hasattr(value, "__iter__") and not isinstance(value, (str, bytes, dict))
        return cls(value) if is_list else Mutable.coerce(key, value)


class MutableSet(Mutable, _TellingSet):
    @classmethod
    def coerce(cls, key, value):
        if isinstance(value, cls):
            return value
        is_set = hasattr(value, "__iter__") and not isinstance(value, (str, bytes, dict))
        return cls(value) if is_set else Mutable.coerce(key, value)
