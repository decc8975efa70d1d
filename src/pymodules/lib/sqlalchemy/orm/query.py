"""Query: a select about mapped classes, whose rows become objects."""

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.orm import _relationships
from sqlalchemy.orm._mapper import PropertyAttribute


def is_entity(value):
    return isinstance(value, (AliasedClass, type)) and getattr(value, "__mapper__", None) is not None


class AliasedClass:
    """aliased(User): the class again, under another name in the same statement."""

    def __init__(self, cls, alias=None, name=None):
        self._cls = cls
        self._alias = alias if alias is not None else cls.__table__.alias(name)
        self.__mapper__ = cls.__mapper__

    def __clause_element__(self):
        return self._alias

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        column = self._cls.__mapper__.columns_by_key.get(name)
        return getattr(self._cls, name) if column is None else self._alias.c[column.key]


def aliased(element, alias=None, name=None, flat=False, adapt_on_names=False):
    if not is_entity(element):
        return element.alias(name)
    return AliasedClass(element, alias, name)


class Bundle:
    def __init__(self, name, *exprs, **options):
        self.name = name
        self.exprs = exprs


class Entity:
    """A mapped class (or an alias) in a statement: its columns there, and which attributes they fill."""

    def __init__(self, given):
        self.given = given
        self.mapper = given.__mapper__
        self.mapper.registry.ensure_configured()
        if isinstance(given, AliasedClass):
            self.source = given._alias
            self.keys = list(self.mapper.columns_by_key)
            self.columns = [given._alias.c[self.mapper.columns_by_key[key].key] for key in self.keys]
            return
        tables = self.mapper.tables
        self.source = tables[0]
        for table in tables[1:]:
            self.source = self.source.join(table, self._inheritance_condition(table, tables))
        self.keys = list(self.mapper.columns_by_key)
        self.columns = [self.mapper.columns_by_key[key] for key in self.keys]

    @staticmethod
    def _inheritance_condition(table, tables):
        for parent in tables:
            pairs = [] if parent is table else _relationships._pairs(table, parent)
            pairs = [pair for pair in pairs if pair[0].primary_key]
            if pairs:
                return sa.and_(*[other == own for own, other in pairs])
        raise exc.InvalidRequestError("no foreign key leads from %s to its parent" % table.fullname)

    def criteria(self):
        """For a class of single-table inheritance: only its rows."""
        mapper = self.mapper
        discriminator = mapper.polymorphic_on
        if discriminator is None or mapper.inherits is None or mapper.own_table is not None:
            return []
        names = [m.polymorphic_identity for m in mapper.self_and_descendants() if m.polymorphic_identity is not None]
        return [discriminator.in_(names)]


class Query:
    def __init__(self, entities, session=None):
        self.session = session
        entities = entities if isinstance(entities, (list, tuple)) else [entities]
        self._entities = [self._read(entity) for entity in entities]
        self._where = []
        self._joins = []
        self._from = None
        self._order = []
        self._group = []
        self._having = []
        self._limit = self._offset = None
        self._distinct = None
        self._for_update = None
        self._yield_per = None
        self._last = None

    @staticmethod
    def _read(given):
        if isinstance(given, PropertyAttribute):
            raise exc.InvalidRequestError("a relationship is no column: join to %s" % given.key)
        return Entity(given) if is_entity(given) else given

    def _with(self, **changes):
        made = Query.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.__dict__.update(changes)
        return made

    # ---------------------------------------------------------------- building

    def filter(self, *criteria):
        return self._with(_where=self._where + [self._condition(item) for item in criteria])

    where = filter

    @staticmethod
    def _condition(item):
        return sa.true() if item is True else sa.false() if item is False else item

    def filter_by(self, **values):
        target = self._last if self._last is not None else self._first_class()
        return self.filter(*[getattr(target, name) == value for name, value in values.items()])

    def _first_class(self):
        for entity in self._entities:
            if isinstance(entity, Entity):
                return entity.given
        for column in self._entities:
            table = getattr(column, "table", None)
            for cls in self._classes():
                if table is not None and cls.__table__ is table:
                    return cls
            if table is not None:
                return table.c
        raise exc.InvalidRequestError("Can't determine which entity filter_by() is about")

    def _classes(self):
        return []

    def order_by(self, *clauses):
        if clauses and (clauses[0] is None or clauses[0] is False):
            return self._with(_order=[])
        return self._with(_order=self._order + list(clauses))

    def group_by(self, *clauses):
        return self._with(_group=self._group + list(clauses))

    def having(self, *criteria):
        return self._with(_having=self._having + list(criteria))

    def limit(self, limit):
        return self._with(_limit=limit)

    def offset(self, offset):
        return self._with(_offset=offset)

    def slice(self, start, stop):
        return self._with(_offset=start or None, _limit=None if stop is None else stop - (start or 0))

    def distinct(self, *columns):
        return self._with(_distinct=columns)

    def with_for_update(self, **options):
        return self._with(_for_update=options)

    def yield_per(self, count):
        return self._with(_yield_per=count)

    def options(self, *options):
        return self

    def execution_options(self, **options):
        return self._with(_yield_per=options["yield_per"]) if "yield_per" in options else self

    def enable_eagerloads(self, value):
        return self

    def populate_existing(self):
        return self

    def autoflush(self, setting):
        return self

    def enable_assertions(self, value):
        return self

    def params(self, *args, **values):
        return self._with(_where=[condition.params(*args, **values) for condition in self._where])

    def with_entities(self, *entities):
        return self._with(_entities=[self._read(entity) for entity in entities],
                          _from=self._from or self._default_from())

    def add_columns(self, *columns):
        return self._with(_entities=self._entities + list(columns))

    def add_entity(self, entity, alias=None):
        return self._with(_entities=self._entities + [self._read(entity)])

    def select_from(self, *sources):
        return self._with(_from=[self._source(source) for source in sources])

    @staticmethod
    def _source(source):
        if is_entity(source):
            return Entity(source).source
        return source

    def join(self, target, *props, isouter=False, full=False):
        return self._join(target, props[0] if props else None, isouter, full)

    def outerjoin(self, target, *props, full=False):
        return self._join(target, props[0] if props else None, True, full)

    def _join(self, target, condition, isouter, full):
        if isinstance(condition, PropertyAttribute):
            target, condition = condition, None
        if isinstance(target, PropertyAttribute):
            between, near, condition = _relationships.join_condition(target.prop)
            goal = _relationships.target_of(target.prop)
            steps = [] if between is None else [(between, near, isouter, full)]
            return self._with(_joins=self._joins + steps + [(self._source(goal), condition, isouter, full)], _last=goal)
        if is_entity(target) and condition is None:
            condition = self._condition_to(target)
        last = target if is_entity(target) else None
        return self._with(_joins=self._joins + [(self._source(target), condition, isouter, full)], _last=last)

    def _condition_to(self, target):
        """By the foreign keys between the target and what is there already."""
        there = [entity.mapper.tables[-1] for entity in self._entities if isinstance(entity, Entity)]
        there += [source for source, _, _, _ in self._joins if isinstance(source, sa.Table)]
        for source in reversed(there):
            for pairs in (_relationships._pairs(source, target.__mapper__.local_table),
                          [(b, a) for a, b in _relationships._pairs(target.__mapper__.local_table, source)]):
                if pairs and not isinstance(target, AliasedClass):
                    return sa.and_(*[own == other for own, other in pairs])
        return None

    # ---------------------------------------------------------------- the statement

    def _default_from(self):
        found = []
        for entity in self._entities:
            source = entity.source if isinstance(entity, Entity) else getattr(entity, "table", None)
            if source is not None and not any(source is other for other in found):
                found.append(source)
        return found

    def _columns(self):
        columns = []
        for entity in self._entities:
            columns.extend(entity.columns if isinstance(entity, Entity) else [entity])
        return columns

    def _criteria(self):
        found = list(self._where)
        for entity in self._entities:
            if isinstance(entity, Entity):
                found.extend(entity.criteria())
        return found

    def statement_of(self, columns):
        query = sa.select(*columns)
        sources = list(self._from or self._default_from())
        if self._joins:
            joined = sources[0]
            for target, condition, isouter, full in self._joins:
                joined = joined.join(target, condition, isouter=isouter, full=full)
            sources[0] = joined
        if sources:
            query = query.select_from(*sources)
        criteria = self._criteria()
        if criteria:
            query = query.where(*criteria)
        for name, values in (("group_by", self._group), ("having", self._having), ("order_by", self._order)):
            if values:
                query = getattr(query, name)(*values)
        if self._distinct is not None:
            query = query.distinct(*self._distinct)
        if self._limit is not None:
            query = query.limit(self._limit)
        if self._offset is not None:
            query = query.offset(self._offset)
        if self._for_update is not None:
            query = query.with_for_update(**self._for_update)
        return query

    @property
    def statement(self):
        return self.statement_of(self._columns())

    @property
    def selectable(self):
        return self.statement

    def __clause_element__(self):
        return self.statement

    def __str__(self):
        return str(self.statement)

    def subquery(self, name=None, with_labels=False, reduce_columns=False):
        return self.statement.subquery(name)

    def cte(self, name=None, recursive=False):
        return self.statement.cte(name, recursive=recursive)

    def scalar_subquery(self):
        return self.statement.scalar_subquery()

    as_scalar = scalar_subquery

    def label(self, name):
        return self.scalar_subquery().label(name)

    def exists(self):
        return sa.exists(self.statement_of([sa.literal_column("1")]))

    def _set_operation(self, operation, others):
        return operation(self.statement, *[getattr(other, "statement", other) for other in others])

    def union(self, *others):
        return self._from_statement(self._set_operation(sa.union, others))

    def union_all(self, *others):
        return self._from_statement(self._set_operation(sa.union_all, others))

    def _from_statement(self, statement):
        return self._with(statement_of=lambda columns: statement)

    def from_statement(self, statement):
        return self._from_statement(statement)

    # ---------------------------------------------------------------- results

    def _rows(self):
        self.session._autoflush()
        return self.session._connection_for(self).execute(self.statement_of(self._columns()))

    def __iter__(self):
        found = self._found()
        yield from found if self._yield_per is None else self.session._passing(found, self._yield_per)

    def _found(self):
        entities = self._entities
        session = self.session
        if len(entities) == 1 and isinstance(entities[0], Entity):
            for row in self._rows():
                yield session._object(entities[0], row, 0)
            return
        if not any(isinstance(entity, Entity) for entity in entities):
            for row in self._rows():
                yield row
            return
        for row in self._rows():
            values, place = [], 0
            for entity in entities:
                if isinstance(entity, Entity):
                    values.append(session._object(entity, row, place))
                    place += len(entity.columns)
                else:
                    values.append(row[place])
                    place += 1
            yield ResultRow(values, [self._name_of(entity) for entity in entities])

    @staticmethod
    def _name_of(entity):
        if isinstance(entity, Entity):
            return getattr(entity.given, "__name__", None)
        return getattr(entity, "key", None)

    def all(self):
        return list(self)

    def first(self):
        for item in self.limit(1) if self._limit is None else self:
            return item
        return None

    def one_or_none(self):
        found = self.all()
        if len(found) > 1:
            raise exc.MultipleResultsFound("Multiple rows were found when one or none was required")
        return found[0] if found else None

    def one(self):
        found = self.all()
        if not found:
            raise exc.NoResultFound("No row was found when one was required")
        if len(found) > 1:
            raise exc.MultipleResultsFound("Multiple rows were found when exactly one was required")
        return found[0]

    def scalar(self):
        found = self.one_or_none()
        if found is None or isinstance(self._entities[0], Entity) and len(self._entities) == 1:
            return found
        return found[0]

    def get(self, ident):
        return self.session.get(self._entities[0].given, ident)

    def count(self):
        inner = self.statement.subquery()
        self.session._autoflush()
        return self.session.execute(sa.select(sa.func.count()).select_from(inner)).scalar()

    def __getitem__(self, item):
        if isinstance(item, slice):
            return list(self.slice(item.start, item.stop))
        return list(self.slice(item, item + 1))[0]

    # ---------------------------------------------------------------- changes

    def _target(self):
        return self._entities[0].mapper.local_table

    def update(self, values, synchronize_session="auto", update_args=None):
        self.session._autoflush()
        columns = self._entities[0].mapper.columns_by_key
        sets = {}
        for key, value in values.items():
            column = columns[key] if isinstance(key, str) and key in columns else key
            sets[column] = value
        statement = sa.update(self._target()).values(sets)
        criteria = self._criteria()
        if criteria:
            statement = statement.where(*criteria)
        result = self.session._connection_for(self).execute(statement)
        self.session.expire_all()
        return result.rowcount

    def delete(self, synchronize_session="auto", delete_args=None):
        self.session._autoflush()
        statement = sa.delete(self._target())
        criteria = self._criteria()
        if criteria:
            statement = statement.where(*criteria)
        result = self.session._connection_for(self).execute(statement)
        self.session.expire_all()
        return result.rowcount


class ResultRow(tuple):
    """A row with objects in it."""

    def __new__(cls, values, names):
        made = tuple.__new__(cls, values)
        made._names = names
        return made

    def __getattr__(self, name):
        if name != "_names" and name in self._names:
            return self[self._names.index(name)]
        raise AttributeError(name)

    @property
    def _fields(self):
        return tuple(self._names)

    def _asdict(self):
        return dict(zip(self._names, self))

    @property
    def _mapping(self):
        return self._asdict()
