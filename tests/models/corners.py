"""What is less usual: cascading attributes, keys, quoted names, composed bases, types with options in the map."""
import enum
import uuid
from datetime import datetime
from typing import Annotated, Any, ClassVar, Generic, Literal, Optional, TypeVar

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Identity, Integer, MetaData, Sequence, String, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    column_property,
    declared_attr,
    deferred,
    mapped_column,
    query_expression,
    relationship,
    validates,
)
from sqlalchemy.types import TypeDecorator

T = TypeVar("T")
Status = Literal["on", "off"]
created = Annotated[datetime, mapped_column(server_default=sa.func.now(), sort_order=50)]


class Mood(enum.Enum):
    glad = 1
    sad = 2


class Lower(TypeDecorator):
    impl = String(12)
    cache_ok = True


class Base(DeclarativeBase):
    metadata = MetaData(
        schema="main_schema",
        naming_convention={
            "ix": "ix__%(table_name)s__%(column_0_N_name)s",
            "uq": "uq__%(table_name)s__%(column_0_N_name)s",
            "fk": "fk__%(table_name)s__%(column_0_name)s__%(referred_table_name)s",
            "pk": "pk__%(table_name)s",
            "ck": "ck__%(table_name)s__%(constraint_name)s",
        },
    )
    type_annotation_map = {
        enum.Enum: sa.Enum(enum.Enum, native_enum=False, length=20, validate_strings=True),
        Status: sa.Enum("on", "off", name="status_kind"),
        dict[str, Any]: postgresql.JSONB().with_variant(sa.JSON(), "sqlite"),
        list[str]: postgresql.ARRAY(String).with_variant(sa.JSON(), "sqlite"),
        datetime: sa.DateTime(timezone=True),
    }

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4, sort_order=-1)
    registry_count: ClassVar[int] = 0

    def __repr__(self):
        return type(self).__name__


class Tracked:
    made: Mapped[created]
    __table_args__ = {"comment": "tracked"}


class WithVersion:
    __abstract__ = True

    @declared_attr
    def version(cls) -> Mapped[int]:
        return mapped_column(Integer, server_default=text("1"))

    @declared_attr
    def notes(cls):
        return deferred(Column("the_notes", sa.Text))

    __mapper_args__ = {"eager_defaults": True}


class Repository(Generic[T]):
    pass


class Thing(Tracked, WithVersion, Base):
    __tablename__ = "Thing"

    mood: Mapped[Mood]
    status: Mapped[Optional[Status]]
    payload: Mapped[dict[str, Any]] = mapped_column(default=dict)
    words: Mapped[Optional[list[str]]]
    lower: Mapped[str] = mapped_column(Lower)
    number: Mapped[int] = mapped_column(Identity(start=5, cycle=True))
    counted: Mapped[int] = mapped_column(Sequence("thing_counted"))
    computed: Mapped[int] = mapped_column(sa.Computed("number * 2"))
    keyed: Mapped[int] = mapped_column("Keyed Name", key="keyed_key", quote=True)
    mutable = mapped_column(MutableDict.as_mutable(sa.JSON), nullable=False, server_default=text("'{}'"))
    mutables: Mapped[Optional[Any]] = mapped_column(MutableList.as_mutable(sa.PickleType))
    checked: Mapped[int] = mapped_column(sa.CheckConstraint("checked > 1", name="over_one"))
    self_id: Mapped[Optional[uuid.UUID]] = mapped_column(ForeignKey("main_schema.Thing.id"))
    children: Mapped[list["Thing"]] = relationship("Thing", order_by="Thing.number", collection_class=ordering_list("number"))
    later: Mapped[Optional[int]] = query_expression()

    @hybrid_property
    def double(self):
        return self.number * 2

    @double.inplace.expression
    @classmethod
    def _double(cls):
        return cls.number * 2

    @validates("lower", "status")
    def check(self, key, value):
        return value


class Other(Base):
    __tablename__ = "other"
    __table_args__ = (
        sa.Index(None, "thing_id", "place", unique=True, postgresql_using="btree"),
        sa.Index("ix_expr", text("lower(place)"), postgresql_where=text("place IS NOT NULL")),
        sa.UniqueConstraint("place", "thing_id", deferrable=True, initially="DEFERRED"),
        sa.ForeignKeyConstraint(["a", "b"], ["main_schema.pair.a", "main_schema.pair.b"], onupdate="CASCADE"),
        {"schema": "other_schema"},
    )

    thing_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Thing.id, ondelete="SET NULL", name="named_fk"), index=True)
    place: Mapped[str] = mapped_column(String(3), unique=True)
    a: Mapped[int]
    b: Mapped[int]


class Pair(Base):
    __tablename__ = "pair"
    id = None
    b: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    a: Mapped[int] = mapped_column(primary_key=True)
    total = column_property(a + b)


Thing.extra = mapped_column(sa.Float(precision=3))
