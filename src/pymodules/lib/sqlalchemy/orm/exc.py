"""Errors of sqlalchemy.orm."""

from sqlalchemy import exc as _exc
from sqlalchemy.exc import MultipleResultsFound, NoResultFound

NO_STATE = (AttributeError, KeyError)


class StaleDataError(_exc.SQLAlchemyError):
    pass


ConcurrentModificationError = StaleDataError


class FlushError(_exc.SQLAlchemyError):
    pass


class MappedAnnotationError(_exc.ArgumentError):
    pass


class UnmappedError(_exc.InvalidRequestError):
    pass


class ObjectDereferencedError(_exc.SQLAlchemyError):
    pass


class DetachedInstanceError(_exc.SQLAlchemyError):
    pass


class UnmappedInstanceError(UnmappedError):
    def __init__(self, obj, msg=None):
        if msg is None:
            name = type(obj).__module__ + "." + type(obj).__name__
            msg = "Class %r is not mapped" % name
        UnmappedError.__init__(self, msg)


class UnmappedClassError(UnmappedError):
    def __init__(self, cls, msg=None):
        if msg is None:
            msg = "Class %r is not mapped" % (cls.__module__ + "." + cls.__name__,)
        UnmappedError.__init__(self, msg)


class ObjectDeletedError(_exc.InvalidRequestError):
    pass


class UnmappedColumnError(_exc.InvalidRequestError):
    pass


class LoaderStrategyException(_exc.InvalidRequestError):
    pass
