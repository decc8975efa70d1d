"""Functions about functions."""

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        if hasattr(wrapped, name):
            setattr(wrapper, name, getattr(wrapped, name))
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


_NOTHING = object()


def reduce(function, sequence, initial=_NOTHING):
    items = iter(sequence)
    if initial is _NOTHING:
        try:
            initial = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in items:
        initial = function(initial, item)
    return initial


class partial:
    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(a) for a in self.args]
        parts += [key + "=" + repr(value) for key, value in self.keywords.items()]
        return "functools.partial(" + ", ".join(parts) + ")"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        def call(*args, **keywords):
            return self.func(instance, *self.args, *args, **{**self.keywords, **keywords})

        return call


class _CacheInfo(tuple):
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)


def _make_cached(func, maxsize):
    results = {}
    counts = [0, 0]

    def cached(*args, **kwargs):
        key = (args, tuple(kwargs.items())) if kwargs else args
        if key in results:
            counts[0] += 1
            value = results.pop(key)
            results[key] = value
            return value
        counts[1] += 1
        value = func(*args, **kwargs)
        if maxsize is None or maxsize > 0:
            results[key] = value
            if maxsize is not None and len(results) > maxsize:
                del results[next(iter(results))]
        return value

    def cache_clear():
        results.clear()
        counts[:] = [0, 0]

    cached.cache_clear = cache_clear
    cached.cache_info = lambda: _CacheInfo((counts[0], counts[1], maxsize, len(results)))
    return update_wrapper(cached, func)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _make_cached(maxsize, 128)
    return lambda func: _make_cached(func, maxsize)


def cache(func):
    return _make_cached(func, None)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        values = instance.__dict__
        if self.attrname not in values:
            values[self.attrname] = self.func(instance)
        return values[self.attrname]


def cmp_to_key(compare):
    class Key:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return compare(self.obj, other.obj) < 0

        def __gt__(self, other):
            return compare(self.obj, other.obj) > 0

        def __eq__(self, other):
            return compare(self.obj, other.obj) == 0

        def __le__(self, other):
            return compare(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return compare(self.obj, other.obj) >= 0

        __hash__ = None

    return Key


def total_ordering(cls):
    own = [name for name in ("__lt__", "__le__", "__gt__", "__ge__") if getattr(cls, name) is not getattr(object, name)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    less, equal_too = {
        "__lt__": (lambda a, b: a.__lt__(b), False),
        "__le__": (lambda a, b: a.__le__(b), True),
        "__gt__": (lambda a, b: b.__gt__(a), False),
        "__ge__": (lambda a, b: b.__ge__(a), True),
    }[own[0]]

    def is_less(a, b):
        return less(a, b) and a != b if equal_too else less(a, b)

    made = {
        "__lt__": lambda self, other: is_less(self, other),
        "__le__": lambda self, other: is_less(self, other) or self == other,
        "__gt__": lambda self, other: is_less(other, self),
        "__ge__": lambda self, other: is_less(other, self) or self == other,
    }
    for name, method in made.items():
        if name not in own:
            setattr(cls, name, method)
    return cls


class singledispatchmethod:
    """A method that is chosen by the type of its first argument after self."""

    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            if not args:
                raise TypeError(self.func.__name__ + " requires at least 1 positional argument")
            return self.dispatcher.dispatch(type(args[0])).__get__(obj, cls)(*args, **kwargs)

        method.register = self.register
        return update_wrapper(method, self.func)


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for ancestor in cls.__mro__:
            if ancestor in registry:
                return registry[ancestor]
        return func

    def register(cls, implementation=None):
        if implementation is None:
            if not isinstance(cls, type):
                hints = [a for key, a in cls.__annotations__.items() if key != "return"]
                registry[hints[0]] = cls
                return cls
            return lambda implementation: register(cls, implementation)
        registry[cls] = implementation
        return implementation

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(func.__name__ + " requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kwargs)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)
