"""Values that are changed in place (sqlalchemy.ext.mutable): which attributes have them, and whose they are."""

kinds = []  # (a type or a class of types, the class of values)


class Owners(list):
    """The states of a value's objects: a copy of the value has none."""

    def __copy__(self):
        return Owners()

    def __deepcopy__(self, memo):
        return Owners()


def _kind_of(sqltype):
    for given, cls in kinds:
        if sqltype is given or isinstance(given, type) and isinstance(sqltype, given):
            return cls
    return None


def kinds_of(columns):
    """By attribute, the classes of values that tell of their changes."""
    found = {key: _kind_of(column.type) for key, column in columns.items()}
    return {key: cls for key, cls in found.items() if cls is not None}


def coerced(state, key, value):
    """What the attribute takes in place of the value: one that tells the object's state of its changes."""
    cls = state.mapper.mutables.get(key)
    if cls is None or value is None:
        return value
    value = cls.coerce(key, value)
    owners = value.__dict__.setdefault("_owners", Owners())
    if not any(owner is state and name == key for owner, name in owners):
        owners.append((state, key))
    return value


def has_changed(value):
    # The states, not the objects: circles of objects are never freed.
    for state, key in value.__dict__.get("_owners", ()):
        state.change(key)
