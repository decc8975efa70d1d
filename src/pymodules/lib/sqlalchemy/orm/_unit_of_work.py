"""A flush: new rows table by table in the order of their foreign keys, changed rows, rows of the tables between, and
deleted rows in the other order."""

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import _relationships
from sqlalchemy.orm._properties import Relationship
from sqlalchemy.orm._state import is_expression, state_of
from sqlalchemy.orm.exc import StaleDataError


def _table_order(mappers):
    """The place of each mapper: tables that others refer to come first."""
    places = {}
    for metadata in {id(m.local_table.metadata): m.local_table.metadata for m in mappers}.values():
        for place, table in enumerate(metadata.sorted_tables):
            places[id(table)] = place
    return lambda mapper: places.get(id(mapper.base.local_table), 0)


def _tell(mapper, connection, obj, name):
    for function in event.listeners(mapper.class_, name):
        function(mapper, connection, obj)


def flush(session):
    _take_collections(session)
    new = list(session._new.values())
    deleted = list(session._deleted.values())
    changed = _changed(session)
    if not new and not deleted and not changed:
        return
    if "before_flush" in event.identifiers:
        event.tell_session(session, "before_flush", None, None)
        _take_collections(session)
        new, deleted = list(session._new.values()), list(session._deleted.values())
        changed = _changed(session)
    place = _table_order([state_of(obj).mapper for obj in new + deleted])
    for obj in _in_order(new, place):
        _insert(session, obj)
    for obj in changed:
        if id(obj) not in session._deleted:
            _take_references(obj)
            update_object(session, obj)
    for obj in new + changed:
        _write_links(session, obj)
    for obj in sorted(deleted, key=lambda obj: place(state_of(obj).mapper), reverse=True):
        _delete(session, obj)
    for obj in new + changed:
        _note_relations(obj)
    event.tell_session(session, "after_flush", None)
    session._let_go(changed)


def _changed(session):
    return [obj for obj in session.identity_map.values() if id(obj) not in session._deleted and _needs_look(obj)]


def _needs_look(obj):
    state = state_of(obj)
    if state.changes(obj):
        return True
    return any(isinstance(prop, Relationship) and name in obj.__dict__
               for name, prop in state.mapper.properties.items())


def _in_order(objects, place):
    """By table; within a table of objects that refer to each other, those that are referred to first."""
    ordered, done = [], set()

    def visit(obj, path):
        if id(obj) in done or id(obj) in path:
            return
        for parent in _referred(obj):
            if id(parent) in waiting:
                visit(parent, path | {id(obj)})
        done.add(id(obj))
        ordered.append(obj)

    waiting = {id(obj) for obj in objects}
    for obj in sorted(objects, key=lambda obj: place(state_of(obj).mapper)):
        visit(obj, frozenset())
    return ordered


def _relations(obj):
    own = obj.__dict__
    for name, prop in state_of(obj).mapper.properties.items():
        if isinstance(prop, Relationship) and name in own and not prop.options.get("viewonly"):
            yield name, prop, own[name]


def _value_of(obj, column):
    """Of an object whose class inherits its table's key by a join, too."""
    mapper = state_of(obj).mapper
    return getattr(obj, mapper.key_of(column) or mapper.base.key_of(column))


def _referred(obj):
    for _, prop, value in _relations(obj):
        if value is not None and _relationships.link_of(prop).kind == "many-to-one":
            yield value


def _take_collections(session):
    """Objects that were put into collections belong to the session, and know whose they are."""
    objects = list(session._new.values()) + list(session.identity_map.values())
    for obj in objects:
        obj.__dict__.pop("_sa_parents", None)
    for obj in objects:
        for _, prop, value in _relations(obj):
            if value is None:
                continue
            link = _relationships.link_of(prop)
            items = [value] if hasattr(type(value), "__mapper__") else _relationships.members(value)
            before = state_of(obj).committed.get(prop.key)
            for item in items:
                if state_of(item).session is None:
                    session.add(item)
                if link.kind == "one-to-many":
                    parents = item.__dict__.setdefault("_sa_parents", {})
                    if isinstance(before, list) and any(item is other for other in before):
                        parents.setdefault(id(prop), (obj, link))
                    else:
                        parents[id(prop)] = (obj, link)
                        _relationships.take_over(item, prop, obj)
            _let_go(obj, prop, link, items)


def _let_go(obj, prop, link, items):
    """Objects that were taken out of a collection refer to nothing, or go."""
    before = state_of(obj).committed.get(prop.key)
    if link.kind != "one-to-many" or not isinstance(before, list):
        return
    for item in before:
        if any(item is other for other in items):
            continue
        if "delete-orphan" in (prop.options.get("cascade") or ""):
            state_of(obj).session.delete(item)
            continue
        back = _relationships.other_side(prop)
        if back is not None and item.__dict__.get(back) is obj:
            item.__dict__[back] = None
        for _, column in link.pairs:
            setattr(item, state_of(item).mapper.key_of(column), None)


def _take_references(obj):
    """Foreign keys from the objects that relationships hold."""
    mapper = state_of(obj).mapper
    for name, prop, value in _relations(obj):
        link = _relationships.link_of(prop)
        if link.kind != "many-to-one":
            continue
        committed = state_of(obj).committed
        if value is None and committed.get(name) is None:
            continue
        for own, other in link.pairs:
            found = None if value is None else _value_of(value, other)
            if obj.__dict__.get(mapper.key_of(own)) != found:
                setattr(obj, mapper.key_of(own), found)
        committed[name] = value
    for parent, link in obj.__dict__.pop("_sa_parents", {}).values():
        for own, other in link.pairs:
            found = _value_of(parent, own)
            if obj.__dict__.get(mapper.key_of(other)) != found:
                setattr(obj, mapper.key_of(other), found)


def _insert_values(mapper, table, values, render_nulls=False):
    """By column key: what is given; NULL for the rest, except where a default or the key's sequence says more."""
    found = {}
    for key, column in mapper.columns_by_key.items():
        if column.table is not table:
            continue
        value = values.get(key)
        if value is not None or render_nulls and key in values:
            found[column.key] = value
        elif column.default is None and column.server_default is None and not column.primary_key:
            # JSON's null is a value that somebody has to give.
            is_absent = key not in values and isinstance(column.type, sa.JSON)
            found[column.key] = sa.null() if is_absent else None
    return found


def _insert(session, obj):
    state = state_of(obj)
    mapper = state.mapper
    connection = session.connection()
    _take_references(obj)
    _set_discriminator(obj, mapper)
    _tell(mapper, connection, obj, "before_insert")
    own = obj.__dict__
    for table in mapper.tables:
        values = _insert_values(mapper, table, own)
        for column in table.c:  # joined inheritance: the parent's key
            if column.primary_key and column.key not in values:
                inherited = _inherited_key(mapper, column, own)
                if inherited is not None:
                    values[column.key] = inherited
        result = connection.execute(sa.insert(table), [values] if not values else values)
        _take_key(mapper, table, result, own)
    key = tuple(own.get(mapper.base.key_of(column)) for column in mapper.primary_key)
    state.key = session._identity_of(mapper, key)
    session._new.pop(id(obj), None)
    session.identity_map[state.key] = obj
    _settle(obj, state)
    _tell(mapper, connection, obj, "after_insert")


def _set_discriminator(obj, mapper):
    discriminator = mapper.polymorphic_on
    if discriminator is None or mapper.polymorphic_identity is None:
        return
    key = mapper.key_of(discriminator)
    if obj.__dict__.get(key) is None:
        obj.__dict__[key] = mapper.polymorphic_identity


def _inherited_key(mapper, column, own):
    for key in column.foreign_keys:
        table, _, name = key.target_fullname.rpartition(".")
        for parent in mapper.tables:
            if parent.fullname == table:
                return own.get(mapper.base.key_of(parent.c[name]))
    return None


def _take_key(mapper, table, result, own):
    key = result.inserted_primary_key
    if key is None:
        return
    for column, value in zip([column for column in table.c if column.primary_key], key):
        name = mapper.key_of(column) or mapper.base.key_of(column)
        if name is not None and own.get(name) is None:
            own[name] = value


def _settle(obj, state):
    """The values are the database's now; what its defaults made is read when somebody asks."""
    own = obj.__dict__
    state.modified.clear()
    for key, column in state.mapper.columns_by_key.items():
        if is_expression(own.get(key)):
            state.expire(obj, [key])
        elif own.get(key) is not None or column.default is None and column.server_default is None:
            state.committed[key] = own.get(key)
            own.setdefault(key, None)
        else:
            own.pop(key, None)
            state.unloaded.add(key)


def _note_relations(obj):
    """What relationships hold is the database's now."""
    committed = state_of(obj).committed
    for name, prop, value in _relations(obj):
        committed[name] = list(value) if isinstance(value, list) else value


def update_object(session, obj):
    state = state_of(obj)
    changes = state.changes(obj)
    if not changes:
        return
    mapper = state.mapper
    connection = session.connection()
    _tell(mapper, connection, obj, "before_update")
    changes = state.changes(obj)
    for table in mapper.tables:
        values = {}
        for key, value in changes.items():
            column = mapper.columns_by_key[key]
            if column.table is table:
                values[column] = value
        if values:
            statement = sa.update(table).where(_row_condition(session, mapper, table, state)).values(values)
            if connection.execute(statement).rowcount == 0:
                raise StaleDataError("UPDATE statement on table '%s' expected to update 1 row(s); 0 were matched."
                                     % table.name)
    state.committed.update(changes)
    state.modified.clear()
    for key, column in mapper.columns_by_key.items():
        computed = key in changes and is_expression(changes[key])
        if computed or column.onupdate is not None and key not in changes:
            state.expire(obj, [key])
    _tell(mapper, connection, obj, "after_update")


def _row_condition(session, mapper, table, state):
    if table is mapper.base.local_table:
        return session._key_condition(mapper, state.key[1])
    columns = [column for column in table.c if column.primary_key]
    return sa.and_(*[column == value for column, value in zip(columns, state.key[1])])


def _write_links(session, obj):
    """Rows of the tables between, for collections of many-to-many."""
    state = state_of(obj)
    for name, prop, value in _relations(obj):
        link = _relationships.link_of(prop)
        if link.kind != "many-to-many" or value is None:
            continue
        now = _relationships.members(value)
        before = state.written_links.get(name) if hasattr(state, "written_links") else None
        if before is None:
            before = state.committed.get(name) if name in getattr(state, "loaded_links", ()) else []
        for item in now:
            if not any(item is other for other in before) and not _is_written(session, prop, obj, item):
                session.connection().execute(sa.insert(link.secondary), _link_values(link, obj, item))
        for item in before:
            if not any(item is other for other in now):
                values = _link_values(link, obj, item)
                condition = sa.and_(*[link.secondary.c[key] == part for key, part in values.items()])
                session.connection().execute(sa.delete(link.secondary).where(condition))
        state.committed[name] = list(now)
        state.written_links = dict(getattr(state, "written_links", {}), **{name: list(now)})


def _is_written(session, prop, obj, item):
    """The other side of a bidirectional relationship may have written the row already."""
    for name, other, value in _relations(item):
        link = _relationships.link_of(other)
        written = getattr(state_of(item), "written_links", {}).get(name)
        if link.secondary is prop._link.secondary and written and any(obj is part for part in written):
            return True
    return False


def _link_values(link, obj, item):
    values = {}
    for own, column in link.pairs:
        values[column.key] = _value_of(obj, own)
    for column, other in link.far:
        values[column.key] = _value_of(item, other)
    return values


def _delete(session, obj):
    state = state_of(obj)
    mapper = state.mapper
    connection = session.connection()
    _tell(mapper, connection, obj, "before_delete")
    _delete_related(session, obj)
    for table in reversed(mapper.tables):
        connection.execute(sa.delete(table).where(_row_condition(session, mapper, table, state)))
    session._deleted.pop(id(obj), None)
    session.identity_map.pop(state.key, None)
    state.deleted = True
    state.session = None
    _tell(mapper, connection, obj, "after_delete")


def _delete_related(session, obj):
    """Children go, or refer to nothing any more; rows of tables between go."""
    for name, prop in state_of(obj).mapper.properties.items():
        if not isinstance(prop, Relationship) or prop.options.get("viewonly") or prop.options.get("passive_deletes"):
            continue
        link = _relationships.link_of(prop)
        if link.kind == "many-to-one":
            continue
        if link.kind == "many-to-many":
            condition = [column == _value_of(obj, own) for own, column in link.pairs]
            session.connection().execute(sa.delete(link.secondary).where(*condition))
            continue
        related = getattr(obj, name)
        items = [] if related is None else [related] if hasattr(type(related), "__mapper__") else (
            _relationships.members(related))
        cascades = {word.strip() for word in (prop.options.get("cascade") or "").split(",")}
        for item in items:
            if cascades & {"all", "delete"}:
                _delete(session, item)
            else:
                for _, column in link.pairs:
                    setattr(item, state_of(item).mapper.key_of(column), None)
                update_object(session, item)


# ---------------------------------------------------------------- bulk


def _groups(rows):
    """Runs of rows with the same keys, as one executemany each."""
    group = []
    for row in rows:
        if group and list(group[0]) != list(row):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def bulk_insert(session, mapper, mappings, render_nulls=False):
    session.flush()
    for table in mapper.tables:
        rows = [_bulk_values(mapper, table, values, render_nulls) for values in mappings]
        for group in _groups(rows):
            session.connection().execute(sa.insert(table), group)


def _bulk_values(mapper, table, values, render_nulls):
    found = {}
    for key, column in mapper.columns_by_key.items():
        if column.table is table and key in values and (values[key] is not None or render_nulls or column.default is None):
            found[column.key] = values[key]
    return found


def bulk_insert_objects(session, objects):
    by_mapper = []
    for obj in objects:
        _take_references(obj)
        mapper = state_of(obj).mapper
        _set_discriminator(obj, mapper)
        if not by_mapper or by_mapper[-1][0] is not mapper:
            by_mapper.append((mapper, []))
        by_mapper[-1][1].append({key: obj.__dict__[key] for key in mapper.columns_by_key if key in obj.__dict__})
    for mapper, mappings in by_mapper:
        bulk_insert(session, mapper, mappings)


def bulk_update(session, mapper, mappings):
    session.flush()
    for values in mappings:
        key = [values[mapper.key_of(column)] for column in mapper.primary_key]
        for table in mapper.tables:
            columns = [column for column in table.c if column.primary_key]
            sets = {column: values[name] for name, column in mapper.columns_by_key.items()
                    if name in values and column.table is table and not column.primary_key}
            if sets:
                condition = sa.and_(*[column == part for column, part in zip(columns, key)])
                session.connection().execute(sa.update(table).where(condition).values(sets))
