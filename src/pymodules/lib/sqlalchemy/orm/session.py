"""Session: the objects of a transaction, and what is to be written of them.

Objects are known by their keys (identity_map). A flush writes what was added, changed and deleted, tables in the order
of their foreign keys. With yield_per() objects are let go of: those of a batch that nobody changed at its end, others
when they are written, so that a run over many rows needs no more memory than its batch; whoever changes one of them
afterwards brings it back (InstanceState.touch).
"""

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.orm import _relationships, _unit_of_work
from sqlalchemy.orm import exc as orm_exc
from sqlalchemy.orm._properties import Relationship
from sqlalchemy.orm._state import InstanceState, state_of
from sqlalchemy.orm.query import Entity, Query, ResultRow, is_entity

_sessions = []


class Session:
    def __init__(self, bind=None, *, autoflush=True, future=True, expire_on_commit=True, autobegin=True, twophase=False,
                 binds=None, enable_baked_queries=True, info=None, query_cls=None, autocommit=False,
                 join_transaction_mode="conditional_savepoint", close_resets_only=None, class_=None):
        self.bind = bind
        self.binds = binds or {}
        self.autoflush = autoflush
        self.expire_on_commit = expire_on_commit
        self.info = info or {}
        self.query_class = query_cls or Query
        self.identity_map = {}
        self._new = {}
        self._deleted = {}
        self._connection = None
        self._owns_connection = False
        self._owns_transaction = False
        self._flushing = False
        self.maker = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __contains__(self, instance):
        state = state_of(instance, False)
        return state is not None and state.session is self

    def __iter__(self):
        return iter(list(self._new.values()) + list(self.identity_map.values()))

    # ---------------------------------------------------------------- transactions

    def connection(self, bind_arguments=None, execution_options=None):
        if self._connection is None:
            bind = self.bind
            if bind is None:
                raise exc.UnboundExecutionError("This session is not bound to a single Engine or Connection, and no "
                                                "context was provided to locate a binding.")
            if hasattr(bind, "execute"):
                self._connection, self._owns_connection = bind, False
            else:
                self._connection, self._owns_connection = bind.connect(), True
            self._owns_transaction = self._owns_connection or not self._connection.in_transaction()
        return self._connection

    def _connection_for(self, query):
        return self.connection()

    def get_bind(self, mapper=None, **options):
        return self.bind

    def in_transaction(self):
        return self._connection is not None

    @property
    def is_active(self):
        return True

    def begin(self, nested=False):
        if nested:
            return self.begin_nested()
        self.connection()
        return SessionTransaction(self, None)

    def begin_nested(self):
        self.flush()
        return SessionTransaction(self, self.connection().begin_nested())

    def commit(self):
        event.tell_session(self, "before_commit")
        self.flush()
        if self._connection is not None and self._owns_transaction:
            self._connection.commit()
        event.tell_session(self, "after_commit")
        self._end(expire=self.expire_on_commit)

    def rollback(self):
        if self._connection is not None:
            self._connection.rollback()
        for obj in list(self._new.values()):
            self.expunge(obj)
        self._deleted.clear()
        self._end(expire=True)

    def _end(self, expire):
        if expire:
            self.expire_all()
        if self._owns_connection and self._connection is not None:
            self._connection.close()
        self._connection = None
        self._owns_connection = False

    def close(self):
        if self._owns_connection and self._connection is not None:
            self._connection.rollback()
            self._connection.close()
        self._connection = None
        self._owns_connection = False
        self.expunge_all()

    reset = invalidate = close

    # ---------------------------------------------------------------- objects

    @property
    def new(self):
        return list(self._new.values())

    @property
    def dirty(self):
        return [obj for obj in self.identity_map.values() if state_of(obj).changes(obj)]

    @property
    def deleted(self):
        return list(self._deleted.values())

    @property
    def no_autoflush(self):
        return _NoAutoflush(self)

    def _autoflush(self):
        if self.autoflush and not self._flushing and (self._new or self._deleted or self.identity_map):
            self.flush()

    def add(self, instance, _warn=True):
        self._add(instance, set())

    def add_all(self, instances):
        for instance in instances:
            self.add(instance)

    def _add(self, instance, seen):
        if id(instance) in seen:
            return
        seen.add(id(instance))
        state = state_of(instance)
        if state.session is not self:
            state.session = self
            if state.key is None:
                self._new[id(instance)] = instance
            else:
                self.identity_map[state.key] = instance
        for name, prop in state.mapper.properties.items():
            if not isinstance(prop, Relationship) or name not in instance.__dict__:
                continue
            related = instance.__dict__[name]
            if related is None:
                continue
            if hasattr(type(related), "__mapper__"):
                self._add(related, seen)
            else:
                for item in _relationships.members(related):
                    self._add(item, seen)

    def delete(self, instance):
        state = state_of(instance)
        if state.key is None:
            raise exc.InvalidRequestError("Instance '%r' is not persisted" % instance)
        state.session = self
        self.identity_map[state.key] = instance
        self._deleted[id(instance)] = instance

    def expunge(self, instance):
        state = state_of(instance)
        self._new.pop(id(instance), None)
        self._deleted.pop(id(instance), None)
        if state.key is not None:
            self.identity_map.pop(state.key, None)
        state.session = None

    def expunge_all(self):
        for instance in list(self._new.values()) + list(self.identity_map.values()):
            state_of(instance).session = None
        self._new.clear()
        self._deleted.clear()
        self.identity_map.clear()

    def expire(self, instance, attribute_names=None):
        state_of(instance).expire(instance, attribute_names)

    def expire_all(self):
        for instance in list(self.identity_map.values()):
            state_of(instance).expire(instance)

    def refresh(self, instance, attribute_names=None, with_for_update=None):
        self._autoflush()
        state = state_of(instance)
        state.expire(instance, attribute_names)
        self._load_state(instance, state)

    def merge(self, instance, *, load=True, options=None):
        mapper = state_of(instance).mapper
        key = [getattr(instance, mapper.key_of(column)) for column in mapper.primary_key]
        found = None if any(part is None for part in key) else self.get(type(instance), tuple(key))
        if found is None:
            found = type(instance).__new__(type(instance))
            self.add(found)
        for name in mapper.columns_by_key:
            if name in instance.__dict__:
                setattr(found, name, instance.__dict__[name])
        return found

    def is_modified(self, instance, include_collections=True):
        return bool(state_of(instance).changes(instance))

    # ---------------------------------------------------------------- reading

    def _identity_of(self, mapper, key):
        return (mapper.base.class_, key)

    def _key_condition(self, mapper, key):
        return sa.and_(*[column == value for column, value in zip(mapper.primary_key, key)])

    def get(self, entity, ident, *, options=None, populate_existing=False, with_for_update=None, **others):
        mapper = entity.__mapper__
        if isinstance(ident, dict):
            key = tuple(ident[mapper.key_of(column)] for column in mapper.primary_key)
        else:
            key = tuple(ident) if isinstance(ident, (tuple, list)) else (ident,)
        found = self.identity_map.get(self._identity_of(mapper, key))
        if found is not None and isinstance(found, entity):
            return found
        return self.query(entity).filter(self._key_condition(mapper, key)).first()

    def get_one(self, entity, ident, **options):
        found = self.get(entity, ident, **options)
        if found is None:
            raise exc.NoResultFound("No row was found when one was required")
        return found

    def _object(self, entity, row, place):
        """The object of a row: the one that is there already, or a new one. None where an outer join found nothing."""
        values = {key: row[place + i] for i, key in enumerate(entity.keys)}
        mapper = entity.mapper
        key = tuple(values[mapper.base.key_of(column)] for column in mapper.primary_key)
        if all(part is None for part in key):
            return None
        identity = self._identity_of(mapper, key)
        found = self.identity_map.get(identity)
        if found is not None:
            state = state_of(found)
            if state.unloaded:
                state.accept(found, {name: value for name, value in values.items() if name in state.unloaded})
            return found
        cls = self._class_of(mapper, values)
        made = cls.__new__(cls)
        state = InstanceState(cls.__mapper__)
        state.session = self
        state.key = identity
        made.__dict__["_sa_instance_state"] = state
        state.accept(made, values)
        state.unloaded.update(name for name in cls.__mapper__.columns_by_key if name not in values)
        self.identity_map[identity] = made
        return made

    def _passing(self, items, size):
        """Objects or rows with objects, one by one; the session forgets those of each `size` that nobody changed, and
        the others when they are written."""
        batch = []
        for item in items:
            yield item
            batch += _objects_in(item)
            if len(batch) >= size:
                for obj in batch:
                    state_of(obj).passing = True
                self._let_go(batch)
                batch = []

    def _let_go(self, objects):
        for obj in objects:
            state = state_of(obj)
            if state.passing and id(obj) not in self._deleted and not state.changes(obj):
                self.identity_map.pop(state.key, None)

    @staticmethod
    def _class_of(mapper, values):
        discriminator = mapper.polymorphic_on
        if discriminator is None:
            return mapper.class_
        name = values.get(mapper.key_of(discriminator))
        for candidate in mapper.self_and_descendants():
            if candidate.polymorphic_identity is not None and candidate.polymorphic_identity == name:
                return candidate.class_
        return mapper.class_

    def _load_state(self, obj, state):
        entity = Entity(state.mapper.class_)
        statement = sa.select(*entity.columns).select_from(entity.source)
        statement = statement.where(self._key_condition(state.mapper, state.key[1]))
        row = self.connection().execute(statement).first()
        if row is None:
            raise orm_exc.ObjectDeletedError("Instance '<%s>' has been deleted, or its row is otherwise not present."
                                             % type(obj).__name__)
        state.accept(obj, {key: row[i] for i, key in enumerate(entity.keys) if key in state.unloaded})

    def query(self, *entities, **options):
        return self.query_class(list(entities), self)

    # ---------------------------------------------------------------- statements

    def execute(self, statement, params=None, *, execution_options=None, bind_arguments=None, **options):
        self._autoflush()
        if isinstance(statement, Query):
            statement = statement.statement
        if isinstance(statement, str):  # what SQLAlchemy before 2.0 took
            statement = sa.text(statement)
        entities = getattr(statement, "_entities", None)
        arguments = () if params is None else (params,)
        given = {} if execution_options is None else {"execution_options": execution_options}
        result = self.connection().execute(statement, *arguments, **given)
        if entities and any(is_entity(entity) for entity in entities):
            asked = dict(statement.get_execution_options(), **(execution_options or {}))
            return _OrmResult(self, [Query._read(entity) for entity in entities], result, asked.get("yield_per"))
        return result

    def scalar(self, statement, params=None, **options):
        return self.execute(statement, params, **options).scalar()

    def scalars(self, statement, params=None, **options):
        return self.execute(statement, params, **options).scalars()

    # ---------------------------------------------------------------- writing

    def flush(self, objects=None):
        if self._flushing:
            return
        self._flushing = True
        try:
            _unit_of_work.flush(self)
        finally:
            self._flushing = False

    def bulk_save_objects(self, objects, return_defaults=False, update_changed_only=True, preserve_order=True):
        objects = list(objects)
        new = [obj for obj in objects if state_of(obj).key is None]
        _unit_of_work.bulk_insert_objects(self, new)
        for obj in objects:
            state = state_of(obj)
            if state.key is not None:
                _unit_of_work.update_object(self, obj)

    def bulk_insert_mappings(self, mapper, mappings, return_defaults=False, render_nulls=False):
        _unit_of_work.bulk_insert(self, getattr(mapper, "__mapper__", mapper), list(mappings), render_nulls)

    def bulk_update_mappings(self, mapper, mappings):
        _unit_of_work.bulk_update(self, getattr(mapper, "__mapper__", mapper), list(mappings))


def _objects_in(item):
    parts = item if isinstance(item, ResultRow) else (item,)
    return [part for part in parts if hasattr(type(part), "__mapper__")]


class _NoAutoflush:
    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.before = self.session.autoflush
        self.session.autoflush = False
        return self.session

    def __exit__(self, *error):
        self.session.autoflush = self.before


class SessionTransaction:
    def __init__(self, session, savepoint):
        self.session = session
        self.savepoint = savepoint
        self.is_active = True

    def commit(self):
        if not self.is_active:
            return
        self.is_active = False
        if self.savepoint is None:
            self.session.commit()
        else:
            self.session.flush()
            self.savepoint.commit()

    def rollback(self):
        if not self.is_active:
            return
        self.is_active = False
        if self.savepoint is None:
            self.session.rollback()
        else:
            self.savepoint.rollback()
            for obj in list(self.session._new.values()):
                self.session.expunge(obj)
            self.session.expire_all()

    close = rollback

    def __enter__(self):
        return self.session if self.savepoint is None else self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.commit()
        else:
            self.rollback()


class _OrmResult:
    """What session.execute(select(User)) gives: rows with objects in them."""

    def __init__(self, session, entities, result, yield_per=None):
        self._session = session
        self._yield_per = yield_per
        self._entities = entities
        self._rows = self._read(result)
        self._single = False
        self._seen = None

    def _read(self, result):
        for row in result:
            values, place = [], 0
            for entity in self._entities:
                if isinstance(entity, Entity):
                    values.append(self._session._object(entity, row, place))
                    place += len(entity.columns)
                else:
                    values.append(row[place])
                    place += 1
            yield ResultRow(values, [Query._name_of(entity) for entity in self._entities])

    def __iter__(self):
        rows = self._rows if self._yield_per is None else self._session._passing(self._rows, self._yield_per)
        for row in rows:
            item = row[0] if self._single else row
            if self._seen is not None:
                key = id(item) if self._single else tuple(id(part) for part in item)
                if key in self._seen:
                    continue
                self._seen.add(key)
            yield item

    def unique(self, strategy=None):
        self._seen = set()
        return self

    def scalars(self, index=0):
        self._single = True
        return self

    def yield_per(self, count):
        self._yield_per = count
        return self

    def all(self):
        return list(self)

    fetchall = all

    def first(self):
        for item in self:
            return item
        return None

    fetchone = first

    def one_or_none(self):
        found = self.all()
        if len(found) > 1:
            raise exc.MultipleResultsFound("Multiple rows were found when one or none was required")
        return found[0] if found else None

    def one(self):
        found = self.one_or_none()
        if found is None:
            raise exc.NoResultFound("No row was found when one was required")
        return found

    def scalar(self):
        found = self.first()
        return found if found is None or self._single else found[0]

    def scalar_one(self):
        found = self.one()
        return found if self._single else found[0]

    def scalar_one_or_none(self):
        found = self.one_or_none()
        return found if found is None or self._single else found[0]

    def partitions(self, size=None):
        size = size or self._yield_per
        batch = []
        for item in self:
            batch.append(item)
            if len(batch) == size:
                yield batch
                batch = []
        if batch:
            yield batch

    def close(self):
        pass


class sessionmaker:
    def __init__(self, bind=None, *, class_=Session, autoflush=True, expire_on_commit=True, info=None, **options):
        self.class_ = class_
        self.kw = dict(options, bind=bind, autoflush=autoflush, expire_on_commit=expire_on_commit)
        if info is not None:
            self.kw["info"] = info

    def __call__(self, **options):
        made = self.class_(**{**self.kw, **options})
        made.maker = self
        return made

    def __class_getitem__(cls, parameters):
        return cls

    def configure(self, **options):
        self.kw.update(options)

    def begin(self):
        return _Begun(self())


class _Begun:
    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.session.connection()
        return self.session

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.session.commit()
        else:
            self.session.rollback()
        self.session.close()


class scoped_session:
    """One session for the whole run: there are no threads."""

    def __init__(self, session_factory, scopefunc=None):
        self.session_factory = session_factory
        self._session = None

    def __call__(self, **options):
        if self._session is None:
            self._session = self.session_factory(**options)
        return self._session

    def configure(self, **options):
        self.session_factory.configure(**options)

    def remove(self):
        if self._session is not None:
            self._session.close()
        self._session = None

    def query_property(self, query_cls=None):
        scope = self

        class QueryProperty:
            def __get__(self, instance, owner):
                return scope().query(owner)

        return QueryProperty()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self(), name)


def object_session(instance):
    state = state_of(instance, False)
    return None if state is None else state.session


def close_all_sessions():
    pass


def make_transient(instance):
    state = state_of(instance)
    if state.session is not None:
        state.session.expunge(instance)
    state.key = None
    state.committed.clear()


def make_transient_to_detached(instance):
    state = state_of(instance)
    mapper = state.mapper
    key = tuple(getattr(instance, mapper.key_of(column)) for column in mapper.primary_key)
    state.key = (mapper.base.class_, key)
