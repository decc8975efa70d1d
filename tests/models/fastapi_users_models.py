"""The tables of FastAPI Users."""
from fastapi_users import BaseUserManager, UUIDIDMixin, schemas
from fastapi_users.authentication import JWTStrategy
from fastapi_users.db import SQLAlchemyBaseUserTableUUID, SQLAlchemyUserDatabase
from fastapi_users_db_sqlalchemy import (
    SQLAlchemyBaseOAuthAccountTable,
    SQLAlchemyBaseOAuthAccountTableUUID,
    SQLAlchemyBaseUserTable,
)
from fastapi_users_db_sqlalchemy.access_token import SQLAlchemyBaseAccessTokenTableUUID
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class OAuthAccount(SQLAlchemyBaseOAuthAccountTableUUID, Base):
    pass


class User(SQLAlchemyBaseUserTableUUID, Base):
    nickname: Mapped[str] = mapped_column(String(9))
    oauth_accounts: Mapped[list[OAuthAccount]] = relationship("OAuthAccount", lazy="joined")


class Token(SQLAlchemyBaseAccessTokenTableUUID, Base):
    pass


class Member(SQLAlchemyBaseUserTable[int], Base):
    __tablename__ = "member"
    id: Mapped[int] = mapped_column(primary_key=True)


class MemberAccount(SQLAlchemyBaseOAuthAccountTable[int], Base):
    __tablename__ = "member_account"
    id: Mapped[int] = mapped_column(primary_key=True)

    @declared_attr
    def member_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("member.id", ondelete="cascade"))


class UserRead(schemas.BaseUser[str]):
    pass


class UserManager(UUIDIDMixin, BaseUserManager):
    strategy = JWTStrategy(secret="x", lifetime_seconds=3600)
