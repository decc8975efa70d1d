"""Classes that are made of their fields: attr.s, attr.ib, attrs.define, attrs.field."""

from attr import validators, converters


class _Nothing:
    def __repr__(self):
        return "NOTHING"

    def __bool__(self):
        return False


NOTHING = _Nothing()


class FrozenInstanceError(AttributeError):
    msg = "can't set attribute"

    def __init__(self):
        super().__init__(self.msg)


class NotAnAttrsClassError(ValueError):
    pass


class Factory:
    def __init__(self, factory, takes_self=False):
        self.factory = factory
        self.takes_self = takes_self


class Attribute:
    def __init__(self, name, made, type):
        self.name = name
        self.type = type
        self.default = made._default
        self.validator = made._validator
        self.converter = made.converter
        self.repr = made.repr
        self.eq = made.eq
        self.order = made.eq
        self.hash = made.hash
        self.init = made.init
        self.kw_only = made.kw_only
        self.metadata = made.metadata
        self.on_setattr = made.on_setattr
        self.alias = made.alias or name.lstrip("_")

    def __repr__(self):
        return "Attribute(name=" + repr(self.name) + ", default=" + repr(self.default) + ")"


class _CountingAttr:
    made = 0

    def __init__(self, default, validator, repr, eq, hash, init, metadata, type, converter, kw_only, on_setattr, alias):
        _CountingAttr.made += 1
        self.counter = _CountingAttr.made
        self._default = default
        self._validator = validators.and_(*validator) if isinstance(validator, (list, tuple)) else validator
        self.repr = repr
        self.eq = eq
        self.hash = hash
        self.init = init
        self.metadata = dict(metadata or {})
        self.type = type
        self.converter = converters.pipe(*converter) if isinstance(converter, (list, tuple)) else converter
        self.kw_only = kw_only
        self.on_setattr = on_setattr
        self.alias = alias

    def default(self, method):
        self._default = Factory(method, takes_self=True)
        return method

    def validator(self, method):
        self._validator = method if self._validator is None else validators.and_(self._validator, method)
        return method


def attrib(default=NOTHING, validator=None, repr=True, cmp=None, hash=None, init=True, metadata=None, type=None,
           converter=None, factory=None, kw_only=False, eq=None, order=None, on_setattr=None, alias=None):
    if factory is not None:
        if default is not NOTHING:
            raise ValueError("The `default` and `factory` arguments are mutually exclusive.")
        default = Factory(factory)
    eq = (cmp if cmp is not None else True) if eq is None else eq
    return _CountingAttr(default, validator, repr, eq, hash, init, metadata, type, converter, kw_only, on_setattr,
                         alias)


def field(*, default=NOTHING, validator=None, repr=True, hash=None, init=True, metadata=None, type=None, converter=None,
          factory=None, kw_only=False, eq=None, order=None, on_setattr=None, alias=None):
    return attrib(default, validator, repr, None, hash, init, metadata, type, converter, factory, kw_only, eq, order,
                  on_setattr, alias)


def _is_class_variable(annotation):
    text = annotation if isinstance(annotation, str) else repr(annotation)
    return text.startswith(("typing.ClassVar", "ClassVar", "t.ClassVar"))


def _own_fields(cls, auto, kw_only):
    annotations = cls.__dict__.get("__annotations__", {})
    written = {name: value for name, value in cls.__dict__.items() if isinstance(value, _CountingAttr)}
    if auto is None:
        auto = all(name in annotations for name in written)
    if auto:
        names = [name for name, annotation in annotations.items() if not _is_class_variable(annotation)]
    else:
        names = sorted(written, key=lambda name: written[name].counter)
    fields = []
    for name in names:
        made = cls.__dict__.get(name, NOTHING)
        if not isinstance(made, _CountingAttr):
            made = attrib(default=made)
        one = Attribute(name, made, made.type if made.type is not None else annotations.get(name))
        one.kw_only = one.kw_only or kw_only
        fields.append(one)
    return fields


def _all_fields(cls, own):
    fields = {}
    for ancestor in reversed(cls.__mro__[1:]):
        for one in ancestor.__dict__.get("__attrs_attrs__", ()):
            fields.pop(one.name, None)
            fields[one.name] = one
    for one in own:
        fields.pop(one.name, None)
        fields[one.name] = one
    return tuple(fields.values())


def _check(instance, one):
    if one.validator is not None:
        one.validator(instance, one, getattr(instance, one.name))


def _make_init(cls, fields):
    positional = [one for one in fields if one.init and not one.kw_only]
    by_alias = {one.alias: one for one in fields if one.init}

    def __init__(self, *args, **kwargs):
        name = type(self).__name__
        if len(args) > len(positional):
            raise TypeError(name + ".__init__() takes " + str(len(positional) + 1) + " positional arguments but "
                            + str(len(args) + 1) + " were given")
        given = {one.name: value for one, value in zip(positional, args)}
        for alias, value in kwargs.items():
            if alias not in by_alias:
                raise TypeError(name + ".__init__() got an unexpected keyword argument " + repr(alias))
            given[by_alias[alias].name] = value
        if hasattr(self, "__attrs_pre_init__"):
            self.__attrs_pre_init__()
        for one in fields:
            if one.name in given:
                value = given[one.name]
            elif isinstance(one.default, Factory):
                value = one.default.factory(self) if one.default.takes_self else one.default.factory()
            elif one.default is not NOTHING:
                value = one.default
            elif one.init:
                raise TypeError(name + ".__init__() missing 1 required positional argument: " + repr(one.alias))
            else:
                continue
            object.__setattr__(self, one.name, one.converter(value) if one.converter is not None else value)
        for one in fields:
            if one.init or one.default is not NOTHING:
                _check(self, one)
        if hasattr(self, "__attrs_post_init__"):
            self.__attrs_post_init__()

    return __init__


def _repr(self):
    shown = []
    for one in self.__attrs_attrs__:
        if one.repr:
            show = one.repr if callable(one.repr) else repr
            shown.append(one.name + "=" + show(getattr(self, one.name, NOTHING)))
    return type(self).__qualname__.rsplit(">.", 1)[-1] + "(" + ", ".join(shown) + ")"


def _values(self):
    return tuple(getattr(self, one.name) for one in self.__attrs_attrs__ if one.eq)


def _eq(self, other):
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self):
    return hash(_values(self))


def _ordered(compare):
    def method(self, other):
        return compare(_values(self), _values(other)) if other.__class__ is self.__class__ else NotImplemented

    return method


def _refuse(self, *args):
    raise FrozenInstanceError()


def _checking_setattr(self, name, value):
    for one in self.__attrs_attrs__:
        if one.name == name:
            value = one.converter(value) if one.converter is not None else value
            if one.validator is not None:
                one.validator(self, one, value)
    object.__setattr__(self, name, value)


def _build(cls, auto, init, repr, eq, order, frozen, hash, kw_only, checks):
    own = _own_fields(cls, auto, kw_only)
    for one in own:
        if one.default is NOTHING or isinstance(one.default, Factory):
            if one.name in cls.__dict__:
                delattr(cls, one.name)
        elif isinstance(cls.__dict__.get(one.name), _CountingAttr):
            delattr(cls, one.name)
    fields = _all_fields(cls, own)
    cls.__attrs_attrs__ = fields
    methods = {}
    if init:
        methods["__init__"] = _make_init(cls, fields)
    if repr:
        methods["__repr__"] = _repr
    if eq:
        methods["__eq__"] = _eq
        methods["__hash__"] = _hash if frozen or hash else None
    if order:
        for name, compare in (("__lt__", lambda a, b: a < b), ("__le__", lambda a, b: a <= b),
                              ("__gt__", lambda a, b: a > b), ("__ge__", lambda a, b: a >= b)):
            methods[name] = _ordered(compare)
    if frozen:
        methods["__setattr__"] = methods["__delattr__"] = _refuse
    elif checks and any(one.validator is not None or one.converter is not None for one in fields):
        methods["__setattr__"] = _checking_setattr
    for name, method in methods.items():
        if name not in cls.__dict__ or name == "__hash__" and cls.__dict__[name] is None:
            setattr(cls, name, method)
    return cls


def attrs(maybe_cls=None, these=None, repr_ns=None, repr=True, cmp=None, hash=None, init=True, slots=False,
          frozen=False, weakref_slot=True, str=False, auto_attribs=False, kw_only=False, cache_hash=False,
          auto_exc=False, eq=None, order=None, **options):
    eq = (True if cmp is None else cmp) if eq is None else eq
    order = eq if order is None else order

    def decorate(cls):
        for name, made in (these or {}).items():
            setattr(cls, name, made)
        return _build(cls, bool(auto_attribs), init, repr, eq, order, frozen, hash, kw_only, False)

    return decorate if maybe_cls is None else decorate(maybe_cls)


def define(maybe_cls=None, *, these=None, repr=None, unsafe_hash=None, hash=None, init=None, slots=True, frozen=False,
           weakref_slot=True, str=False, auto_attribs=None, kw_only=False, cache_hash=False, auto_exc=True, eq=None,
           order=False, **options):
    def decorate(cls):
        return _build(cls, auto_attribs, init is not False, repr is not False, eq is not False, order, frozen,
                      hash or unsafe_hash, kw_only, True)

    return decorate if maybe_cls is None else decorate(maybe_cls)


def frozen(maybe_cls=None, **options):
    return define(maybe_cls, frozen=True, **options)


def dataclass(maybe_cls=None, **options):
    return attrs(maybe_cls, auto_attribs=True, **options)


mutable = define
s = attributes = attrs
ib = attr = attrib


class _Fields(tuple):
    def __getattr__(self, name):
        for one in self:
            if one.name == name:
                return one
        raise AttributeError(name)


def has(cls):
    return hasattr(cls, "__attrs_attrs__")


def fields(cls):
    if not has(cls):
        raise NotAnAttrsClassError(repr(cls) + " is not an attrs-decorated class.")
    return _Fields(cls.__attrs_attrs__)


def fields_dict(cls):
    return {one.name: one for one in fields(cls)}


def _plain(value, recurse, filter, dict_factory, retain):
    if has(type(value)):
        return asdict(value, recurse, filter, dict_factory, retain)
    if isinstance(value, (list, tuple, set, frozenset)):
        kind = type(value) if retain else list
        return kind([_plain(item, recurse, filter, dict_factory, retain) for item in value])
    if isinstance(value, dict):
        return dict_factory((key, _plain(item, recurse, filter, dict_factory, retain)) for key, item in value.items())
    return value


def asdict(inst, recurse=True, filter=None, dict_factory=dict, retain_collection_types=False, value_serializer=None):
    made = dict_factory()
    for one in fields(type(inst)):
        value = getattr(inst, one.name)
        if filter is not None and not filter(one, value):
            continue
        if value_serializer is not None:
            value = value_serializer(inst, one, value)
        made[one.name] = _plain(value, recurse, filter, dict_factory, retain_collection_types) if recurse else value
    return made


def astuple(inst, recurse=True):
    values = (getattr(inst, one.name) for one in fields(type(inst)))
    return tuple(astuple(value) if recurse and has(type(value)) else value for value in values)


def evolve(inst, **changes):
    for one in fields(type(inst)):
        if one.init and one.alias not in changes:
            changes[one.alias] = getattr(inst, one.name)
    return type(inst)(**changes)


def validate(inst):
    for one in fields(type(inst)):
        _check(inst, one)


def make_class(name, attrs, bases=(object,), **options):
    body = dict(attrs) if isinstance(attrs, dict) else {one: attrib() for one in attrs}
    return globals()["attrs"](type(name, bases, body), **options)
