"""The place of the declarative names before SQLAlchemy 2.0, and the bases for concrete and reflected classes."""

from sqlalchemy.orm import (
    DeclarativeMeta,
    as_declarative,
    declarative_base,
    declarative_mixin,
    declared_attr,
    has_inherited_table,
    synonym_for,
)


class ConcreteBase:
    """Base of classes that have a table each."""


class AbstractConcreteBase(ConcreteBase):
    """As ConcreteBase, for a base without a table: its direct subclass only lends its columns."""

    __no_table__ = True

    def __init_subclass__(cls, **keywords):
        if AbstractConcreteBase in cls.__bases__:
            type.__setattr__(cls, "__abstract__", True)
        super().__init_subclass__(**keywords)


class DeferredReflection:
    """Classes whose tables are read from a database by prepare()."""

    @classmethod
    def prepare(cls, bind, **options):
        for mapped in list(cls._sa_registry.classes):
            if issubclass(mapped, cls):
                import sqlalchemy

                sqlalchemy.Table(mapped.__table__.name, mapped.__table__.metadata, autoload_with=bind,
                                 autoload_replace=False, extend_existing=True)
