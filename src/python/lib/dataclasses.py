"""Classes whose methods follow from their annotated fields."""


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


class _KeywordOnly:
    pass


class FrozenInstanceError(AttributeError):
    pass


MISSING = _Missing()
KW_ONLY = _KeywordOnly()


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata if metadata is not None else {}
        self.kw_only = kw_only
        self._is_class_var = False
        self._is_init_var = False

    def has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_named(annotation, name):
    """Whether an annotation is typing.NAME[...], also when it is a string."""
    if isinstance(annotation, str):
        head = annotation.split("[")[0].strip()
        return head == name or head.endswith("." + name)
    origin = getattr(annotation, "__origin__", annotation)
    own_name = getattr(origin, "_name", None)
    return isinstance(own_name, str) and own_name == name


def _collect_fields(cls, kw_only):
    fields = {}
    for base in reversed(cls.__mro__[1:]):
        for inherited in getattr(base, "__dataclass_fields__", {}).values():
            fields[inherited.name] = inherited
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or _is_named(annotation, "KW_ONLY"):
            kw_only = True
            continue
        default = cls.__dict__.get(name, MISSING)
        made = default if isinstance(default, Field) else field(default=default)
        made.name = name
        made.type = annotation
        made._is_class_var = _is_named(annotation, "ClassVar")
        made._is_init_var = isinstance(annotation, InitVar) or _is_named(annotation, "InitVar")
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if isinstance(made.default, (list, dict, set)) and not (made._is_class_var or made._is_init_var):
            raise ValueError("mutable default " + str(type(made.default)) + " for field " + name
                             + " is not allowed: use default_factory")
        fields[name] = made
        if isinstance(default, Field):
            if made.default is not MISSING:
                setattr(cls, name, made.default)
            else:
                delattr(cls, name)
    return fields


def _check_order(fields):
    seen = None
    for f in fields:
        if f.init and not f.kw_only:
            if f.has_default():
                seen = f.name
            elif seen is not None:
                raise TypeError("non-default argument " + repr(f.name) + " follows default argument")


def _make_init(cls, fields, frozen):
    arguments = [f for f in fields if f.init]
    positional = [f for f in arguments if not f.kw_only]
    by_name = {f.name: f for f in arguments}
    assign = object.__setattr__ if frozen else setattr

    def __init__(self, *args, **kwargs):
        title = cls.__qualname__ + ".__init__()"
        if len(args) > len(positional):
            raise TypeError("%s takes %d positional argument%s but %d were given" % (
                title, len(positional) + 1, "" if not positional else "s", len(args) + 1))
        given = {}
        for f, value in zip(positional, args):
            given[f.name] = value
        for name, value in kwargs.items():
            if name not in by_name:
                raise TypeError("%s got an unexpected keyword argument %r" % (title, name))
            if name in given:
                raise TypeError("%s got multiple values for argument %r" % (title, name))
            given[name] = value
        missing = [f.name for f in arguments if f.name not in given and not f.has_default()]
        if missing:
            names = [repr(name) for name in missing]
            listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + (
                "," if len(names) > 2 else "") + " and " + names[-1]
            kind = "keyword-only" if all(by_name[name].kw_only for name in missing) else "positional"
            raise TypeError("%s missing %d required %s argument%s: %s" % (
                title, len(missing), kind, "" if len(missing) == 1 else "s", listed))
        passed_on = []
        for f in fields:
            if f.name in given:
                value = given[f.name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING:
                value = f.default
            else:
                continue
            if f._is_init_var:
                passed_on.append(value)
            else:
                assign(self, f.name, value)
        after = getattr(self, "__post_init__", None)
        if after is not None:
            after(*passed_on)

    return __init__


def _values(instance, fields):
    return tuple(getattr(instance, f.name) for f in fields)


def _add_repr(cls, fields):
    shown = [f for f in fields if f.repr]

    def __repr__(self):
        parts = [f.name + "=" + repr(getattr(self, f.name)) for f in shown]
        return self.__class__.__qualname__ + "(" + ", ".join(parts) + ")"

    cls.__repr__ = __repr__


def _add_eq(cls, compared):
    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, compared) == _values(other, compared)

    cls.__eq__ = __eq__


def _add_order(cls, compared):
    def comparison(decide):
        def compare(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return decide(_values(self, compared), _values(other, compared))

        return compare

    cls.__lt__ = comparison(lambda a, b: a < b)
    cls.__le__ = comparison(lambda a, b: a <= b)
    cls.__gt__ = comparison(lambda a, b: a > b)
    cls.__ge__ = comparison(lambda a, b: a >= b)


def _add_hash(cls, fields, eq, frozen, unsafe_hash):
    if unsafe_hash or (eq and frozen):
        hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = lambda self: hash(_values(self, hashed))
    elif eq and "__hash__" not in cls.__dict__:
        cls.__hash__ = None


def _add_frozen(cls, fields):
    names = {f.name for f in fields}

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot assign to field " + repr(name))
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot delete field " + repr(name))
        object.__delattr__(self, name)

    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only):
    everything = _collect_fields(cls, kw_only)
    cls.__dataclass_fields__ = everything
    with_init_vars = [f for f in everything.values() if not f._is_class_var]
    stored = [f for f in with_init_vars if not f._is_init_var]
    _check_order(with_init_vars)
    compared = [f for f in stored if f.compare]
    if init:
        cls.__init__ = _make_init(cls, with_init_vars, frozen)
    if repr and "__repr__" not in cls.__dict__:
        _add_repr(cls, stored)
    has_hash = "__hash__" in cls.__dict__
    if eq and "__eq__" not in cls.__dict__:
        _add_eq(cls, compared)
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        _add_order(cls, compared)
    if frozen:
        _add_frozen(cls, stored)
    if not has_hash:
        _add_hash(cls, stored, eq, frozen, unsafe_hash)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in with_init_vars if f.init and not f.kw_only)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, "__dataclass_fields__", None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(f for f in found.values() if not f._is_class_var and not f._is_init_var)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _convert(value, convert_dataclass, dict_factory):
    if is_dataclass(value) and not isinstance(value, type):
        return convert_dataclass(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_convert(v, convert_dataclass, dict_factory) for v in value])
    if isinstance(value, (list, tuple)):
        return type(value)(_convert(v, convert_dataclass, dict_factory) for v in value)
    if isinstance(value, dict):
        return type(value)((_convert(k, convert_dataclass, dict_factory), _convert(v, convert_dataclass, dict_factory))
                           for k, v in value.items())
    import copy

    return copy.deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("asdict() should be called on dataclass instances")

    def convert(value):
        return dict_factory([(f.name, _convert(getattr(value, f.name), convert, dict_factory)) for f in fields(value)])

    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert(value):
        return tuple_factory([_convert(getattr(value, f.name), convert, dict) for f in fields(value)])

    return convert(obj)


def replace(obj, /, **changes):
    for f in obj.__dataclass_fields__.values():
        if f._is_class_var or not f.init:
            if not f.init and f.name in changes:
                raise ValueError("field " + f.name + " is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = object
        else:
            annotations[item[0]] = item[1]
            if len(item) == 3:
                body[item[0]] = item[2]
    body["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, body), **options)
