"""Variables of a context."""

_MISSING = object()
_values = {}


class Token:
    MISSING = _MISSING

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
        self._used = False


class ContextVar:
    def __init__(self, name, *, default=_MISSING):
        self.name = name
        self._default = default

    def __class_getitem__(cls, item):
        return cls

    def get(self, default=_MISSING):
        if self in _values:
            return _values[self]
        found = self._default if default is _MISSING else default
        if found is _MISSING:
            raise LookupError(self)
        return found

    def set(self, value):
        token = Token(self, _values.get(self, _MISSING))
        _values[self] = value
        return token

    def reset(self, token):
        if token._used:
            raise RuntimeError("%r has already been used once" % (token,))
        if token.var is not self:
            raise ValueError("%r was created by a different ContextVar" % (token,))
        token._used = True
        if token.old_value is _MISSING:
            _values.pop(self, None)
        else:
            _values[self] = token.old_value

    def __repr__(self):
        return "<ContextVar name=%r>" % (self.name,)


class Context:
    def __init__(self, values=()):
        self._values = dict(values)

    def run(self, callable, *args, **kwargs):
        global _values
        outer, _values = _values, self._values
        try:
            return callable(*args, **kwargs)
        finally:
            _values = outer

    def copy(self):
        return Context(self._values)

    def get(self, var, default=None):
        return self._values.get(var, default)

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)


def copy_context():
    return Context(_values)
