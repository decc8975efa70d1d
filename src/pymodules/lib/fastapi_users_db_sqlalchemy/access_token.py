"""The table of FastAPI Users' access tokens."""

import datetime
import typing
import uuid

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from fastapi_users_db_sqlalchemy.generics import GUID, TIMESTAMPAware

ID = typing.TypeVar("ID")


def _now():
    return datetime.datetime.now(datetime.timezone.utc)


class SQLAlchemyBaseAccessTokenTable(typing.Generic[ID]):
    __tablename__ = "accesstoken"

    token: Mapped[str] = mapped_column(String(43), primary_key=True)
    created_at: Mapped[datetime.datetime] = mapped_column(
        TIMESTAMPAware(timezone=True), index=True, nullable=False, default=_now
    )


class SQLAlchemyBaseAccessTokenTableUUID(SQLAlchemyBaseAccessTokenTable[uuid.UUID]):
    @declared_attr
    def user_id(cls) -> Mapped[GUID]:
        return mapped_column(GUID, ForeignKey("user.id", ondelete="cascade"), nullable=False)


class SQLAlchemyAccessTokenDatabase(typing.Generic[ID]):
    def __init__(self, session, access_token_table):
        self.session = session
        self.access_token_table = access_token_table
