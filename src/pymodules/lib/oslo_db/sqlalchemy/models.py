"""Classes that models of OpenStack derive from."""

from oslo_db.sqlalchemy.types import SoftDeleteInteger
from oslo_utils import timeutils
from sqlalchemy import Column, DateTime


class ModelIterator:
    def __init__(self, model, columns):
        self.model = model
        self.i = columns

    def __iter__(self):
        return self

    def __next__(self):
        name = next(self.i)
        return name, getattr(self.model, name)


class ModelBase:
    """A row that is read and changed like a dictionary."""

    __table_initialized__ = False

    def save(self, session):
        with session.begin(nested=True):
            session.add(self)
            session.flush()

    def __contains__(self, key):
        return hasattr(self, key)

    def __getitem__(self, key):
        return getattr(self, key)

    def __setitem__(self, key, value):
        setattr(self, key, value)

    def get(self, key, default=None):
        return getattr(self, key, default)

    def update(self, values):
        for name, value in values.items():
            setattr(self, name, value)

    def _as_dict(self):
        return {column.name: getattr(self, column.name) for column in self.__table__.columns}

    def __iter__(self):
        return ModelIterator(self, iter(self._as_dict()))

    def items(self):
        return self._as_dict().items()

    def keys(self):
        return self._as_dict().keys()


class TimestampMixin:
    created_at = Column(DateTime, default=lambda: timeutils.utcnow())
    updated_at = Column(DateTime, onupdate=lambda: timeutils.utcnow())


class SoftDeleteMixin:
    deleted_at = Column(DateTime)
    deleted = Column(SoftDeleteInteger, default=0)

    def soft_delete(self, session):
        self.deleted = self.id
        self.deleted_at = timeutils.utcnow()
        self.save(session=session)
