"""registry, declarative_base(), DeclarativeBase: the ways in which classes are mapped."""

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.orm import _declarative


class registry:
    """The mapped classes that belong together, their MetaData and their map from Python types to SQL types."""

    def __init__(self, *, metadata=None, class_registry=None, type_annotation_map=None, constructor=None):
        self.metadata = metadata if metadata is not None else sa.MetaData()
        self._class_registry = class_registry if class_registry is not None else {}
        self.classes = []
        self._configured = 0
        self.constructor = constructor
        self.type_annotation_map = {}
        if type_annotation_map:
            self.update_type_annotation_map(type_annotation_map)

    def update_type_annotation_map(self, type_annotation_map):
        from sqlalchemy.orm._annotations import without_none

        for python_type, sql_type in type_annotation_map.items():
            self.type_annotation_map[without_none(python_type)] = sql_type

    @property
    def mappers(self):
        return frozenset(cls.__mapper__ for cls in self.classes)

    def ensure_configured(self):
        """What SQLAlchemy does when the first object is made or asked for."""
        if self._configured != len(self.classes):
            self._configured = len(self.classes)
            self.configure()

    def configure(self, cascade=False):
        from sqlalchemy.orm import _relationships

        _relationships.configure(self)

    def dispose(self, cascade=False):
        self.classes.clear()
        self._class_registry.clear()

    def add_class(self, cls):
        self.classes.append(cls)
        self._class_registry[cls.__name__] = cls

    def generate_base(self, mapper=None, cls=object, name="Base", metaclass=None):
        names = {"registry": self, "metadata": self.metadata, "__abstract__": True}
        if isinstance(cls, type) and cls.__doc__:
            names["__doc__"] = cls.__doc__
        bases = cls if isinstance(cls, tuple) else (cls,)
        if not any("__init__" in base.__dict__ for made in bases if made is not object for base in made.__mro__[:-1]):
            names["__init__"] = self.constructor or _declarative.default_constructor
        return (metaclass or DeclarativeMeta)(name, bases, names)

    def as_declarative_base(self, **keywords):
        def decorate(cls):
            return self.generate_base(cls=cls, name=cls.__name__, **keywords)

        return decorate

    def mapped(self, cls):
        _declarative.map_class(self, cls)
        return cls

    def mapped_as_dataclass(self, _cls=None, **options):
        def decorate(cls):
            cls._sa_dataclass_options = dict(options)
            _declarative.map_class(self, cls)
            return cls

        return decorate if _cls is None else decorate(_cls)

    def map_declaratively(self, cls):
        return _declarative.map_class(self, cls)

    def map_imperatively(self, class_, local_table=None, **keywords):
        return _declarative.map_imperatively(self, class_, local_table, keywords)


class _ClassBody(dict):
    """The names of a class while its body runs: columns learn theirs at once, as __table_args__ may speak of them."""

    def __setitem__(self, name, value):
        if isinstance(value, sa.Column) and value.name is None and value.table is None:
            value.name = name
        dict.__setitem__(self, name, value)


class DeclarativeAttributeIntercept(type):
    """Columns and relationships that are set on a mapped class later become part of it."""

    @classmethod
    def __prepare__(metaclass, name, bases, **keywords):
        return _ClassBody()

    def __new__(metaclass, name, bases, names, **keywords):
        return type.__new__(metaclass, name, bases, dict(names), **keywords)

    def __init__(cls, name, bases, names, **keywords):
        type.__init__(cls, name, bases, names)

    def __setattr__(cls, name, value):
        if "__mapper__" in cls.__dict__:
            _declarative.add_attribute(cls, name, value)
        else:
            type.__setattr__(cls, name, value)


class DeclarativeMeta(DeclarativeAttributeIntercept):
    def __init__(cls, name, bases, names, **keywords):
        found = getattr(cls, "registry", None)
        if not isinstance(found, registry):
            found = cls.__dict__.get("_sa_registry") or getattr(cls, "_sa_registry", None)
        if not isinstance(found, registry):
            raise exc.InvalidRequestError("Declarative base class has no 'registry' attribute, or registry is not a "
                                          "sqlalchemy.orm.registry() object")
        type.__setattr__(cls, "_sa_registry", found)
        if not cls.__dict__.get("__abstract__"):
            _declarative.map_class(found, cls)
        type.__init__(cls, name, bases, names)


def declarative_base(*, metadata=None, mapper=None, cls=object, name="Base", class_registry=None,
                     type_annotation_map=None, constructor=None, metaclass=None, bind=None):
    made = registry(metadata=metadata, class_registry=class_registry, type_annotation_map=type_annotation_map,
                    constructor=constructor)
    return made.generate_base(mapper=mapper, cls=cls, name=name, metaclass=metaclass)


def as_declarative(**keywords):
    options = {name: keywords.pop(name) for name in ("metadata", "class_registry") if name in keywords}
    return registry(**options).as_declarative_base(**keywords)


def _set_up_base(cls):
    """The class that a project derives from DeclarativeBase: it brings its MetaData, its registry, its types."""
    types = cls.__dict__.get("type_annotation_map")
    found = getattr(cls, "registry", None)
    metadata = cls.__dict__.get("metadata")
    if isinstance(found, registry):
        if types:
            found.update_type_annotation_map(types)
    else:
        found = registry(metadata=metadata, type_annotation_map=types)
        cls.registry = found
    cls._sa_registry = found
    if "metadata" not in cls.__dict__:
        cls.metadata = found.metadata
    if getattr(cls, "__init__", object.__init__) is object.__init__:
        cls.__init__ = _declarative.default_constructor


class DeclarativeBase(metaclass=DeclarativeAttributeIntercept):
    def __init_subclass__(cls, **keywords):
        if DeclarativeBase in cls.__bases__:
            _set_up_base(cls)
        elif not cls.__dict__.get("__abstract__"):
            _declarative.map_class(cls._sa_registry, cls)
        super().__init_subclass__(**keywords)


class DeclarativeBaseNoMeta:
    def __init_subclass__(cls, **keywords):
        if DeclarativeBaseNoMeta in cls.__bases__:
            _set_up_base(cls)
        elif not cls.__dict__.get("__abstract__"):
            _declarative.map_class(cls._sa_registry, cls)
        super().__init_subclass__(**keywords)


class MappedAsDataclass(metaclass=DeclarativeAttributeIntercept):
    """Mapped classes below it take their fields as arguments, as dataclasses do."""

    def __init_subclass__(cls, init=None, repr=None, eq=None, order=None, unsafe_hash=None, match_args=None,
                          kw_only=None, dataclass_callable=None, **keywords):
        given = {"init": init, "repr": repr, "eq": eq, "order": order, "unsafe_hash": unsafe_hash,
                 "match_args": match_args, "kw_only": kw_only}
        options = dict(getattr(cls, "_sa_dataclass_options", None) or {})
        options.update({name: value for name, value in given.items() if value is not None})
        type.__setattr__(cls, "_sa_dataclass_options", options)
        super().__init_subclass__(**keywords)


def mapped_as_dataclass(registry_, **options):
    return registry_.mapped_as_dataclass(**options)


def has_inherited_table(cls):
    return any(getattr(base, "__table__", None) is not None for base in cls.__mro__[1:])


def synonym_for(name, map_column=False):
    def decorate(function):
        from sqlalchemy.orm._properties import SynonymProperty

        return SynonymProperty(name, map_column=map_column, descriptor=function)

    return decorate
