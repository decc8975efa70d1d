"""Engines and sessions by configuration: `connection` as it was given to configure(), else CONF.database.connection."""

import contextlib
import functools

from oslo_config import cfg
from oslo_db import exception, options
from oslo_db.sqlalchemy import engines, orm

_MISSING = "No sql_connection parameter is established"


class AlreadyStartedError(TypeError):
    pass


class _Factory:
    """What is shared by a manager and those that are made of it."""

    def __init__(self, settings=()):
        self.settings = dict(settings)
        self.engines = {}

    def configure(self, settings):
        if self.engines:
            raise AlreadyStartedError("this TransactionFactory is already started")
        self.settings.update(settings)

    def engine(self, is_reader):
        name = "slave_connection" if is_reader and self._url("slave_connection") else "connection"
        if name not in self.engines:
            url = self._url(name)
            if url is None:
                raise exception.CantStartEngineError(_MISSING)
            self.engines[name] = engines.create_engine(url)
        return self.engines[name]

    def _url(self, name):
        if self.settings.get(name) is not None:
            return self.settings[name]
        cfg.CONF.register_opts(options.database_opts, "database")
        return cfg.CONF.database[name]

    def maker(self, is_reader):
        return orm.get_maker(self.engine(is_reader), self.settings.get("expire_on_commit", False))


class _Manager:
    """`writer`, `reader` and what they lead to: decorators, and blocks by using()."""

    def __init__(self, factory, is_reader=False, is_connection=False):
        self._factory = factory
        self._is_reader = is_reader
        self._is_connection = is_connection

    def _with(self, **changes):
        now = {"is_reader": self._is_reader, "is_connection": self._is_connection}
        return _Manager(self._factory, **{**now, **changes})

    @property
    def writer(self):
        return self._with(is_reader=False)

    @property
    def reader(self):
        return self._with(is_reader=True)

    @property
    def connection(self):
        return self._with(is_connection=True)

    @property
    def independent(self):
        return self

    allow_async = savepoint = async_ = replace = independent

    @property
    def is_started(self):
        return bool(self._factory.engines)

    def configure(self, **settings):
        self._factory.configure(settings)

    def append_on_engine_create(self, function):
        """Engines of a run tell nobody that they are made."""

    def make_new_manager(self):
        return _Manager(_Factory(self._factory.settings), self._is_reader, self._is_connection)

    def dispose_pool(self):
        pass

    def get_engine(self):
        return self._factory.engine(self._is_reader)

    def get_sessionmaker(self):
        return self._factory.maker(self._is_reader)

    @contextlib.contextmanager
    def using(self, context):
        """The session of a context, or its connection; a block inside of one takes part in that."""
        name = "connection" if self._is_connection else "session"
        outer = context.__dict__.get(name)
        if outer is not None:
            yield outer
            return
        with self._block() as made:
            context.__dict__[name] = made
            try:
                yield made
            finally:
                del context.__dict__[name]

    @contextlib.contextmanager
    def _block(self):
        if self._is_connection:
            with self.get_engine().begin() as connection:
                yield connection
            return
        with self.get_sessionmaker()() as session:
            yield session
            if not self._is_reader:
                session.commit()

    def __call__(self, function):
        @functools.wraps(function)
        def wrapped(*args, **keywords):
            context = next((one for one in args if hasattr(one, "__dict__")), keywords.get("context"))
            with self.using(context):
                return function(*args, **keywords)

        return wrapped


def transaction_context():
    """A manager of its own, for a second database."""
    return _Manager(_Factory())


def transaction_context_provider(klass):
    return klass


def configure(**settings):
    _context_manager.configure(**settings)


_context_manager = _Manager(_Factory())
writer = _context_manager.writer
reader = _context_manager.reader
