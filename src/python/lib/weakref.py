"""References that hold what they refer to: a run is short, and nothing in it waits to be collected."""

from collections.abc import MutableMapping, MutableSet


class ReferenceType:
    def __init__(self, object, callback=None):
        self._object = object
        self.__callback__ = callback

    def __call__(self):
        return self._object

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return self._object == other._object

    def __hash__(self):
        return hash(self._object)


ref = ReferenceType


class WeakMethod(ReferenceType):
    pass


ProxyType = CallableProxyType = object
ProxyTypes = (ProxyType,)


def proxy(object, callback=None):
    return object


def getweakrefcount(object):
    return 0


def getweakrefs(object):
    return []


class _Mapping(MutableMapping):
    def __init__(self, other=(), /, **kwargs):
        self.data = dict(other, **kwargs)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(list(self.data))

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data

    def copy(self):
        return type(self)(self.data)


class WeakKeyDictionary(_Mapping):
    def keyrefs(self):
        return [ref(key) for key in self.data]


class WeakValueDictionary(_Mapping):
    def valuerefs(self):
        return [ref(value) for value in self.data.values()]


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self.data = set(data or ())

    def __contains__(self, item):
        return item in self.data

    def __iter__(self):
        return iter(list(self.data))

    def __len__(self):
        return len(self.data)

    def add(self, item):
        self.data.add(item)

    def discard(self, item):
        self.data.discard(item)

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return WeakSet(self.data)


class finalize:
    """Called by hand or never."""

    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = (func, args, kwargs)
        self.atexit = True

    @property
    def alive(self):
        return self._call is not None

    def __call__(self, _=None):
        if self._call is None:
            return None
        func, args, kwargs = self._call
        self._call = None
        return func(*args, **kwargs)

    def detach(self):
        call, self._call = self._call, None
        return call
