"""Flask-SQLAlchemy's extension object: models by `db.Model`, all names of SQLAlchemy, a MetaData for each bind."""

import re

import sqlalchemy as sa
import sqlalchemy.event as sa_event
import sqlalchemy.exc as sa_exc
import sqlalchemy.orm as sa_orm
from sqlalchemy.orm._registry import DeclarativeMeta

_WORDS = re.compile(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))")


def camel_to_snake_case(name):
    return _WORDS.sub(r"_\1", name).lower().lstrip("_")


def _is_declarative(cls):
    return isinstance(cls, DeclarativeMeta) or issubclass(cls, (sa_orm.DeclarativeBase, sa_orm.DeclarativeBaseNoMeta))


def should_set_tablename(cls):
    """Whether a model's table is to be named after it: not where it, a mixin or an abstract base names it."""
    if cls.__dict__.get("__abstract__") or not any(_is_declarative(base) for base in cls.__mro__[1:]):
        return False
    if any(base in (sa_orm.DeclarativeBase, sa_orm.DeclarativeBaseNoMeta) for base in cls.__bases__):
        return False
    for base in cls.__mro__:
        if "__tablename__" not in base.__dict__:
            continue
        if isinstance(base.__dict__["__tablename__"], sa_orm.declared_attr):
            return False
        return not (base is cls or base.__dict__.get("__abstract__") or not _is_declarative(base))
    return True


def _prepare(cls):
    """The metadata of the class's bind, and its table's name."""
    own = cls.__dict__
    key = getattr(cls, "__bind_key__", None)
    if key is not None and "metadata" not in own and "__table__" not in own and hasattr(cls, "__fsa__"):
        type.__setattr__(cls, "metadata", cls.__fsa__._make_metadata(key))
    if not getattr(cls, "__fsa_no_names__", False) and should_set_tablename(cls):
        type.__setattr__(cls, "__tablename__", camel_to_snake_case(cls.__name__))


class DefaultMeta(DeclarativeMeta):
    def __init__(cls, name, bases, names, **keywords):
        _prepare(cls)
        DeclarativeMeta.__init__(cls, name, bases, names, **keywords)


class _QueryProperty:
    def __get__(self, instance, owner):
        return owner.__fsa__.session.query(owner)


class Model:
    """What all models have beside their columns."""

    query = _QueryProperty()

    @classmethod
    def __table_cls__(cls, *args, **keywords):
        """A table; None for a class without a key of its own below another table's, which shares that."""
        name = args[0] if keywords.get("schema") is None else "%s.%s" % (keywords["schema"], args[0])
        if name in cls.metadata.tables:
            return sa.Table(*args, **keywords)
        for item in args:
            if isinstance(item, sa.PrimaryKeyConstraint) or isinstance(item, sa.Column) and item.primary_key:
                return sa.Table(*args, **keywords)
        if not any("__table__" in base.__dict__ for base in cls.__mro__[1:-1]):
            return sa.Table(*args, **keywords)
        if "__tablename__" in cls.__dict__:
            type.__delattr__(cls, "__tablename__")
        return None

    def __repr__(self):
        table = getattr(type(self), "__table__", None)
        keys = [] if table is None else [str(getattr(self, c.key, None)) for c in table.c if c.primary_key]
        return "<%s %s>" % (type(self).__name__, ", ".join(keys))


class SQLAlchemy:
    def __init__(self, app=None, *, metadata=None, session_options=None, query_class=None, model_class=Model,
                 engine_options=None, add_models_to_shell=True, disable_autonaming=False, use_native_unicode=None):
        self._session_options = session_options or {}
        self._engine_options = engine_options or {}
        self._names = not disable_autonaming
        self._engines = {}
        self.metadatas = {None: metadata if metadata is not None else sa.MetaData()}
        self.Table = self._make_table_class()
        self.Model = self._make_base(model_class, metadata)
        self._session = None
        self.app = app
        if app is not None:
            self.init_app(app)

    def _make_base(self, model_class, metadata):
        is_new = isinstance(model_class, type) and issubclass(
            model_class, (sa_orm.DeclarativeBase, sa_orm.DeclarativeBaseNoMeta))
        if is_new:
            base = self._extend_base(model_class)
            self.metadatas[None] = base.metadata
        elif isinstance(model_class, DeclarativeMeta):
            base = model_class
            self.metadatas[None] = base.metadata
        else:
            base = sa_orm.declarative_base(metadata=self.metadatas[None], cls=model_class, name="Model",
                                           metaclass=DefaultMeta)
        type.__setattr__(base, "__fsa__", self)
        type.__setattr__(base, "__fsa_no_names__", not self._names)
        return base

    def _extend_base(self, model_class):
        """The project's own DeclarativeBase as a model class: names come before the mapping."""
        bases = tuple(base for base in model_class.__bases__ if base.__name__ not in ("DeclarativeBase",
                                                                                     "DeclarativeBaseNoMeta"))
        extended = type(model_class)
        body = {name: value for name, value in model_class.__dict__.items()
                if not name.startswith(("__dict__", "__weakref__", "_sa_")) and name not in ("metadata", "registry")}

        def init_subclass(cls, **keywords):
            _prepare(cls)
            super(made, cls).__init_subclass__(**keywords)

        parent = next(base for base in model_class.__mro__
                      if base in (sa_orm.DeclarativeBase, sa_orm.DeclarativeBaseNoMeta))
        body["metadata"] = model_class.metadata
        body["registry"] = model_class.registry
        made = extended("Model", bases + (Model, parent), body)
        type.__setattr__(made, "__init_subclass__", classmethod(init_subclass))
        return made

    def _make_metadata(self, bind_key):
        if bind_key not in self.metadatas:
            main = self.metadatas[None]
            convention = main.naming_convention
            made = sa.MetaData(naming_convention=convention) if convention else sa.MetaData()
            made.info["bind_key"] = bind_key
            self.metadatas[bind_key] = made
        return self.metadatas[bind_key]

    def _make_table_class(self):
        def table(name, *args, bind_key=None, **keywords):
            if args and isinstance(args[0], sa.MetaData):
                return sa.Table(name, *args, **keywords)
            return sa.Table(name, self._make_metadata(bind_key), *args, **keywords)

        return table

    @property
    def metadata(self):
        return self.metadatas[None]

    @property
    def session(self):
        if self._session is None:
            self._session = self._make_scoped_session(self._session_options)
        return self._session

    def _make_scoped_session(self, options):
        options = dict(options)
        scope = options.pop("scopefunc", None)
        bind_key = options.pop("bind_key", None)
        bind = self.engine if bind_key is None else self.get_engine(bind_key)
        return sa_orm.scoped_session(sa_orm.sessionmaker(bind=bind, **options), scope)

    def init_app(self, app):
        self.app = app
        app.extensions["sqlalchemy"] = self

    def get_app(self, reference_app=None):
        return self.app

    def _url(self, bind_key):
        import flask

        config = self.app.config if self.app is not None else {}
        return flask._database_url(config, bind_key)

    def get_engine(self, bind_key=None, **keywords):
        if bind_key not in self._engines:
            self._engines[bind_key] = sa.create_engine(self._url(bind_key))
        return self._engines[bind_key]

    @property
    def engine(self):
        return self.get_engine()

    @property
    def engines(self):
        keys = [None] + list((self.app.config if self.app is not None else {}).get("SQLALCHEMY_BINDS") or {})
        return {key: self.get_engine(key) for key in keys}

    def _each(self, bind_key):
        if bind_key == "__all__":
            return list(self.metadatas)
        return bind_key if isinstance(bind_key, (list, tuple)) else [bind_key]

    def create_all(self, bind_key="__all__"):
        for key in self._each(bind_key):
            self.metadatas[key].create_all(self.get_engine(key))

    def drop_all(self, bind_key="__all__"):
        for key in self._each(bind_key):
            self.metadatas[key].drop_all(self.get_engine(key))

    def reflect(self, bind_key="__all__"):
        for key in self._each(bind_key):
            self.metadatas[key].reflect(self.get_engine(key))

    def relationship(self, *args, **keywords):
        return sa_orm.relationship(*args, **keywords)

    def dynamic_loader(self, argument, **keywords):
        keywords["lazy"] = "dynamic"
        return sa_orm.relationship(argument, **keywords)

    @property
    def event(self):
        return sa_event

    @property
    def Query(self):
        return sa_orm.Query

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        for module in (sa, sa_orm):
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError("'SQLAlchemy' object has no attribute %r" % name)


class BaseQuery:
    """The name that versions before 3.0 had for db.Query."""
