"""Annotations that are strings, and names that only type checkers import."""
from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, List, Optional
from uuid import UUID, uuid4

import sqlalchemy as sa
import sqlalchemy.orm as so

if TYPE_CHECKING:
    from nowhere import Unknown


class Base(so.DeclarativeBase):
    pass


class Article(Base):
    __tablename__ = "article"
    id: so.Mapped[UUID] = so.mapped_column(primary_key=True, default=uuid4)
    title: so.Mapped[str] = so.mapped_column(sa.String(200), index=True, unique=True)
    body: so.Mapped[Optional[str]]
    seen: so.Mapped[int | None]
    at: so.Mapped[dt.datetime] = so.mapped_column(index=True, default=lambda: dt.datetime.now(dt.timezone.utc))
    author_id: so.Mapped["int"] = so.mapped_column(sa.ForeignKey("author.id"), index=True)
    author: so.Mapped[Author] = so.relationship(back_populates="articles")
    unknown: so.Mapped[List[Unknown]] = so.relationship()
    tags: so.WriteOnlyMapped["Tag"] = so.relationship(secondary="article_tag")


class Author(Base):
    __tablename__ = "author"
    id: so.Mapped[int] = so.mapped_column(primary_key=True)
    articles: so.Mapped[list[Article]] = so.relationship(back_populates="author")


class Tag(Base):
    __tablename__ = "tag"
    name: so.Mapped[str] = so.mapped_column(primary_key=True)


article_tag = sa.Table(
    "article_tag",
    Base.metadata,
    sa.Column("article_id", sa.ForeignKey("article.id"), primary_key=True),
    sa.Column("tag_name", sa.ForeignKey(Tag.name), primary_key=True),
)
