"""The base of models by SQLAlchemy."""

import datetime

from flask_sqlalchemy import DefaultMeta
from sqlalchemy.orm import declarative_base

Base = declarative_base(metaclass=DefaultMeta)


class Model(Base):
    __abstract__ = True
    __table_args__ = {"extend_existing": True}

    def to_json(self):
        made = {}
        for column in self.__table__.columns:
            value = getattr(self, column.key)
            made[column.key] = value.isoformat() if isinstance(value, datetime.date) else value
        return made
