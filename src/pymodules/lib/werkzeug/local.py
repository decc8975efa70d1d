"""Values that each context has for itself: there is one context."""

import operator as _operator


class Local:
    def __call__(self, proxy):
        return LocalProxy(self, proxy)


class LocalStack:
    def __init__(self):
        self._values = []

    def push(self, obj):
        self._values.append(obj)
        return self._values

    def pop(self):
        return self._values.pop() if self._values else None

    @property
    def top(self):
        return self._values[-1] if self._values else None

    def __call__(self, name=None):
        return LocalProxy(self, name)


def release_local(local):
    if isinstance(local, LocalStack):
        local._values.clear()
    else:
        local.__dict__.clear()


class LocalProxy:
    """Stands for what a function, an attribute of a Local or the top of a LocalStack is when it is used."""

    def __init__(self, local, name=None, *, unbound_message=None):
        object.__setattr__(self, "_local", local)
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_message", unbound_message or "object is not bound")

    def _get_current_object(self):
        local, name = self._local, self._name
        if isinstance(local, Local):
            found = local.__dict__.get(name)
            if name not in local.__dict__:
                raise RuntimeError(self._message)
            return found
        if isinstance(local, LocalStack):
            if local.top is None:
                raise RuntimeError(self._message)
            found = local.top
        else:
            found = local()
        return _operator.attrgetter(name)(found) if name else found

    def __getattr__(self, name):
        return getattr(self._get_current_object(), name)

    def __setattr__(self, name, value):
        setattr(self._get_current_object(), name, value)

    def __delattr__(self, name):
        delattr(self._get_current_object(), name)

    def __bool__(self):
        try:
            return bool(self._get_current_object())
        except RuntimeError:
            return False

    def __call__(self, *args, **kwargs):
        return self._get_current_object()(*args, **kwargs)

    def __getitem__(self, key):
        return self._get_current_object()[key]

    def __setitem__(self, key, value):
        self._get_current_object()[key] = value

    def __delitem__(self, key):
        del self._get_current_object()[key]

    def __contains__(self, item):
        return item in self._get_current_object()

    def __iter__(self):
        return iter(self._get_current_object())

    def __len__(self):
        return len(self._get_current_object())

    def __eq__(self, other):
        return self._get_current_object() == other

    def __hash__(self):
        return hash(self._get_current_object())

    def __str__(self):
        return str(self._get_current_object())

    def __repr__(self):
        try:
            return repr(self._get_current_object())
        except RuntimeError:
            return "<LocalProxy unbound>"
