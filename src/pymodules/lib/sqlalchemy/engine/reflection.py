"""The inspector: what a database has, as SQLAlchemy tells it."""

import enum
import warnings

import _limbeck_reflection as _catalogue
from sqlalchemy import exc


class ObjectKind(enum.Flag):
    TABLE = enum.auto()
    VIEW = enum.auto()
    MATERIALIZED_VIEW = enum.auto()
    ANY_VIEW = VIEW | MATERIALIZED_VIEW
    ANY = TABLE | VIEW | MATERIALIZED_VIEW


class ObjectScope(enum.Flag):
    DEFAULT = enum.auto()
    TEMPORARY = enum.auto()
    ANY = DEFAULT | TEMPORARY


_KIND_LETTERS = ((ObjectKind.TABLE, "t"), (ObjectKind.VIEW, "v"), (ObjectKind.MATERIALIZED_VIEW, "m"))
_SCOPE_LETTERS = ((ObjectScope.DEFAULT, "p"), (ObjectScope.TEMPORARY, "t"))


def _letters(flag, letters):
    return "".join(letter for member, letter in letters if member in flag)


def _full_name(table, schema):
    return "%s.%s" % (schema, table) if schema else table


def _warn(messages):
    for message in messages:
        warnings.warn(message, exc.SAWarning)


class Inspector:
    """Answers about the database behind an engine or a connection. What was answered once is remembered until
    clear_cache()."""

    def __init__(self, bind):
        self.bind = bind
        self.engine = getattr(bind, "engine", bind)
        self.dialect = bind.dialect
        self.info_cache = {}

    @classmethod
    def from_engine(cls, bind):
        return _inspect(bind, True)

    def clear_cache(self):
        self.info_cache.clear()

    @property
    def default_schema_name(self):
        return self._once(("default_schema",), lambda: _catalogue.default_schema(self.bind))

    def _once(self, key, ask):
        if key not in self.info_cache:
            self.info_cache[key] = ask()
        return self.info_cache[key]

    def _names(self, kind, schema=None):
        return list(self._once(("names", kind, schema), lambda: _catalogue.names(self.bind, kind, schema)))

    def _facts(self, topic, table_name, schema):
        """What is known about one table under one topic; read when it is first asked for."""
        key = (topic, schema, table_name)
        if key not in self.info_cache:
            found = _catalogue.tables(self.bind, schema, [table_name], "tvm", "pt")
            if not found:
                raise exc.NoSuchTableError(_full_name(table_name, schema))
            self._remember(topic, schema, found[0])
        return self.info_cache[key]

    def _remember(self, topic, schema, facts):
        key = (topic, schema, facts["name"])
        self.info_cache[key] = facts[topic]
        if topic == "columns":
            _warn(facts["column_warnings"])
        elif topic == "indexes":
            _warn(facts["index_warnings"])
        elif topic == "foreign_keys":
            _warn(facts["key_warnings"])

    def _multi(self, topic, schema, filter_names, kind, scope):
        names = list(filter_names) if filter_names is not None else None
        if names is not None and not names:
            return {}
        tables = _catalogue.tables(
            self.bind, schema, names, _letters(kind, _KIND_LETTERS), _letters(scope, _SCOPE_LETTERS)
        )
        answers = {}
        for facts in tables:
            self._remember(topic, schema, facts)
            answers[(schema, facts["name"])] = facts[topic]
        return answers

    def _is(self, name):
        return self.dialect.name == name

    # ------------------------------------------------------------------------------------- names

    def get_schema_names(self, **kw):
        return list(self._once(("schema_names",), lambda: _catalogue.schema_names(self.bind)))

    def get_table_names(self, schema=None, **kw):
        return self._names("table", schema)

    def get_temp_table_names(self, **kw):
        return self._names("temporary table")

    def get_view_names(self, schema=None, **kw):
        return self._names("view", schema)

    def get_temp_view_names(self, **kw):
        return self._names("temporary view")

    def get_materialized_view_names(self, schema=None, **kw):
        self._only_postgresql()
        return self._names("materialized view", schema)

    def get_foreign_table_names(self, schema=None, **kw):
        return self._names("foreign table", schema)

    def get_sequence_names(self, schema=None, **kw):
        self._only_postgresql()
        return self._names("sequence", schema)

    def _only_postgresql(self):
        if not self._is("postgresql"):
            raise NotImplementedError()

    def has_schema(self, schema_name, **kw):
        return schema_name in self.get_schema_names()

    def has_table(self, table_name, schema=None, **kw):
        key = ("has_table", schema, table_name)
        return self._once(key, lambda: _catalogue.has_table(self.bind, table_name, schema))

    def has_sequence(self, sequence_name, schema=None, **kw):
        return sequence_name in self.get_sequence_names(schema)

    def has_index(self, table_name, index_name, schema=None, **kw):
        if not self.has_table(table_name, schema):
            return False
        return any(index["name"] == index_name for index in self.get_indexes(table_name, schema))

    def has_type(self, type_name, schema=None, **kw):
        self._only_postgresql()
        known = self.get_enums(schema) + self.get_domains(schema)
        return any(found["name"] == type_name for found in known)

    def get_view_definition(self, view_name, schema=None, **kw):
        key = ("view_definition", schema, view_name)
        text = self._once(key, lambda: _catalogue.view_definition(self.bind, view_name, schema))
        if text is None:
            raise exc.NoSuchTableError(_full_name(view_name, schema))
        return text

    def get_enums(self, schema=None, **kw):
        self._only_postgresql()
        return self._once(("enums", schema), lambda: _catalogue.enums(self.bind, schema))

    def get_domains(self, schema=None, **kw):
        self._only_postgresql()
        return self._once(("domains", schema), lambda: _catalogue.domains(self.bind, schema))

    # ------------------------------------------------------------------------------------- one table

    def get_columns(self, table_name, schema=None, **kw):
        return self._facts("columns", table_name, schema)

    def get_pk_constraint(self, table_name, schema=None, **kw):
        return self._facts("pk_constraint", table_name, schema)

    def get_foreign_keys(self, table_name, schema=None, **kw):
        return self._facts("foreign_keys", table_name, schema)

    def get_indexes(self, table_name, schema=None, **kw):
        return self._facts("indexes", table_name, schema)

    def get_unique_constraints(self, table_name, schema=None, **kw):
        return self._facts("unique_constraints", table_name, schema)

    def get_check_constraints(self, table_name, schema=None, **kw):
        return self._facts("check_constraints", table_name, schema)

    def get_table_comment(self, table_name, schema=None, **kw):
        if not self._is("postgresql"):
            raise NotImplementedError()
        return self._facts("table_comment", table_name, schema)

    def get_table_options(self, table_name, schema=None, **kw):
        if not self.has_table(table_name, schema):
            raise exc.NoSuchTableError(_full_name(table_name, schema))
        return {}

    # ------------------------------------------------------------------------------------- many tables

    def get_multi_columns(self, schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw):
        return self._multi("columns", schema, filter_names, kind, scope)

    def get_multi_pk_constraint(
        self, schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw
    ):
        return self._multi("pk_constraint", schema, filter_names, kind, scope)

    def get_multi_foreign_keys(
        self, schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw
    ):
        return self._multi("foreign_keys", schema, filter_names, kind, scope)

    def get_multi_indexes(self, schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw):
        return self._multi("indexes", schema, filter_names, kind, scope)

    def get_multi_unique_constraints(
        self, schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw
    ):
        return self._multi("unique_constraints", schema, filter_names, kind, scope)

    def get_multi_check_constraints(
        self, schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw
    ):
        return self._multi("check_constraints", schema, filter_names, kind, scope)

    def get_multi_table_comment(
        self, schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw
    ):
        return self._multi("table_comment", schema, filter_names, kind, scope)

    def get_multi_table_options(
        self, schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw
    ):
        found = self._multi("table_comment", schema, filter_names, kind, scope)
        return {key: {} for key in found}

    # ------------------------------------------------------------------------------------- order

    def get_sorted_table_and_fkc_names(self, schema=None, **kw):
        """Names of tables, referents first, each with the names of its foreign keys that close no cycle; at the end
        None with those that do."""
        keys = self.sort_tables_on_foreign_key_dependency([schema])
        return [
            (None if name is None else name[1], constraints if name is not None else [(t[1], c) for t, c in constraints])
            for name, constraints in keys
        ]

    def sort_tables_on_foreign_key_dependency(self, consider_schemas=(None,), **kw):
        referents = {}
        names = {}
        for schema in consider_schemas:
            keys = self.get_multi_foreign_keys(schema)
            for table in self.get_table_names(schema):
                found = keys.get((schema, table), [])
                names[(schema, table)] = [(key["name"], (key["referred_schema"], key["referred_table"])) for key in found]
                referents[(schema, table)] = {target for _, target in names[(schema, table)]} - {(schema, table)}
        order, late = _sort_by_referents(referents)
        result = []
        remaining = []
        for table in order:
            own = [name for name, _ in names[table] if name is not None and table not in late]
            remaining.extend((table, name) for name, _ in names[table] if table in late)
            result.append((table, own))
        return result + [(None, remaining)]

    # ------------------------------------------------------------------------------------- Table objects

    def reflect_table(self, table, include_columns=None, exclude_columns=(), resolve_fks=True, _extend_on=None):
        from sqlalchemy.engine import _table_reflection

        _table_reflection.reflect_table(self, table, include_columns, exclude_columns, resolve_fks, _extend_on)


def _sort_by_referents(referents):
    """Tables level by level; of those in cycles, which keep their keys for later."""
    left = list(referents)
    order = []
    late = set()
    while left:
        waiting = set(left)
        level = [table for table in left if table in late or not (referents[table] & waiting)]
        if not level:
            late.update(table for table in left if _is_in_cycle(referents, table))
            continue
        order.extend(level)
        left = [table for table in left if table not in level]
    return order, late


def _is_in_cycle(referents, start):
    seen = set()
    ahead = list(referents[start])
    while ahead:
        table = ahead.pop()
        if table == start:
            return True
        if table not in seen:
            seen.add(table)
            ahead.extend(referents.get(table, ()))
    return False


def _question_of_dialect(name):
    """A question that an inspector answers, as the dialect has it: the connection comes first."""
    return lambda connection, *args, **keywords: getattr(_inspect(connection, True), name)(*args, **keywords)


def _inspect(subject, raiseerr):
    """sa.inspect()"""
    from sqlalchemy import Connection, Engine

    if isinstance(subject, Inspector):
        return subject
    if isinstance(subject, (Engine, Connection)):
        return Inspector(subject)
    for attribute in ("__mapper__", "_sa_instance_state"):
        if hasattr(subject, attribute):
            return getattr(subject, attribute)
    for method in ("sync_connection", "sync_engine"):
        if hasattr(subject, method):
            return _inspect(getattr(subject, method), raiseerr)
    if raiseerr:
        raise exc.NoInspectionAvailable(
            "No inspection system is available for object of type %s" % type(subject)
        )
    return None


inspect = _inspect
