"""declarative_base() with Column, and all forms of __table_args__."""
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Numeric,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.orm import backref, column_property, declarative_base, deferred, relationship, synonym, validates

Base = declarative_base(
    metadata=MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
)

user_group = Table(
    "user_group",
    Base.metadata,
    Column("user_id", Integer, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True),
    Column("group_id", Integer, ForeignKey("group.id"), primary_key=True),
)


class User(Base):
    __tablename__ = "user"

    id = Column(Integer, primary_key=True)
    first = Column(String(30), nullable=False)
    last = Column(String(30), nullable=False, server_default="x")
    _secret = Column("secret", String(64))
    active = Column(Boolean, default=True, nullable=False)
    created = Column(DateTime(timezone=True), server_default=func.now())
    big = deferred(Column(Text))
    full_name = column_property(first + " " + last)
    manager_id = Column(Integer, ForeignKey("user.id"))
    manager = relationship("User", remote_side=[id], backref=backref("reports", lazy="dynamic"))
    groups = relationship("Group", secondary=user_group, back_populates="users")
    group_names = association_proxy("groups", "name")

    __table_args__ = (
        UniqueConstraint(first, last),
        UniqueConstraint("first", "secret", name="named"),
        Index("ix_lower_last", func.lower(last)),
        Index(None, last, first, postgresql_where=active.is_(True)),
        Index("ix_desc", created.desc()),
        CheckConstraint("length(first) > 0", name="first_given"),
        CheckConstraint(id > 0, name="positive"),
        {"comment": "people", "sqlite_autoincrement": True},
    )

    @hybrid_property
    def secret(self):
        return self._secret

    @secret.setter
    def secret(self, value):
        self._secret = value

    @hybrid_method
    def is_called(self, name):
        return self.first == name

    @validates("first")
    def check_first(self, key, value):
        return value.strip()

    name = synonym("first")

    def __repr__(self):
        return "<User %s>" % self.first


class Group(Base):
    __tablename__ = "group"
    __table_args__ = {"comment": "of users"}

    id = Column(Integer, primary_key=True)
    name = Column(String, unique=True, index=True)
    kind = Column(Enum("open", "closed", name="group_kind"), index=True)
    users = relationship("User", secondary=user_group, back_populates="groups")


class Pair(Base):
    __tablename__ = "pair"
    __table_args__ = (
        PrimaryKeyConstraint("left", "right"),
        ForeignKeyConstraint(["left", "right"], ["pair.left", "pair.right"], name="fk_self"),
    )
    left = Column(Integer)
    right = Column(Integer)
    value = Column(Numeric(10, 2), server_default=text("0"))
    data = Column(JSONB().with_variant(Text(), "sqlite"))


Index("ix_pair_value", Pair.value)
Pair.later = Column(Integer, index=True)
