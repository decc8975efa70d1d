"""registry: decorated classes, imperative mapping, __table__, several metadata, dataclasses."""
import dataclasses
from typing import List, Optional

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    composite,
    mapped_column,
    registry,
    relationship,
)

mapper_registry = registry(metadata=MetaData(schema="app"))


@mapper_registry.mapped
class Decorated:
    __tablename__ = "decorated"
    id = Column(Integer, primary_key=True)
    value: Mapped[Optional[str]] = mapped_column(String(3))


@mapper_registry.mapped_as_dataclass(kw_only=True)
class Data:
    __tablename__ = "data"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str] = mapped_column(default="x")
    decorated_id: Mapped[int] = mapped_column(ForeignKey("app.decorated.id"), default=None)


Generated = mapper_registry.generate_base()


class FromGenerated(Generated):
    __tablename__ = "from_generated"
    id: Mapped[int] = mapped_column(primary_key=True)
    data_id: Mapped[int] = mapped_column(ForeignKey(Data.id))


plain_table = Table("plain", mapper_registry.metadata, Column("id", Integer, primary_key=True), Column("x", String))


class PlainClass:
    pass


mapper_registry.map_imperatively(PlainClass, plain_table, properties={"y": plain_table.c.x})


class Base(MappedAsDataclass, DeclarativeBase):
    pass


@dataclasses.dataclass
class Point:
    x: int
    y: Optional[int]


class Vertex(Base):
    __tablename__ = "vertex"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    start: Mapped[Point] = composite(mapped_column("x1"), mapped_column("y1"))
    end: Mapped[Point] = composite(mapped_column("x2"), mapped_column("y2"))
    names: Mapped[List["VertexName"]] = relationship(default_factory=list)


class VertexNote(Base, kw_only=True):
    __tablename__ = "vertex_note"
    id: Mapped[int] = mapped_column(primary_key=True)
    note: Mapped[str] = mapped_column(String(9), repr=False, default="", kw_only=False)


class PlainBase(DeclarativeBase):
    metadata = Base.metadata


class VertexName(PlainBase):
    __table__ = Table(
        "vertex_name",
        Base.metadata,
        Column("id", Integer, primary_key=True),
        Column("vertex_id", ForeignKey("vertex.id")),
    )


metadatas = [mapper_registry.metadata, Base.metadata]
