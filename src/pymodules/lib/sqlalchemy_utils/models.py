"""SQLAlchemy-Utils' mixin of times and its decorator of classes."""

import datetime

import sqlalchemy as sa


def _now():
    return datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)


class Timestamp:
    created = sa.Column(sa.DateTime, default=_now, nullable=False)
    updated = sa.Column(sa.DateTime, default=_now, nullable=False)


def generic_repr(*fields):
    """A __repr__ of the fields named, or of all columns."""

    def decorate(cls, names=fields):
        def __repr__(self):
            shown = names or list(type(self).__mapper__.columns_by_key)
            return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % (name, getattr(self, name)) for name in shown))

        cls.__repr__ = __repr__
        return cls

    if len(fields) == 1 and isinstance(fields[0], type):
        return decorate(fields[0], ())
    return decorate
