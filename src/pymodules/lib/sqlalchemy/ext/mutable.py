"""Values that tell of their changes. A flush compares values with what was loaded, so that these need tell nothing."""


class MutableBase:
    @classmethod
    def coerce(cls, key, value):
        if value is None:
            return None
        raise ValueError("Attribute '%s' does not accept objects of type %s" % (key, type(value)))


class Mutable(MutableBase):
    def changed(self):
        pass

    @classmethod
    def as_mutable(cls, sqltype):
        return sqltype() if isinstance(sqltype, type) else sqltype

    @classmethod
    def associate_with(cls, sqltype):
        pass

    @classmethod
    def associate_with_attribute(cls, attribute):
        pass


class MutableComposite(MutableBase):
    def changed(self):
        pass


class MutableDict(Mutable, dict):
    @classmethod
    def coerce(cls, key, value):
        return value if isinstance(value, cls) or not isinstance(value, dict) else cls(value)


class MutableList(Mutable, list):
    @classmethod
    def coerce(cls, key, value):
        return value if isinstance(value, cls) or not isinstance(value, list) else cls(value)


class MutableSet(Mutable, set):
    @classmethod
    def coerce(cls, key, value):
        return value if isinstance(value, cls) or not isinstance(value, set) else cls(value)
