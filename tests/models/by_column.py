"""Constraints and indexes made of Column objects, of columns with other keys, and of annotations from elsewhere."""

from typing import Optional

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, String, UniqueConstraint
from sqlalchemy import func
from sqlalchemy.ext.associationproxy import AssociationProxy
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from typing_extensions import Annotated

short = Annotated[str, 30]


def tagged(tags: AssociationProxy[list[str]]) -> MappedColumn[str]:
    return mapped_column(String(5), info={"tags": tags})


class Base(DeclarativeBase):
    type_annotation_map = {short: String(30)}


class Event(Base):
    __tablename__ = "events"
    id = Column(Integer, primary_key=True)
    start = Column(Integer)
    end = Column("the_end", Integer, key="end")
    name = Column(String)
    __table_args__ = (
        CheckConstraint(start < end, name="ck_order"),
        UniqueConstraint(start, end, name="uq_times"),
        Index("ix_key", "end"),
        Index("ix_lower", func.lower(name)),
    )


# What is made of a table's columns belongs to it.
Index("ix_start", Event.start.desc())
Index("ix_abs", func.abs(Event.__table__.c.end), unique=True)
CheckConstraint(Event.__table__.c.start > 0, name="ck_start")
Event.__table__.append_constraint(UniqueConstraint(Event.__table__.c.name, name="uq_name"))


class Guest(Base):
    __tablename__ = "guests"
    event_end: Mapped[Optional[int]] = mapped_column(ForeignKey("events.end"))
    nick: Mapped[Optional[short]]
    seat: Mapped[Optional[int]] = mapped_column(nullable=True)
    # NOT NULL is what a key means, whatever the annotation says.
    __table_args__ = (PrimaryKeyConstraint("event_end", "nick", name="pk_guests"),)
