"""SQLAlchemy-Utils: the mixin of times, and some of its types."""
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base
from sqlalchemy_utils import EmailType, Timestamp, URLType, UUIDType, generic_repr

Base = declarative_base()


@generic_repr
class Account(Base, Timestamp):
    __tablename__ = "account"
    id = Column(Integer, primary_key=True)
    email = Column(EmailType, unique=True)
    site = Column(URLType)
    token = Column(UUIDType(binary=False))


@generic_repr("id")
class Note(Timestamp, Base):
    __tablename__ = "note"
    id = Column(Integer, primary_key=True)
    text = Column(String(5))
