"""SQLModel's classes: fields with annotations of which `table=True` makes columns."""

import datetime
import decimal
import enum
import ipaddress
import pathlib
import typing
import uuid

import sqlalchemy as sa
from pydantic.main import ModelMetaclass
from sqlalchemy.orm import _annotations, registry, relationship
from sqlalchemy.orm import declared_attr
from sqlalchemy.orm._declarative import default_constructor, map_class
from sqlalchemy.orm._registry import DeclarativeMeta
from sqlmodel.sql.sqltypes import AutoString

_UNDEFINED = object()
_TEXTS = tuple(
    candidate
    for candidate in (str, pathlib.PurePath, ipaddress.IPv4Address, ipaddress.IPv4Network, ipaddress.IPv6Address,
                      ipaddress.IPv6Network)
    if isinstance(candidate, type)
)
_TYPES = (
    (float, sa.Float),
    (bool, sa.Boolean),
    (int, sa.Integer),
    (datetime.datetime, sa.DateTime),
    (datetime.date, sa.Date),
    (datetime.timedelta, sa.Interval),
    (datetime.time, sa.Time),
    (bytes, sa.LargeBinary),
)


class FieldInfo:
    """Field(): a default and what the column needs to know."""

    def __init__(self, default=_UNDEFINED, *, default_factory=None, **options):
        if default is Ellipsis:
            default = _UNDEFINED
        self.default = default
        self.default_factory = default_factory
        self.options = options
        self.annotation = None

    def get(self, name, fallback=None):
        return self.options.get(name, fallback)

    def is_required(self):
        return self.default is _UNDEFINED and self.default_factory is None

    def copy(self, annotation):
        made = FieldInfo(self.default, default_factory=self.default_factory, **self.options)
        made.annotation = annotation
        return made


class RelationshipInfo:
    def __init__(self, *, back_populates=None, cascade_delete=False, passive_deletes=False, link_model=None,
                 sa_relationship=None, sa_relationship_args=None, sa_relationship_kwargs=None):
        self.back_populates = back_populates
        self.cascade_delete = cascade_delete
        self.passive_deletes = passive_deletes
        self.link_model = link_model
        self.sa_relationship = sa_relationship
        self.sa_relationship_args = sa_relationship_args
        self.sa_relationship_kwargs = sa_relationship_kwargs


def Field(default=_UNDEFINED, **options):
    return FieldInfo(default, **options)


def Relationship(**options):
    return RelationshipInfo(**options)


def _unwrap(annotation):
    """The Python type, and what Annotated says beside it."""
    extras = ()
    plain = _annotations.without_none(annotation)
    while _annotations.is_annotated(plain):
        parts = typing.get_args(plain)
        extras += tuple(parts[1:])
        plain = _annotations.without_none(parts[0])
    return plain, extras


def _fact(field, extras, name):
    """max_length and the like, of Field() or of something in Annotated."""
    found = field.get(name)
    for extra in extras:
        if found is None:
            found = extra.get(name) if isinstance(extra, FieldInfo) else getattr(extra, name, None)
    return found


def get_sqlalchemy_type(field):
    given = field.get("sa_type")
    if given is not None:
        return given
    python_type, extras = _unwrap(field.annotation)
    if _annotations.is_literal(python_type):
        python_type = type(typing.get_args(python_type)[0])
    if isinstance(python_type, typing.NewType):
        python_type = python_type.__supertype__
    if not isinstance(python_type, type):
        raise ValueError("%s has no matching SQLAlchemy type" % (python_type,))
    if issubclass(python_type, enum.Enum):
        return sa.Enum(python_type)
    if issubclass(python_type, _TEXTS):
        length = _fact(field, extras, "max_length")
        return AutoString(length=length) if length else AutoString()
    for candidate, sql_type in _TYPES:
        if issubclass(python_type, candidate):
            return sql_type()
    if issubclass(python_type, decimal.Decimal):
        return sa.Numeric(precision=_fact(field, extras, "max_digits"), scale=_fact(field, extras, "decimal_places"))
    if issubclass(python_type, uuid.UUID):
        return sa.Uuid()
    raise ValueError("%s has no matching SQLAlchemy type" % (python_type,))


def _may_be_none(field):
    if field.get("nullable") is not None:
        return field.get("nullable")
    annotation = field.annotation
    while _annotations.is_annotated(annotation):
        annotation = typing.get_args(annotation)[0]
    return _annotations.includes_none(annotation)


def get_column_from_field(field):
    column = field.get("sa_column")
    if isinstance(column, sa.Column):
        return column
    sql_type = get_sqlalchemy_type(field)
    primary_key = bool(field.get("primary_key"))
    nullable = field.get("nullable")
    if nullable is None:
        nullable = not primary_key and _may_be_none(field)
    arguments = []
    if field.get("foreign_key"):
        ondelete = field.get("ondelete")
        if ondelete == "SET NULL" and not nullable:
            raise RuntimeError('ondelete="SET NULL" requires nullable=True')
        arguments.append(sa.ForeignKey(field.get("foreign_key"), ondelete=ondelete))
    options = {"primary_key": primary_key, "nullable": nullable, "index": bool(field.get("index")),
               "unique": bool(field.get("unique"))}
    if field.default_factory is not None:
        options["default"] = field.default_factory
    elif field.default is not _UNDEFINED:
        options["default"] = field.default
    arguments.extend(field.get("sa_column_args") or ())
    options.update(field.get("sa_column_kwargs") or {})
    return sa.Column(sql_type, *arguments, **options)


def _own_fields(cls, names):
    """FieldInfo by name, for the annotations of the class itself."""
    found = {}
    for name, annotation in (names.get("__annotations__") or {}).items():
        value = names.get(name, _UNDEFINED)
        if name.startswith("_") or name == "model_config" or isinstance(value, RelationshipInfo):
            continue
        if _annotations.is_class_var(annotation):
            continue
        annotation = _annotations.resolve(annotation, cls, cls.__module__)
        inside = [extra for extra in _unwrap(annotation)[1] if isinstance(extra, FieldInfo)]
        if isinstance(value, FieldInfo):
            found[name] = value.copy(annotation)
        elif inside:
            found[name] = inside[0].copy(annotation)
            if value is not _UNDEFINED:
                found[name].default = value
        else:
            found[name] = FieldInfo(value).copy(annotation)
    return found


def _relationship_of(cls, name, info):
    if info.sa_relationship is not None:
        return info.sa_relationship
    options = dict(info.sa_relationship_kwargs or {})
    if info.back_populates:
        options["back_populates"] = info.back_populates
    if info.cascade_delete:
        options["cascade"] = "all, delete-orphan"
    if info.passive_deletes:
        options["passive_deletes"] = info.passive_deletes
    if info.link_model is not None:
        options["secondary"] = info.link_model.__table__
    made = relationship(*(info.sa_relationship_args or ()), **options)
    made.sqlmodel_annotation = (cls.__dict__.get("__annotations__") or {}).get(name)
    return made


def _inherited_fields(base):
    """Those of a model, or of a mixin that is one of pydantic's own."""
    known = base.__dict__
    if "_model_defaults" in known and "__sqlmodel_own_fields__" not in known:
        return _own_fields(base, {**known["_model_defaults"], "__annotations__": known.get("__annotations__")})
    return known.get("__sqlmodel_own_fields__") or {}


class SQLModelMetaclass(DeclarativeMeta, ModelMetaclass):
    def __new__(metaclass, name, bases, names, **keywords):
        fields = {key for key, annotation in (names.get("__annotations__") or {}).items()
                  if not key.startswith("_") and not _annotations.is_class_var(annotation)}
        return type.__new__(metaclass, name, bases, {key: value for key, value in names.items() if key not in fields})

    def __init__(cls, name, bases, names, **keywords):
        type.__init__(cls, name, bases, names)
        put = lambda key, value: type.__setattr__(cls, key, value)
        config = dict(getattr(cls, "model_config", None) or {})
        if keywords.get("registry") is not None:
            put("_sa_registry", keywords["registry"])
            put("metadata", keywords["registry"].metadata)
            put("__abstract__", True)
        fields = {}
        for base in reversed(cls.__mro__[1:]):
            fields.update(_inherited_fields(base))
        own = _own_fields(cls, names)
        fields.update(own)
        put("__sqlmodel_own_fields__", own)
        put("model_fields", fields)
        put("__fields__", fields)
        put("__sqlmodel_relationships__",
            {key: value for key, value in names.items() if isinstance(value, RelationshipInfo)})
        is_table = keywords.get("table", "table" in (names.get("model_config") or {}) and config.get("table"))
        if is_table:
            cls._make_table(fields)

    def _make_table(cls, fields):
        put = lambda key, value: type.__setattr__(cls, key, value)
        put("__abstract__", False)
        for key, field in fields.items():
            put(key, get_column_from_field(field))
        for key, info in cls.__sqlmodel_relationships__.items():
            put(key, _relationship_of(cls, key, info))
        annotations = {key: value for key, value in (cls.__dict__.get("__annotations__") or {}).items()
                       if key not in fields and key not in cls.__sqlmodel_relationships__}
        kept = cls.__dict__.get("__annotations__")
        put("__annotations__", annotations)
        map_class(cls._sa_registry, cls)
        put("__annotations__", kept or {})


default_registry = registry()


class SQLModel(metaclass=SQLModelMetaclass, registry=default_registry):
    __name__: typing.ClassVar[str]

    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower()

    def __init__(self, **values):
        for name, field in type(self).model_fields.items():
            if name in values:
                setattr(self, name, values.pop(name))
            elif field.default_factory is not None:
                setattr(self, name, field.default_factory())
            elif field.default is not _UNDEFINED:
                setattr(self, name, field.default)
        for name, value in values.items():
            if name in getattr(type(self), "__sqlmodel_relationships__", ()):
                setattr(self, name, value)

    @classmethod
    def model_validate(cls, obj, **options):
        values = obj if isinstance(obj, dict) else {name: getattr(obj, name) for name in cls.model_fields
                                                    if hasattr(obj, name)}
        return cls(**values)

    from_orm = parse_obj = model_validate

    @classmethod
    def model_rebuild(cls, **options):
        """Annotations are read when a table needs them."""
        return True

    update_forward_refs = model_rebuild

    def model_dump(self, **options):
        return {name: getattr(self, name, None) for name in type(self).model_fields}

    dict = model_dump
