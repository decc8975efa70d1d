"""Containers beside the built-in ones."""


class OrderedDict(dict):
    """A dict that also knows move_to_end and compares order with its own kind."""

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
            return
        rest = list(self.items())
        self.clear()
        self[key] = value
        self.update(rest)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return key, self.pop(key)

    def copy(self):
        return self.__class__(self)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict.__eq__(self, other)

    __hash__ = None

    def __repr__(self):
        return "OrderedDict(" + (repr(list(self.items())) if self else "") + ")"


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **kwargs):
        dict.__init__(self, *args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def copy(self):
        return defaultdict(self.default_factory, self)

    def __repr__(self):
        return "defaultdict(" + repr(self.default_factory) + ", " + dict.__repr__(self) + ")"


class Counter(dict):
    def __init__(self, iterable=None, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, **kwds):
        if hasattr(iterable, "items"):
            for key, count in iterable.items():
                self[key] = self[key] + count
        elif iterable is not None:
            for key in iterable:
                self[key] = self[key] + 1
        for key, count in kwds.items():
            self[key] = self[key] + count

    def subtract(self, iterable=None, **kwds):
        for key, count in Counter(iterable, **kwds).items():
            self[key] = self[key] - count

    def most_common(self, n=None):
        ordered = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return ordered if n is None else ordered[:n]

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return Counter(self)

    def __add__(self, other):
        made = Counter()
        for key in [*self, *other]:
            count = self[key] + other[key]
            if count > 0:
                made[key] = count
        return made

    def __sub__(self, other):
        made = Counter()
        for key in [*self, *other]:
            count = self[key] - other[key]
            if count > 0:
                made[key] = count
        return made

    def __repr__(self):
        if not self:
            return "Counter()"
        return "Counter({" + ", ".join(repr(k) + ": " + repr(v) for k, v in self.most_common()) + "})"


class deque:
    def __init__(self, iterable=(), maxlen=None):
        self._items = []
        self.maxlen = maxlen
        self.extend(iterable)

    def _trim_left(self):
        if self.maxlen is not None and len(self._items) > self.maxlen:
            del self._items[: len(self._items) - self.maxlen]

    def append(self, item):
        self._items.append(item)
        self._trim_left()

    def appendleft(self, item):
        self._items.insert(0, item)
        if self.maxlen is not None:
            del self._items[self.maxlen:]

    def extend(self, iterable):
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable):
        for item in iterable:
            self.appendleft(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def rotate(self, n=1):
        if self._items:
            n %= len(self._items)
            self._items[:] = self._items[-n:] + self._items[:-n] if n else self._items

    def clear(self):
        self._items.clear()

    def copy(self):
        return deque(self._items, self.maxlen)

    def count(self, item):
        return self._items.count(item)

    def index(self, item, *bounds):
        return self._items.index(item, *bounds)

    def insert(self, position, item):
        self._items.insert(position, item)

    def remove(self, item):
        self._items.remove(item)

    def reverse(self):
        self._items.reverse()

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __len__(self):
        return len(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        return self._items[index]

    def __setitem__(self, index, value):
        self._items[index] = value

    def __delitem__(self, index):
        del self._items[index]

    def __eq__(self, other):
        return isinstance(other, deque) and self._items == other._items

    __hash__ = None

    def __repr__(self):
        limit = "" if self.maxlen is None else ", maxlen=" + repr(self.maxlen)
        return "deque(" + repr(self._items) + limit + ")"


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __iter__(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return iter(merged)

    def __len__(self):
        return len(list(iter(self)))

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        del self.maps[0][key]

    def new_child(self, m=None, **kwargs):
        return ChainMap(kwargs if m is None else {**m, **kwargs}, *self.maps)

    @property
    def parents(self):
        return ChainMap(*self.maps[1:])

    def __repr__(self):
        return "ChainMap(" + ", ".join(repr(m) for m in self.maps) + ")"


class UserDict:
    def __init__(self, initial=None, **kwargs):
        self.data = dict(initial or {}, **kwargs)

    def __getattr__(self, name):
        if name in ("data", "__setstate__"):
            raise AttributeError(name)
        return getattr(self.data, name)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)


class UserList(list):
    pass


class UserString(str):
    pass


def _field_reader(position):
    return property(lambda self: self[position])


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A tuple class whose positions have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    for position, name in enumerate(names):
        bad = not name.isidentifier() or name.startswith("_") or name in names[:position]
        if bad and rename:
            names[position] = "_" + str(position)
        elif bad and name in names[:position]:
            raise ValueError("Encountered duplicate field name: " + repr(name))
        elif bad and name.startswith("_"):
            raise ValueError("Field names cannot start with an underscore: " + repr(name))
        elif bad:
            raise ValueError("Type names and field names must be valid identifiers: " + repr(name))
    fields = tuple(names)
    default_values = tuple(defaults or ())
    default_of = dict(zip(fields[len(fields) - len(default_values):], default_values))

    def __new__(cls, *args, **kwargs):
        title = typename + ".__new__()"
        if len(args) > len(fields):
            raise TypeError("%s takes %d positional arguments but %d were given" % (title, len(fields) + 1, len(args) + 1))
        values = list(args)
        for name in fields[len(args):]:
            if name in kwargs:
                values.append(kwargs.pop(name))
            elif name in default_of:
                values.append(default_of[name])
            else:
                missing = [n for n in fields[len(args):] if n not in kwargs and n not in default_of]
                listed = ", ".join(repr(n) for n in missing[:-1]) + " and " + repr(missing[-1]) if len(missing) > 1 else repr(name)
                raise TypeError("%s missing %d required positional argument%s: %s" % (
                    title, len(missing), "s" if len(missing) > 1 else "", listed))
        if kwargs:
            raise TypeError("%s got an unexpected keyword argument %r" % (title, next(iter(kwargs))))
        return tuple.__new__(cls, values)

    def _make(cls, iterable):
        return cls(*iterable)

    def _replace(self, /, **kwargs):
        made = self._make(kwargs.pop(name, self[position]) for position, name in enumerate(fields))
        if kwargs:
            raise ValueError("Got unexpected field names: " + repr(list(kwargs)))
        return made

    def __repr__(self):
        return self.__class__.__name__ + "(" + ", ".join(n + "=" + repr(v) for n, v in zip(fields, self)) + ")"

    body = {
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": default_of,
        "__match_args__": fields,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": lambda self: dict(zip(fields, self)),
        "__repr__": __repr__,
        "__getnewargs__": lambda self: tuple(self),
    }
    for position, name in enumerate(fields):
        body[name] = _field_reader(position)
    if module is not None:
        body["__module__"] = module
    return type(typename, (tuple,), body)
