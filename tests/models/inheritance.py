"""Joined, single-table and concrete inheritance."""
from typing import Optional

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.ext.declarative import declared_attr
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class WithCode:
    code = Column(String(10))


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "person"}


class Engineer(Person):
    __tablename__ = "engineer"
    id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    language: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Senior(Engineer):
    __tablename__ = "senior"
    id: Mapped[int] = mapped_column(ForeignKey(Engineer.id), primary_key=True)
    level: Mapped[int]


class Animal(WithCode, Base):
    __tablename__ = "animal"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20))

    @declared_attr
    def __mapper_args__(cls):
        return {"polymorphic_on": cls.kind, "polymorphic_identity": cls.__name__.lower()}


class Dog(Animal):
    barks: Mapped[Optional[int]]
    shared: Mapped[Optional[str]] = mapped_column(use_existing_column=True)


class Cat(Animal):
    purrs: Mapped[Optional[int]]
    shared: Mapped[Optional[str]] = mapped_column(use_existing_column=True)


class Shape(Base):
    __tablename__ = "shape"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Circle(Shape):
    __tablename__ = "circle"
    id: Mapped[int] = mapped_column(primary_key=True)
    radius: Mapped[float]
    __mapper_args__ = {"concrete": True}
