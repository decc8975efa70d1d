"""SQLModel: columns from fields and annotations."""
import datetime
import decimal
import enum
import uuid
from typing import Annotated, List, Optional

from pydantic import BaseModel
from sqlalchemy import JSON, Column, DateTime, Index, String, Text, UniqueConstraint, func
from sqlmodel import Field, Relationship, SQLModel


class Level(str, enum.Enum):
    low = "low"
    high = "high"


class TeamHeroLink(SQLModel, table=True):
    team_id: Optional[int] = Field(default=None, foreign_key="team.id", primary_key=True)
    hero_id: Optional[int] = Field(default=None, foreign_key="hero.id", primary_key=True, ondelete="CASCADE")


class HeroBase(SQLModel):
    name: str = Field(index=True)
    secret_name: str = Field(max_length=50)
    age: Optional[int] = Field(default=None, index=True)


class Hero(HeroBase, table=True):
    __table_args__ = (UniqueConstraint("name", "secret_name", name="uq_names"), Index("ix_ages", "age", "level"))

    id: Optional[int] = Field(default=None, primary_key=True)
    level: Level = Level.low
    money: decimal.Decimal = Field(max_digits=5, decimal_places=3)
    alive: bool = True
    ratio: float | None = None
    token: uuid.UUID = Field(default_factory=uuid.uuid4, unique=True)
    born: datetime.date
    seen: datetime.datetime = Field(sa_column=Column(DateTime(timezone=True), server_default=func.now()))
    text: str = Field(sa_type=Text)
    data: dict = Field(default_factory=dict, sa_column=Column("payload", JSON))
    note: str = Field(default="", sa_column_kwargs={"server_default": "x", "comment": "free"})
    short: Annotated[str, Field(max_length=3)]
    given: Optional[str] = Field(default=None, nullable=False)
    teams: List["Team"] = Relationship(back_populates="heroes", link_model=TeamHeroLink)


class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    headquarters: str
    heroes: List[Hero] = Relationship(back_populates="teams", link_model=TeamHeroLink)


class HeroRead(HeroBase):
    id: int


class Renamed(SQLModel, table=True):
    __tablename__ = "the_name"
    code: str = Field(primary_key=True, sa_type=String(4))
    parent_code: Optional[str] = Field(default=None, foreign_key="the_name.code")


class Stamped(BaseModel):
    """A mixin that is pydantic's own."""

    made: Optional[datetime.datetime] = Field(default=None, sa_type=DateTime(timezone=True))
    source: str = Field(max_length=20)


class Blob(SQLModel, Stamped, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    content: bytes
