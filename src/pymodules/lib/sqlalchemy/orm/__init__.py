"""sqlalchemy.orm: mapped classes and sessions. What only sessions need is imported when it is asked for."""

import typing as _typing

from sqlalchemy.orm._declarative import declared_attr
from sqlalchemy.orm._mapper import InstrumentedAttribute, Mapper, QueryableAttribute
from sqlalchemy.orm._properties import (
    ColumnProperty,
    Composite,
    CompositeProperty,
    MappedColumn,
    MappedSQLExpression,
    MapperProperty,
    PropComparator,
    Relationship,
    RelationshipProperty,
    Synonym,
    SynonymProperty,
    backref,
    column_property,
    composite,
    deferred,
    dynamic_loader,
    foreign,
    mapped_column,
    query_expression,
    reconstructor,
    relation,
    relationship,
    remote,
    synonym,
    validates,
)
from sqlalchemy.orm._registry import (
    DeclarativeBase,
    DeclarativeBaseNoMeta,
    DeclarativeMeta,
    MappedAsDataclass,
    as_declarative,
    declarative_base,
    has_inherited_table,
    mapped_as_dataclass,
    registry,
    synonym_for,
)

_T = _typing.TypeVar("_T")


class _MappedAnnotationBase(_typing.Generic[_T]):
    pass


class Mapped(_MappedAnnotationBase[_T]):
    """Mapped[int]: the annotation of a mapped attribute."""


class WriteOnlyMapped(_MappedAnnotationBase[_T]):
    pass


class DynamicMapped(_MappedAnnotationBase[_T]):
    pass


class ORMDescriptor(_typing.Generic[_T]):
    pass


def declarative_mixin(cls):
    return cls


def mapper(*args, **options):
    """Still the name of all mappers where somebody listens to events."""
    from sqlalchemy.exc import InvalidRequestError

    raise InvalidRequestError("The 'sqlalchemy.orm.mapper()' function is removed as of SQLAlchemy 2.0.  Use the "
                              "'sqlalchemy.orm.registry.map_imperatively()` method of the "
                              "``sqlalchemy.orm.registry`` class to perform classical mapping.")


_LATER = {
    "session": ("Session", "sessionmaker", "scoped_session", "SessionTransaction", "object_session", "close_all_sessions",
                "make_transient", "make_transient_to_detached"),
    "query": ("Query", "Bundle", "aliased"),
    "strategy_options": ("joinedload", "subqueryload", "selectinload", "lazyload", "noload", "raiseload", "contains_eager",
                         "immediateload", "defaultload", "load_only", "defer", "undefer", "undefer_group", "Load",
                         "with_loader_criteria", "selectin_polymorphic", "with_expression", "defer"),
    "_relationships": ("class_mapper", "object_mapper", "configure_mappers", "clear_mappers", "add_mapped_attribute"),
    "collections": ("attribute_mapped_collection", "attribute_keyed_dict", "column_mapped_collection",
                    "column_keyed_dict", "mapped_collection", "keyfunc_mapping", "collection", "MappedCollection"),
    "attributes": ("AttributeEvents", "flag_modified", "flag_dirty", "instance_state"),
}


def __getattr__(name):
    import sys

    for module, names in _LATER.items():
        if name in names:
            __import__("sqlalchemy.orm." + module)
            return getattr(sys.modules["sqlalchemy.orm." + module], name)
    raise AttributeError("module 'sqlalchemy.orm' has no attribute %r" % name)


__all__ = [_name for _name in list(globals()) if not _name.startswith("_")] + [
    _name for _names in _LATER.values() for _name in _names]
