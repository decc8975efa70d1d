"""From an annotation to the function that takes an input and gives the value, or says what is wrong with it.

The functions are made when they are first needed, since models may name each other before both are there.
"""

import collections
import collections.abc
import dataclasses
import enum
import re
import types
import typing

import _os
from pydantic._errors import Invalid, PydanticCustomError, invalid, of_exception
from pydantic._parse import PARSERS
from pydantic.fields import FieldInfo
from pydantic.functional_validators import (AfterValidator, BeforeValidator, PlainValidator, SkipValidation,
                                            ValidationInfo, WrapValidator, takes)

_RAISED = (ValueError, AssertionError, PydanticCustomError)
_LISTS = (list, tuple, set, frozenset, collections.deque)
_SEQUENCES = (list, collections.abc.Sequence, collections.abc.Iterable, collections.abc.Collection,
              collections.abc.MutableSequence)
_SETS = (set, frozenset, collections.abc.Set, collections.abc.MutableSet)
_MAPPINGS = (dict, collections.abc.Mapping, collections.abc.MutableMapping, collections.OrderedDict,
             collections.defaultdict)
_UNIONS = (typing.Union, getattr(types, "UnionType", typing.Union))


def as_is(value):
    return value


def is_unknown(annotation):
    """Whether it comes from a package that is not there, so that nothing can be asked of it."""
    return type(annotation).__name__ == "opaque"


def guarded(function, *args):
    """Calls a validator of the script; what it raises says what is wrong with the first argument."""
    try:
        return function(*args)
    except Invalid:
        raise
    except _RAISED as error:
        raise of_exception(error, args[0])


class Types:
    """The functions of the annotations in one model's module."""

    def __init__(self, config=None):
        self.config = config or {}

    def of(self, annotation, metadata=(), constraints=None):
        check = self.plain(annotation)
        if constraints:
            check = _constrained(check, constraints)
        for item in metadata:
            check = self.with_metadata(check, item)
        return check

    def with_metadata(self, check, item):
        if isinstance(item, FieldInfo):
            return _constrained(check, item.constraints)
        if isinstance(item, BeforeValidator):
            return lambda value: check(_validated(item.func, value))
        if isinstance(item, AfterValidator):
            return lambda value: _validated(item.func, check(value))
        if isinstance(item, PlainValidator):
            return lambda value: _validated(item.func, value)
        if isinstance(item, WrapValidator):
            return lambda value: _wrapped(item.func, value, check)
        if isinstance(item, SkipValidation):
            return as_is
        if hasattr(item, "__pydantic_constraints__"):
            return _constrained(check, item.__pydantic_constraints__())
        return check

    def plain(self, annotation):
        if annotation is typing.Any or annotation is object or is_unknown(annotation):
            return as_is
        if annotation is None:
            return PARSERS[type(None)]
        if isinstance(annotation, typing.TypeVar):
            bound = getattr(annotation, "__bound__", None)
            return as_is if bound is None else self.plain(bound)
        if hasattr(annotation, "__supertype__"):
            return self.plain(annotation.__supertype__)
        if type(annotation).__name__ == "TypeAliasType":
            return self.of(annotation.__value__)
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            return self.of(annotation.__origin__, annotation.__metadata__)
        if origin is not None:
            return self.generic(origin, typing.get_args(annotation))
        if isinstance(annotation, type):
            return self.of_class(annotation)
        return as_is

    def generic(self, origin, args):
        if origin in _UNIONS:
            return self.union(args)
        if origin is typing.Literal:
            return _literal(args)
        if origin is type:
            return _class_of(args[0])
        if origin is tuple:
            return self.tuple(args)
        if origin in _MAPPINGS:
            return self.mapping(origin, args)
        if origin in _SETS:
            return self.items(frozenset if origin is frozenset else set, "set", args)
        if origin is collections.deque:
            return self.items(collections.deque, "list", args)
        if origin in _SEQUENCES:
            return self.items(list, "list", args)
        if origin is collections.abc.Callable:
            return _callable
        if origin in (typing.ClassVar, typing.Final):
            return self.plain(args[0]) if args else as_is
        if isinstance(origin, type):
            return self.of_class(origin)
        return as_is

    def of_class(self, cls):
        if hasattr(cls, "__pydantic_validate__"):
            return cls.__pydantic_validate__
        if hasattr(cls, "__get_validators__"):
            return _old_validators(cls)
        if hasattr(cls, "__get_pydantic_core_schema__"):
            return as_is
        parser = PARSERS.get(cls)
        if parser is not None:
            return _strict(cls) if self.config.get("strict") else parser
        if issubclass(cls, enum.Enum):
            return lambda value: _member(cls, value, self.config.get("use_enum_values"))
        if cls in (list, tuple, set, frozenset, collections.deque):
            return _bare(cls)
        if cls in _MAPPINGS:
            return _dict
        if cls is re.Pattern:
            return _pattern
        if hasattr(cls, "__total__") and issubclass(cls, dict):
            return self.typed_dict(cls)
        if dataclasses.is_dataclass(cls):
            return lambda value: cls(**value) if isinstance(value, dict) else _instance(cls, value)
        # What makes a value of such a class is not there.
        return as_is if _os.is_opaque(cls) else lambda value: _instance(cls, value)

    def union(self, args):
        """The first that takes the input as it is, or else the first that can make something of it."""
        choices = [(arg, self.of(arg)) for arg in args]

        def check(value):
            for arg, _ in choices:
                if isinstance(arg, type) and not is_unknown(arg) and type(value) is arg:
                    return value
            if value is None and type(None) in args:
                return None
            problems = []
            for arg, one in choices:
                try:
                    return one(value)
                except Invalid as error:
                    problems += error.below(getattr(arg, "__name__", str(arg))) if arg is not type(None) else []
            if len(choices) - (type(None) in args) == 1:
                problems = [dict(problem, loc=problem["loc"][1:]) for problem in problems]
            raise Invalid(problems)

        return check

    def items(self, make, noun, args):
        one = self.of(args[0]) if args else as_is

        def check(value):
            if not isinstance(value, (*_LISTS, types.GeneratorType, type({}.values()), type({}.keys()))):
                raise invalid(noun + "_type", "Input should be a valid " + noun, value)
            return make(_each(one, value))

        return check

    def tuple(self, args):
        if len(args) == 2 and args[1] is Ellipsis:
            return self.items(tuple, "tuple", args[:1])
        ones = [self.of(arg) for arg in args if arg != ()]

        def check(value):
            if not isinstance(value, _LISTS):
                raise invalid("tuple_type", "Input should be a valid tuple", value)
            if len(value) != len(ones):
                raise invalid("missing" if len(value) < len(ones) else "too_long", "Tuple should have %d items" % len(ones),
                              value)
            return tuple(_each_by_its_own(ones, value))

        return check

    def mapping(self, origin, args):
        key, one = (self.of(args[0]), self.of(args[1])) if len(args) == 2 else (as_is, as_is)

        def check(value):
            given = _dict(value)
            problems, made = [], {}
            for name, item in given.items():
                try:
                    made[key(name)] = one(item)
                except Invalid as error:
                    problems += error.below(name)
            if problems:
                raise Invalid(problems)
            return collections.OrderedDict(made) if origin is collections.OrderedDict else made

        return check

    def typed_dict(self, cls):
        ones = {name: self.of(hint) for name, hint in typing.get_type_hints(cls, include_extras=True).items()}

        def check(value):
            given = _dict(value)
            problems, made = [], {}
            for name, one in ones.items():
                try:
                    if name in given:
                        made[name] = one(given[name])
                    elif name in getattr(cls, "__required_keys__", ()):
                        raise invalid("missing", "Field required", value)
                except Invalid as error:
                    problems += error.below(name)
            if problems:
                raise Invalid(problems)
            return made

        return check


def _validated(function, value):
    if takes(function, 2):
        return guarded(function, value, ValidationInfo({}))
    return guarded(function, value)


def _wrapped(function, value, check):
    if takes(function, 3):
        return guarded(function, value, check, ValidationInfo({}))
    return guarded(function, value, check)


def _each(one, values):
    problems, made = [], []
    for index, item in enumerate(values):
        try:
            made.append(one(item))
        except Invalid as error:
            problems += error.below(index)
    if problems:
        raise Invalid(problems)
    return made


def _each_by_its_own(ones, values):
    made = []
    for index, (one, item) in enumerate(zip(ones, values)):
        try:
            made.append(one(item))
        except Invalid as error:
            raise Invalid(error.below(index))
    return made


def _literal(args):
    names = [repr(arg) for arg in args]
    expected = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]

    def check(value):
        for arg in args:
            if value == arg and (type(value) is type(arg) or isinstance(value, enum.Enum)):
                return arg
        raise invalid("literal_error", "Input should be " + expected, value, expected=expected)

    return check


def _class_of(arg):
    def check(value):
        if isinstance(value, type) and (not isinstance(arg, type) or issubclass(value, arg)):
            return value
        raise invalid("is_type", "Input should be a type", value)

    return check


def _strict(cls):
    def check(value):
        if type(value) is cls:
            return value
        raise invalid(cls.__name__ + "_type", "Input should be a valid " + {"str": "string", "int": "integer"}.get(
            cls.__name__, cls.__name__), value)

    return check


def _callable(value):
    if callable(value):
        return value
    raise invalid("callable_type", "Input should be callable", value)


def _dict(value):
    if isinstance(value, collections.abc.Mapping):
        return dict(value)
    raise invalid("dict_type", "Input should be a valid dictionary", value)


def _bare(cls):
    noun = {"frozenset": "frozenset", "deque": "list"}.get(cls.__name__, cls.__name__)

    def check(value):
        if isinstance(value, _LISTS):
            return cls(value)
        raise invalid(noun + "_type", "Input should be a valid " + noun, value)

    return check


def _pattern(value):
    if isinstance(value, re.Pattern):
        return value
    try:
        return re.compile(value)
    except re.error:
        raise invalid("pattern_regex", "Input should be a valid regular expression", value)


def _member(cls, value, use_value):
    try:
        member = value if isinstance(value, cls) else cls(value)
    except ValueError:
        member = _member_of_text(cls, value)
    return member.value if use_value else member


def _member_of_text(cls, value):
    """An environment variable gives "1" for the member of 1."""
    if isinstance(value, str) and issubclass(cls, int):
        for member in cls:
            if str(member.value) == value:
                return member
    shown = [repr(member.value) for member in cls]
    expected = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
    raise invalid("enum", "Input should be " + expected, value, expected=expected)


def _instance(cls, value):
    if isinstance(value, cls):
        return value
    raise invalid("is_instance_of", "Input should be an instance of " + cls.__name__, value, **{"class": cls.__name__})


def _old_validators(cls):
    """The generator of functions by which a class made itself known to pydantic 1."""

    def check(value):
        for function in cls.__get_validators__():
            value = guarded(function, value, None) if takes(function, 2) else guarded(function, value)
        return value

    return check


_COMPARISONS = {
    "gt": (lambda value, bound: value > bound, "greater_than", "Input should be greater than %s"),
    "ge": (lambda value, bound: value >= bound, "greater_than_equal", "Input should be greater than or equal to %s"),
    "lt": (lambda value, bound: value < bound, "less_than", "Input should be less than %s"),
    "le": (lambda value, bound: value <= bound, "less_than_equal", "Input should be less than or equal to %s"),
    "multiple_of": (lambda value, bound: value % bound == 0, "multiple_of", "Input should be a multiple of %s"),
}


def _constrained(check, constraints):
    def constrained(value):
        made = check(value)
        if made is None:
            return made
        for name, bound in constraints.items():
            made = _hold(name, bound, made, value)
        return made

    return constrained


def _hold(name, bound, made, value):
    if name in _COMPARISONS:
        holds, kind, message = _COMPARISONS[name]
        if not holds(made, bound):
            raise invalid(kind, message % bound, value, **{name: bound})
    elif name in ("min_length", "max_length"):
        _hold_length(name, bound, made, value)
    elif name == "pattern" and isinstance(made, str):
        pattern = bound if isinstance(bound, str) else bound.pattern
        if re.search(pattern, made) is None:
            raise invalid("string_pattern_mismatch", "String should match pattern '%s'" % pattern, value, pattern=pattern)
    elif name == "strip_whitespace" and bound:
        return made.strip()
    elif name == "to_lower" and bound:
        return made.lower()
    elif name == "to_upper" and bound:
        return made.upper()
    return made


def _hold_length(name, bound, made, value):
    if hasattr(made, "get_secret_value"):
        made = made.get_secret_value()
    too_short = name == "min_length"
    if len(made) >= bound if too_short else len(made) <= bound:
        return
    at = "at least" if too_short else "at most"
    if isinstance(made, str):
        plural = "" if bound == 1 else "s"
        raise invalid("string_too_short" if too_short else "string_too_long",
                      "String should have %s %d character%s" % (at, bound, plural), value, **{name: bound})
    raise invalid("too_short" if too_short else "too_long",
                  "%s should have %s %d item%s after validation, not %d" % (
                      type(made).__name__.capitalize(), at, bound, "" if bound == 1 else "s", len(made)), value)
