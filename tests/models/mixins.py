"""Mixins, abstract bases, declared_attr, computed names, and the order of columns."""
import datetime
import re
from typing import Optional

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, String, UniqueConstraint, func
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    declarative_mixin,
    declared_attr,
    has_inherited_table,
    mapped_column,
    relationship,
)


class Base(DeclarativeBase):
    __abstract__ = True

    @declared_attr.directive
    def __tablename__(cls) -> Optional[str]:
        if has_inherited_table(cls):
            return None
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)


class TimestampMixin:
    created_at: Mapped[datetime.datetime] = mapped_column(DateTime, server_default=func.now(), sort_order=100)
    updated_at: Mapped[Optional[datetime.datetime]] = mapped_column(sort_order=101)


@declarative_mixin
class Named:
    name = Column(String(100), nullable=False)

    @declared_attr
    def __table_args__(cls):
        return (UniqueConstraint("name", name="uq_%s_name" % cls.__tablename__), {"comment": cls.__name__})


class Owned:
    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("account.id"), index=True)

    @declared_attr
    def owner(cls) -> Mapped["Account"]:
        return relationship("Account", foreign_keys=[cls.owner_id])


class Positioned:
    position: Mapped[int]

    @declared_attr
    def label(cls):
        return Column(String(len(cls.__name__)))


class Account(TimestampMixin, Base):
    email: Mapped[str] = mapped_column(unique=True)


class BlogPost(Owned, Named, TimestampMixin, Positioned, Base):
    text: Mapped[str]
    name = Column(String(7))


class Plain(Positioned, Base):
    a: Mapped[int]
    b = Column(Integer)
    c: Mapped[Optional[str]] = mapped_column(index=True)


class Abstract(Owned, Base):
    __abstract__ = True
    shared: Mapped[int] = mapped_column(index=True)


class First(Abstract):
    only_first: Mapped[int]


class Second(Abstract):
    __tablename__ = "the_second"
    __table_args__ = (Index("ix_two", "shared", "only_second"),)
    only_second: Mapped[int]
