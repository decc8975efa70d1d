"""Types with rules: secrets, bounded numbers, texts of a form."""

import json
import pathlib
import re
import typing
import uuid

from pydantic._errors import PydanticCustomError, invalid
from pydantic._types import guarded
from pydantic.fields import FieldInfo

_T = typing.TypeVar("_T")


class _Secret:
    _empty = ""

    def __init__(self, secret_value):
        self._secret_value = secret_value

    def get_secret_value(self):
        return self._secret_value

    def _display(self):
        return "**********" if self._secret_value else ""

    def __eq__(self, other):
        return isinstance(other, type(self)) and self._secret_value == other._secret_value

    def __hash__(self):
        return hash(self._secret_value)

    def __len__(self):
        return len(self._secret_value)

    def __str__(self):
        return str(self._display())

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._display())


class SecretStr(_Secret):
    @classmethod
    def __pydantic_validate__(cls, value):
        from pydantic._parse import to_str

        return value if isinstance(value, cls) else cls(to_str(value))


class SecretBytes(_Secret):
    def _display(self):
        return b"**********" if self._secret_value else b""

    @classmethod
    def __pydantic_validate__(cls, value):
        from pydantic._parse import to_bytes

        return value if isinstance(value, cls) else cls(to_bytes(value))


class Secret(_Secret):
    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def __pydantic_validate__(cls, value):
        return value if isinstance(value, cls) else cls(value)


class Strict:
    def __init__(self, strict=True):
        self.strict = strict


class StringConstraints:
    def __init__(self, *, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None,
                 max_length=None, pattern=None):
        self.strip_whitespace = strip_whitespace
        self.to_upper = to_upper
        self.to_lower = to_lower
        self.min_length = min_length
        self.max_length = max_length
        self.pattern = pattern

    def __pydantic_constraints__(self):
        return {name: value for name, value in vars(self).items() if value is not None}

    def __repr__(self):
        return "StringConstraints(%s)" % ", ".join("%s=%r" % item for item in vars(self).items())


class _Bounds:
    def __init__(self, constraints):
        self.constraints = constraints

    def __pydantic_constraints__(self):
        return self.constraints


def _bounded(annotation, **constraints):
    renamed = {"regex": "pattern", "min_items": "min_length", "max_items": "max_length", "curtail_length": None,
               "unique_items": None}
    kept = {renamed.get(name, name): value for name, value in constraints.items() if value is not None}
    kept.pop(None, None)
    kept.pop("strict", None)
    return typing.Annotated[annotation, _Bounds(kept)]


def conint(**constraints):
    return _bounded(int, **constraints)


def confloat(**constraints):
    return _bounded(float, **constraints)


def condecimal(**constraints):
    import decimal

    return _bounded(decimal.Decimal, **constraints)


def constr(**constraints):
    return _bounded(str, **constraints)


def conbytes(**constraints):
    return _bounded(bytes, **constraints)


def conlist(item_type, **constraints):
    return _bounded(typing.List[item_type], **constraints)


def conset(item_type, **constraints):
    return _bounded(typing.Set[item_type], **constraints)


class _Constrained:
    """What pydantic 1 calls by its class: rules that are attributes."""

    _rules = {}

    @classmethod
    def __get_validators__(cls):
        yield cls._hold_rules
        yield cls.validate

    @classmethod
    def _hold_rules(cls, value):
        from pydantic._types import Types

        given = {rule: getattr(cls, name, None) for name, rule in cls._rules.items()}
        rules = {rule: bound for rule, bound in given.items() if bound is not None}
        return Types().of(cls._holds, constraints=rules)(value)

    @classmethod
    def validate(cls, value):
        return value


class ConstrainedStr(_Constrained, str):
    _holds = str
    _rules = {"strip_whitespace": "strip_whitespace", "to_upper": "to_upper", "to_lower": "to_lower",
              "min_length": "min_length", "max_length": "max_length"}
    curtail_length = regex = None

    @classmethod
    def validate(cls, value):
        if cls.curtail_length is not None:
            value = value[:cls.curtail_length]
        if cls.regex is not None and re.match(cls.regex, value) is None:
            pattern = cls.regex if isinstance(cls.regex, str) else cls.regex.pattern
            raise invalid("string_pattern_mismatch", "String should match pattern '%s'" % pattern, value,
                          pattern=pattern)
        return value


class _ConstrainedNumber(_Constrained):
    _rules = {name: name for name in ("gt", "ge", "lt", "le", "multiple_of")}


class ConstrainedInt(_ConstrainedNumber, int):
    _holds = int


class ConstrainedFloat(_ConstrainedNumber, float):
    _holds = float


PositiveInt = _bounded(int, gt=0)
NegativeInt = _bounded(int, lt=0)
NonNegativeInt = _bounded(int, ge=0)
NonPositiveInt = _bounded(int, le=0)
PositiveFloat = _bounded(float, gt=0)
NegativeFloat = _bounded(float, lt=0)
NonNegativeFloat = _bounded(float, ge=0)
NonPositiveFloat = _bounded(float, le=0)
FiniteFloat = float


class _Exactly:
    """The value has that class already; nothing is made of others."""

    def __init__(self, cls, noun):
        self.cls = cls
        self.noun = noun

    def check(self, value):
        if type(value) is self.cls:
            return value
        raise invalid(self.noun + "_type", "Input should be a valid " + self.noun, value)


def _strict(cls, noun):
    from pydantic.functional_validators import BeforeValidator

    return typing.Annotated[cls, BeforeValidator(_Exactly(cls, noun).check)]


StrictStr = _strict(str, "string")
StrictInt = _strict(int, "integer")
StrictBool = _strict(bool, "boolean")
StrictFloat = _strict(float, "number")
StrictBytes = _strict(bytes, "bytes")


class _JsonText:
    @staticmethod
    def read(value):
        try:
            return json.loads(value)
        except (TypeError, ValueError) as error:
            raise invalid("json_invalid", "Invalid JSON: " + str(error), value)


class Json:
    """A text of JSON, given as what it says."""

    def __class_getitem__(cls, item):
        from pydantic.functional_validators import BeforeValidator

        return typing.Annotated[item, BeforeValidator(_JsonText.read)]

    @classmethod
    def __pydantic_validate__(cls, value):
        return _JsonText.read(value)


def _path(is_kind, kind, message):
    from pydantic.functional_validators import AfterValidator

    def check(value):
        if not is_kind(value):
            raise PydanticCustomError(kind, message)
        return value

    return typing.Annotated[pathlib.Path, AfterValidator(check)]


FilePath = _path(lambda path: path.is_file(), "path_not_file", "Path does not point to a file")
DirectoryPath = _path(lambda path: path.is_dir(), "path_not_directory", "Path does not point to a directory")
NewPath = _path(lambda path: not path.exists(), "path_exists", "Path already exists")
UUID1 = UUID3 = UUID4 = UUID5 = uuid.UUID


class ByteSize(int):
    _UNITS = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "tb": 10**12, "pb": 10**15, "kib": 2**10,
              "mib": 2**20, "gib": 2**30, "tib": 2**40, "pib": 2**50}

    @classmethod
    def __pydantic_validate__(cls, value):
        if isinstance(value, int):
            return cls(value)
        match = re.fullmatch(r"\s*(\d*\.?\d+)\s*(\w*)", str(value))
        if match is None:
            raise invalid("byte_size", "could not parse value and unit from byte string", value)
        unit = cls._UNITS.get(match[2].lower())
        if unit is None:
            raise invalid("byte_size_unit", "could not interpret byte unit: " + match[2], value)
        return cls(float(match[1]) * unit)


class Discriminator:
    def __init__(self, discriminator, **options):
        self.discriminator = discriminator


class Tag:
    def __init__(self, tag):
        self.tag = tag


class ImportString:
    """The dotted name of an object, given as the object."""

    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def __pydantic_validate__(cls, value):
        if not isinstance(value, str):
            return value
        import importlib

        module, _, name = value.replace(":", ".").rpartition(".")
        return guarded(lambda text: getattr(importlib.import_module(module), name), value)
