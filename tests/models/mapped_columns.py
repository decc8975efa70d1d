"""Types and nullability from annotations."""
import datetime
import decimal
import enum
import uuid
from typing import Any, Dict, List, Literal, NewType, Optional, Union

from sqlalchemy import BigInteger, DateTime, ForeignKey, JSON, Numeric, String, Text, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from typing import Annotated


class Status(enum.Enum):
    ACTIVE = "active"
    GONE = "gone"


class Colour(str, enum.Enum):
    red = "r"
    green = "g"


intpk = Annotated[int, mapped_column(primary_key=True)]
str50 = Annotated[str, 50]
timestamp = Annotated[
    datetime.datetime, mapped_column(nullable=False, server_default=func.current_timestamp(), comment="when")
]
owner_fk = Annotated[int, mapped_column(ForeignKey("owner.id", ondelete="CASCADE"), index=True)]
Money = NewType("Money", decimal.Decimal)


class Base(DeclarativeBase):
    type_annotation_map = {
        str50: String(50),
        Dict[str, Any]: JSON,
        Money: Numeric(12, 2),
        bytes: Text(),
        datetime.datetime: DateTime(timezone=True),
    }


class Owner(Base):
    __tablename__ = "owner"

    id: Mapped[intpk]
    name: Mapped[str]
    nickname: Mapped[Optional[str]]
    short: Mapped[str50]
    short_or_none: Mapped[Optional[str50]]
    items: Mapped[List["Item"]] = relationship(back_populates="owner")


class Item(Base):
    __tablename__ = "item"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    owner_id: Mapped[owner_fk]
    other_owner: Mapped[Optional[int]] = mapped_column(ForeignKey("owner.id"))
    price: Mapped[decimal.Decimal]
    cost: Mapped[Money]
    cost_or_none: Mapped[Money | None]
    status: Mapped[Status]
    colour: Mapped[Optional[Colour]]
    mode: Mapped[Literal["fast", "slow"]]
    mode_or_none: Mapped[Optional[Literal["a", "bcd"]]] = mapped_column(index=True)
    flag: Mapped[bool] = mapped_column(default=False)
    ratio: Mapped[float | None]
    day: Mapped[datetime.date]
    at: Mapped[datetime.datetime]
    clock: Mapped[datetime.time]
    span: Mapped[datetime.timedelta]
    code: Mapped[uuid.UUID] = mapped_column(unique=True)
    data: Mapped[bytes]
    extra: Mapped[Dict[str, Any]]
    text: Mapped[Union[str, None]] = mapped_column(Text)
    given: Mapped[Optional[str]] = mapped_column(String(5), nullable=False)
    created: Mapped[timestamp]
    updated: Mapped[timestamp] = mapped_column(comment="later", onupdate=func.now())
    renamed: Mapped[int] = mapped_column("other_name")
    owner: Mapped["Owner"] = relationship(back_populates="items", foreign_keys="Item.owner_id")
