"""The names of `typing` as values that can be subscripted, compared and taken apart."""

TYPE_CHECKING = False


class _Special:
    """A name such as Any or Union: it may be subscripted and is equal only to itself."""

    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _make(self, parameters)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError("Cannot instantiate " + repr(self))
        return self.__origin__(*args, **kwargs)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        if self.__origin__ is None:
            return ()
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)


class _GenericAlias:
    """X[int, str]: what it was made from and with what."""

    def __init__(self, special, origin, args):
        self._special = special
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _collect_parameters(args)

    def __repr__(self):
        special = self._special
        name = special if isinstance(special, str) else _name_of(special)
        if special is Callable and self.__args__ and self.__args__[0] is not Ellipsis:
            return name + "[" + _name_of(list(self.__args__[:-1])) + ", " + _name_of(self.__args__[-1]) + "]"
        return name + "[" + ", ".join(_name_of(a) for a in self.__args__) + "]"

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        if self.__origin__ is Union and other.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return _is_same(self.__origin__, other.__origin__) and _are_same(self.__args__, other.__args__)

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        values = dict(zip(self.__parameters__, parameters))
        return _GenericAlias(self._special, self.__origin__, tuple(_substitute(a, values) for a in self.__args__))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _Special):
            return origin.__mro_entries__(bases)
        return (origin,)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, inner, metadata):
        _GenericAlias.__init__(self, Annotated, inner, (inner,))
        self.__metadata__ = metadata

    def __repr__(self):
        parts = [_name_of(self.__origin__)] + [repr(m) for m in self.__metadata__]
        return "typing.Annotated[" + ", ".join(parts) + "]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return _is_same(self.__origin__, other.__origin__) and _are_same(self.__metadata__, other.__metadata__)

    def __hash__(self):
        return hash((Annotated, self.__origin__))

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        values = dict(zip(_collect_parameters((self.__origin__,)), parameters))
        return _AnnotatedAlias(_substitute(self.__origin__, values), self.__metadata__)


def _name_of(value):
    if value is type(None):
        return "NoneType"
    if value is Ellipsis:
        return "..."
    if isinstance(value, list):
        return "[" + ", ".join(_name_of(v) for v in value) + "]"
    if isinstance(value, type):
        module = getattr(value, "__module__", "builtins")
        return value.__qualname__ if module == "builtins" else module + "." + value.__qualname__
    return repr(value)


def _collect_parameters(args):
    found = []
    for arg in args:
        inner = [arg] if isinstance(arg, TypeVar) else getattr(arg, "__parameters__", ())
        if isinstance(arg, type):
            inner = ()
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _substitute(arg, values):
    if isinstance(arg, TypeVar):
        return values.get(arg, arg)
    if isinstance(arg, _GenericAlias) and arg.__parameters__:
        return arg[tuple(values.get(p, p) for p in arg.__parameters__)]
    return arg


def _convert(value):
    if value is None:
        return type(None)
    if isinstance(value, str):
        return ForwardRef(value)
    return value


def _is_opaque(value):
    return type(value).__name__ == "opaque"


def _is_same(one, other):
    """Equality that asks nothing of what a missing package would have given: that is only itself. As in a set, what has
    another hash is not asked either: an SQL expression would answer with a comparison."""
    if one is other:
        return True
    if _is_opaque(one) or _is_opaque(other):
        return False
    try:
        may_be = hash(one) == hash(other)
    except TypeError:
        may_be = True
    return may_be and one == other


def _are_same(ones, others):
    return len(ones) == len(others) and all(_is_same(one, other) for one, other in zip(ones, others))


def _flatten_union(parameters):
    flat = []
    for parameter in parameters:
        parameter = _convert(parameter)
        members = (parameter,)
        if getattr(parameter, "__origin__", None) is Union or type(parameter).__name__ == "UnionType":
            members = parameter.__args__
        for member in members:
            if not any(_is_same(member, other) for other in flat):
                flat.append(member)
    return tuple(flat)


def _make(special, parameters):
    if special is Union:
        members = _flatten_union(parameters)
        if len(members) == 1:
            return members[0]
        if len(members) == 2 and any(member is type(None) for member in members):
            return _OptionalAlias("typing.Optional", Union, members)
        return _GenericAlias(Union, Union, members)
    if special is Optional:
        return Union[parameters[0], None]
    if special is Literal:
        return _GenericAlias(Literal, Literal, parameters)
    if special is Annotated:
        inner = _convert(parameters[0])
        if isinstance(inner, _AnnotatedAlias):
            return _AnnotatedAlias(inner.__origin__, inner.__metadata__ + parameters[1:])
        return _AnnotatedAlias(inner, parameters[1:])
    if special is Callable:
        arguments = parameters[0]
        if isinstance(arguments, list):
            flat = tuple(_convert(a) for a in arguments)
        else:
            flat = (arguments,)
        return _GenericAlias(Callable, special.__origin__, flat + tuple(_convert(p) for p in parameters[1:]))
    origin = special.__origin__ if special.__origin__ is not None else special
    return _GenericAlias(special, origin, tuple(_convert(p) for p in parameters))


class _OptionalAlias(_GenericAlias):
    def __repr__(self):
        others = [a for a in self.__args__ if a is not type(None)]
        return "typing.Optional[" + _name_of(others[0]) + "]"


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None):
        self.__forward_arg__ = arg

    def __repr__(self):
        return "ForwardRef(" + repr(self.__forward_arg__) + ")"

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        if self.__covariant__:
            return "+" + self.__name__
        return ("-" if self.__contravariant__ else "~") + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


class Generic:
    """Base of generic classes; subscripting gives an alias that is the class again when called or inherited."""

    __parameters__ = ()

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _GenericAlias(cls, cls, tuple(_convert(p) for p in parameters))


class Protocol(Generic):
    _is_protocol = True


def runtime_checkable(cls):
    return cls


Any = _Special("Any")
Union = _Special("Union")
Optional = _Special("Optional")
Literal = _Special("Literal")
Annotated = _Special("Annotated")
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Required = _Special("Required")
NotRequired = _Special("NotRequired")
ReadOnly = _Special("ReadOnly")
Unpack = _Special("Unpack")
TypeGuard = _Special("TypeGuard")
TypeIs = _Special("TypeIs")
Concatenate = _Special("Concatenate")
TypeAlias = _Special("TypeAlias")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)


def _abstract(name):
    """A collection's name without a class of its own here: an origin for comparisons."""
    return type(name, (), {"__module__": "collections.abc"})


List = _Special("List", list)
Dict = _Special("Dict", dict)
Set = _Special("Set", set)
FrozenSet = _Special("FrozenSet", frozenset)
Tuple = _Special("Tuple", tuple)
Type = _Special("Type", type)

_LAZY_ORIGINS = {
    "DefaultDict": ("collections", "defaultdict"),
    "OrderedDict": ("collections", "OrderedDict"),
    "Counter": ("collections", "Counter"),
    "ChainMap": ("collections", "ChainMap"),
    "Deque": ("collections", "deque"),
    "Pattern": ("re", "Pattern"),
    "Match": ("re", "Match"),
    "ContextManager": ("contextlib", "AbstractContextManager"),
    "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager"),
}
for _name in (
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Iterable", "Iterator", "Generator",
    "Reversible", "Container", "Collection", "Callable", "Hashable", "Sized", "Sequence", "MutableSequence", "Mapping",
    "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "MutableSet", "ByteString",
):
    _LAZY_ORIGINS[_name] = ("collections.abc", _name)
_LAZY_ORIGINS["AbstractSet"] = ("collections.abc", "Set")


class _LazySpecial(_Special):
    """As _Special; the class behind it is imported when it is asked for, so that importing typing stays cheap."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, attribute):
        if attribute != "__origin__":
            raise AttributeError(attribute)
        import importlib

        module, name = _LAZY_ORIGINS[self._name]
        self.__origin__ = getattr(importlib.import_module(module), name)
        return self.__origin__


for _name in _LAZY_ORIGINS:
    globals()[_name] = _LazySpecial(_name)
del _name


class IO:
    def __class_getitem__(cls, item):
        return _GenericAlias(cls, cls, (item,))


class TextIO(IO):
    pass


class BinaryIO(IO):
    pass


class SupportsInt(Protocol):
    pass


class SupportsFloat(Protocol):
    pass


class SupportsIndex(Protocol):
    pass


class Hashable(Protocol):
    pass


class NewType:
    def __init__(self, name, tp):
        self.__name__ = name
        self.__qualname__ = name
        self.__supertype__ = tp

    def __call__(self, value):
        return value

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = type_params

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getitem__(self, parameters):
        return _GenericAlias(self, self, parameters if isinstance(parameters, tuple) else (parameters,))


def cast(typ, val):
    return val


def assert_type(val, typ):
    return val


def reveal_type(obj):
    return obj


def assert_never(arg):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(arg))


def overload(func):
    return func


def final(func):
    return func


def override(func):
    return func


def no_type_check(func):
    return func


def dataclass_transform(**options):
    return lambda cls: cls


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, type):
        return Generic if tp is Generic else None
    if type(tp).__name__ == "UnionType":
        return type(tp)
    return getattr(tp, "__origin__", None)


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, type):
        return ()
    args = getattr(tp, "__args__", ())
    if isinstance(tp, _GenericAlias) and tp._special is Callable and args and args[0] is not Ellipsis:
        return (list(args[:-1]), args[-1])
    return args


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import sys

    hints = {}
    classes = reversed(obj.__mro__) if isinstance(obj, type) else [obj]
    for owner in classes:
        module = sys.modules.get(getattr(owner, "__module__", None))
        names = dict(vars(module)) if module is not None else {}
        names.update(getattr(owner, "__globals__", {}))
        names.update(globalns or {})
        names.update(localns or {})
        for name, value in getattr(owner, "__dict__", {}).get("__annotations__", getattr(owner, "__annotations__", {})).items():
            hints[name] = _resolve_hint(value, names, include_extras)
    return hints


def _resolve_hint(value, names, include_extras):
    if isinstance(value, str):
        value = eval(value, names)
    elif isinstance(value, ForwardRef):
        value = eval(value.__forward_arg__, names)
    if value is None:
        return type(None)
    if isinstance(value, _AnnotatedAlias) and not include_extras:
        return value.__origin__
    return value


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        if namespace.get("_is_base"):
            return type.__new__(meta, name, bases, namespace)
        from collections import namedtuple

        fields = list(namespace.get("__annotations__", {}))
        defaults = [namespace[f] for f in fields if f in namespace]
        made = namedtuple(name, fields, defaults=defaults)
        for key, value in namespace.items():
            if key not in fields and key not in ("__module__", "__qualname__", "__classcell__"):
                setattr(made, key, value)
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    _is_base = True

    def __new__(cls, typename, fields=(), **kwargs):
        from collections import namedtuple

        return namedtuple(typename, [name for name, _ in fields] or list(kwargs))


class _TypedDictMeta(type):
    def __new__(meta, name, bases, namespace, total=True):
        annotations = {}
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
        annotations.update(namespace.get("__annotations__", {}))
        made = type.__new__(meta, name, (dict,), dict(namespace, __annotations__=annotations))
        made.__total__ = total
        return made

    def __init__(cls, name, bases, namespace, total=True):
        type.__init__(cls, name, bases, namespace)


class TypedDict(dict, metaclass=_TypedDictMeta):
    """As a base of a class, or called: TypedDict("Point", {"x": int})."""

    def __new__(cls, typename, fields=None, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (dict,), {"__annotations__": dict(fields or kwargs)}, total=total)
