"""Models and sessions. What creates or upgrades a database from inside of an application is not there: that is the
work of the run that imports this."""

import enum
import functools

from sqlalchemy import MetaData, create_engine, inspect, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import DeclarativeBase, scoped_session, sessionmaker

NAMING_CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING_CONVENTION)


def get_base(*args, **kwargs):
    return Base


class DatabaseStatus(enum.Enum):
    UP_TO_DATE = enum.auto()
    NO_INFO = enum.auto()
    UPGRADE_AVAILABLE = enum.auto()


class SyncResult(enum.Enum):
    ALREADY_UP_TO_DATE = enum.auto()
    CREATED = enum.auto()
    UPGRADED = enum.auto()


def get_by_pk(pk, *, session, model):
    return session.get(model, pk)


def get_one(session, model, **attrs):
    return session.scalars(select(model).filter_by(**attrs)).one()


def _add(session, made):
    session.add(made)
    session.flush()
    return made, True


def get_or_create(session, model, **attrs):
    try:
        return get_one(session, model, **attrs), False
    except NoResultFound:
        return _add(session, model(**attrs))


def update_or_create(session, model, defaults=None, create_defaults=None, **filter_attrs):
    defaults = defaults or {}
    try:
        found = get_one(session, model, **filter_attrs)
    except NoResultFound:
        return _add(session, model(**{**filter_attrs, **(create_defaults or defaults)}))
    for name, value in defaults.items():
        setattr(found, name, value)
    return found, False


class _OfModel:
    """A function that a model's class calls with a session and itself."""

    def __init__(self, sessions, function):
        self.sessions = sessions
        self.function = function

    def __get__(self, instance, owner=None):
        return functools.partial(self.function, session=self.sessions(), model=owner)


class DatabaseManager:
    def __init__(self, uri, alembic_location, *, engine_args=None, base_model=None):
        self.engine = create_engine(uri, **(engine_args or {}))
        self.Session = scoped_session(sessionmaker(bind=self.engine))
        model = base_model or Base
        for function in (get_by_pk, get_one, get_or_create, update_or_create):
            setattr(model, function.__name__, _OfModel(self.Session, function))


def is_sqlite(bind):
    return bind.dialect.name == "sqlite"


def exists_in_db(bind, tablename, columnname=None):
    inspector = inspect(bind)
    if not inspector.has_table(tablename):
        return False
    return columnname is None or columnname in [column["name"] for column in inspector.get_columns(tablename)]
