"""What an annotation such as Mapped[Optional[int]] says about a column: its SQL type and whether it may be NULL."""

import datetime
import decimal
import enum
import re
import sys
import typing
import uuid

import sqlalchemy as sa
from sqlalchemy.orm.exc import MappedAnnotationError

_NONE = type(None)
_CONTAINERS = ("Mapped", "WriteOnlyMapped", "DynamicMapped", "_MappedAnnotationBase")
_SUBSCRIPT = re.compile(r"^\s*([\w.]+)\s*\[(.*)\]\s*$", re.DOTALL)

# Types that annotations give without a type_annotation_map.
_DEFAULT_TYPES = {
    int: sa.Integer,
    float: sa.Float,
    bool: sa.Boolean,
    uuid.UUID: sa.Uuid,
    decimal.Decimal: sa.Numeric,
    datetime.date: sa.Date,
    datetime.datetime: sa.DateTime,
    datetime.time: sa.Time,
    datetime.timedelta: sa.Interval,
    bytes: sa.LargeBinary,
    str: sa.String,
}


def namespace_of(cls, module):
    """The names that a string annotation of a class may use."""
    names = {}
    found = sys.modules.get(module)
    if found is not None:
        names.update(vars(found))
    else:
        names.update(getattr(cls, "_sa_namespace", None) or {})
    names.setdefault(cls.__name__, cls)
    return names


def evaluate(text, cls, module):
    """The value of a string annotation. Throws NameError for what is imported for type checkers only."""
    names = namespace_of(cls, module)
    local = {name: value for name, value in vars(cls).items() if not name.startswith("__")}
    try:
        return eval(text, names)
    except NameError:
        names.update(local)
        return eval(text, names)


class MappedAnnotation:
    """Mapped[...] taken apart. `argument` is a string as long as nobody needs its value."""

    def __init__(self, container, argument):
        self.container = container
        self.argument = argument


def mapped_annotation(annotation, cls, module):
    """The MappedAnnotation of an annotation, or None for one of another kind."""
    if isinstance(annotation, typing.ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        found = _SUBSCRIPT.match(annotation)
        if found is None:
            return None
        name = found.group(1).rsplit(".", 1)[-1]
        if name in _CONTAINERS:
            return MappedAnnotation(name, found.group(2).strip())
        try:
            annotation = evaluate(annotation, cls, module)
        except NameError:
            return None
    origin = typing.get_origin(annotation)
    if isinstance(origin, type) and origin.__name__ in _CONTAINERS and origin.__module__.startswith("sqlalchemy"):
        return MappedAnnotation(origin.__name__, typing.get_args(annotation)[0])
    if isinstance(origin, type) and getattr(origin, "_sa_mapped_container", False):
        return MappedAnnotation("Mapped", typing.get_args(annotation)[0])
    return None


def is_class_var(annotation):
    if isinstance(annotation, str):
        return annotation.strip().rsplit(".", 1)[-1].startswith("ClassVar") or "ClassVar[" in annotation
    return annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar


def resolve(argument, cls, module):
    """The annotation's value, with strings evaluated at every depth that matters."""
    if isinstance(argument, typing.ForwardRef):
        argument = argument.__forward_arg__
    while isinstance(argument, str):
        argument = evaluate(argument, cls, module)
    if _is_union(argument):
        members = [resolve(member, cls, module) for member in typing.get_args(argument)]
        return typing.Union[tuple(members)]
    return argument


def _is_union(value):
    return typing.get_origin(value) is typing.Union or type(value).__name__ == "UnionType"


def is_annotated(value):
    return typing.get_origin(value) is typing.Annotated


def is_alias(value):
    return isinstance(value, typing.TypeAliasType)


def is_literal(value):
    return typing.get_origin(value) is typing.Literal


def includes_none(value):
    if _is_union(value):
        return any(includes_none(member) for member in typing.get_args(value))
    if is_annotated(value):
        return includes_none(typing.get_args(value)[0])
    if is_alias(value):
        return includes_none(value.__value__)
    if isinstance(value, typing.NewType):
        return includes_none(value.__supertype__)
    return value is None or value is _NONE


def without_none(value):
    """Optional[int] -> int."""
    if not _is_union(value):
        return value
    members = [member for member in typing.get_args(value) if member is not _NONE and member is not None]
    if not members:
        return value
    return typing.Union[tuple(members)]


def _instance(sql_type):
    return sql_type() if isinstance(sql_type, type) else sql_type


def _is_generic_enum(sql_type):
    return isinstance(sql_type, sa.Enum) and not sql_type.enums and sql_type.enum_class in (None, enum.Enum)


def _enum_for(python_type, pattern):
    """The type of a Python enum or a Literal, with the options of the Enum that stands in the map for all of them."""
    if is_literal(python_type):
        values = typing.get_args(python_type)
        others = [value for value in values if not isinstance(value, str)]
        if others:
            raise sa.exc.ArgumentError(
                "Can't create string-based Enum datatype from non-string values: %s.  Please provide an explicit Enum "
                "datatype for this Python type" % ", ".join(repr(value) for value in others)
            )
        return sa.Enum(*values, native_enum=False) if pattern is None else pattern._for_values(*values, native_enum=False)
    return sa.Enum(python_type) if pattern is None else pattern._for_values(python_type)


def _mapped_type(type_map, candidate):
    try:
        if candidate in type_map:
            return type_map[candidate]
    except TypeError:
        return None  # what cannot be hashed is no key
    return None


def resolve_type(type_map, python_type, with_fallbacks):
    """The SQL type of a Python type, or None. `type_map` is the registry's type_annotation_map."""
    if is_literal(python_type):
        for candidate in (python_type, typing.Literal, enum.Enum):
            sql_type = _mapped_type(type_map, candidate)
            if sql_type is not None:
                sql_type = _instance(sql_type)
                if candidate is python_type or not _is_generic_enum(sql_type):
                    return sql_type
                return _enum_for(python_type, sql_type)
        return _enum_for(python_type, None)
    if isinstance(python_type, type) and typing.get_origin(python_type) is None:
        found = _type_of_class(type_map, python_type)
    else:
        sql_type = _mapped_type(type_map, python_type)
        found = None if sql_type is None else _instance(sql_type)
    if found is None and with_fallbacks:
        found = _fallback_type(type_map, python_type)
    return found


def _type_of_class(type_map, python_type):
    is_enum = issubclass(python_type, enum.Enum)
    for candidate in python_type.__mro__:
        sql_type = _mapped_type(type_map, candidate)
        if candidate is enum.Enum and python_type is not enum.Enum:
            if sql_type is None:
                return _enum_for(python_type, None)
            sql_type = _instance(sql_type)
            return _enum_for(python_type, sql_type) if _is_generic_enum(sql_type) else sql_type
        if sql_type is None:
            sql_type = _DEFAULT_TYPES.get(candidate)
        if sql_type is None:
            continue
        sql_type = _instance(sql_type)
        if candidate is python_type:
            return sql_type
        if is_enum and _is_generic_enum(sql_type):
            return _enum_for(python_type, sql_type)
    return None


def _fallback_type(type_map, python_type):
    inner = python_type
    while is_alias(inner):
        inner = inner.__value__
    if inner is not python_type:
        inner = without_none(inner)
        return None if is_annotated(inner) else resolve_type(type_map, inner, False)
    while isinstance(inner, typing.NewType):
        inner = inner.__supertype__
    return None if inner is python_type else resolve_type(type_map, inner, False)


def column_facts(argument):
    """(may be NULL, the mapped_column() of Annotated or None, types to look up in their order)"""
    nullable = includes_none(argument)
    plain = without_none(argument)
    candidates = []
    if is_alias(plain):
        candidates.append(plain)
        plain = without_none(plain.__value__)
    candidates.append(plain)
    extras = ()
    if is_annotated(plain):
        inner = typing.get_args(plain)
        extras = inner[1:]
        candidates.append(without_none(inner[0]) if nullable else inner[0])
    return nullable, extras, candidates, plain


def type_for(registry, column_key, argument, candidates, plain):
    """The SQL type that the registry gives for an annotation. Throws as SQLAlchemy does when there is none."""
    for candidate in candidates:
        found = resolve_type(registry.type_annotation_map, candidate, candidate is plain)
        if found is not None:
            return found
    if isinstance(plain, sa.types.TypeEngine) or (isinstance(plain, type) and issubclass(plain, sa.types.TypeEngine)):
        raise MappedAnnotationError(
            "The type provided inside the %r attribute Mapped annotation is the SQLAlchemy type %s. Expected a Python "
            "type instead" % (column_key, plain)
        )
    first = candidates[0]
    if isinstance(first, type) or typing.get_origin(first) is not None or is_alias(first):
        if len(candidates) == 1:
            detail = "the type object is not resolvable by the registry"
        elif len(candidates) == 2:
            detail = "neither '%s' nor '%s' are resolvable by the registry" % tuple(candidates)
        else:
            detail = "none of %s are resolvable by the registry" % ", ".join("'%s'" % c for c in candidates)
        raise MappedAnnotationError(
            "Could not locate SQLAlchemy Core type when resolving for Python type indicated by '%s' inside the Mapped[] "
            "annotation for the %r attribute; %s" % (first, column_key, detail)
        )
    raise MappedAnnotationError(
        "The object provided inside the %r attribute Mapped annotation is not a Python type, it's the object %r. "
        "Expected a Python type." % (column_key, argument)
    )
