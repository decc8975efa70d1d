"""What a session knows of one object: where it came from, and its values as the database has them."""

from sqlalchemy.orm import _mutable
from sqlalchemy.orm import exc as orm_exc


class InstanceState:
    """Lives in the object's __dict__, so it does not hold the object: circles are never freed."""

    def __init__(self, mapper):
        self.mapper = mapper
        self.session = None
        self.key = None  # (class of the topmost mapper, primary key) once it is in the database
        self.committed = {}
        self.modified = set()  # attributes that flag_modified() named
        self.unloaded = set()
        self.deleted = False
        self.passing = False  # read by yield_per(): the session lets go of the object when nothing is to be written

    @property
    def is_expired(self):
        return bool(self.unloaded)

    @property
    def persistent(self):
        return self.key is not None and self.session is not None and not self.deleted

    @property
    def transient(self):
        return self.key is None and self.session is None

    @property
    def pending(self):
        return self.key is None and self.session is not None

    @property
    def detached(self):
        return self.key is not None and self.session is None

    @property
    def identity(self):
        return None if self.key is None else self.key[1]

    def touch(self, obj):
        """Something was set: the session must look at the object when it flushes."""
        if self.session is not None and self.key is not None:
            self.session.identity_map[self.key] = obj

    def change(self, key):
        """A value that is changed in place tells that it was."""
        self.modified.add(key)

    def load(self, obj, key):
        if key not in self.unloaded:
            return None
        if self.session is None:
            raise orm_exc.DetachedInstanceError(
                "Instance <%s> is not bound to a Session; attribute refresh operation cannot proceed"
                % type(obj).__name__
            )
        self.session._load_state(obj, self)
        return obj.__dict__.get(key)

    def accept(self, obj, values):
        """The database's values, as they are now."""
        for key in self.mapper.mutables if _mutable.kinds else ():
            if key in values:
                values[key] = _mutable.coerced(self, key, values[key])
        self.committed.update(values)
        self.unloaded.difference_update(values)
        obj.__dict__.update(values)

    def expire(self, obj, keys=None):
        own = obj.__dict__
        for key in list(self.mapper.columns_by_key) if keys is None else keys:
            own.pop(key, None)
            if key in self.mapper.columns_by_key:
                self.committed.pop(key, None)
                self.unloaded.add(key)
        if keys is None:
            for name in self.mapper.properties:
                own.pop(name, None)

    def changes(self, obj):
        """Attributes whose values are not the database's."""
        own = obj.__dict__
        found = {}
        for key in self.mapper.columns_by_key:
            if key in own and (key in self.modified or key not in self.committed or not _same(own[key], self.committed[key])):
                found[key] = own[key]
        return found


def _same(one, other):
    if one is other:
        return True
    if type(one) is not type(other) and (one is None or other is None):
        return False
    if is_expression(one):
        return False
    return one == other


def is_expression(value):
    """SQL that the database makes a value of."""
    return hasattr(value, "__clause_element__") or hasattr(value, "compile")


def state_of(obj, make=True):
    state = obj.__dict__.get("_sa_instance_state") if hasattr(obj, "__dict__") else None
    if state is None and make:
        mapper = type(obj).__dict__.get("__mapper__") or getattr(type(obj), "__mapper__", None)
        if mapper is None:
            raise orm_exc.UnmappedInstanceError(obj)
        mapper.registry.ensure_configured()
        state = InstanceState(mapper)
        obj.__dict__["_sa_instance_state"] = state
    return state
