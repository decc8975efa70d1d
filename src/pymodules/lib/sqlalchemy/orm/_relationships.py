"""How mapped classes refer to each other: by the foreign keys between their tables. Related objects are read when an
attribute is asked for them."""

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.orm import _annotations
from sqlalchemy.orm import exc as orm_exc
from sqlalchemy.orm._properties import ColumnProperty, CompositeProperty, Relationship
from sqlalchemy.orm._state import state_of

_LISTS = ("list", "List", "set", "Set", "Sequence", "Collection", "Iterable", "MutableSequence", "dict", "Dict")


def class_mapper(cls, configure=True):
    mapper = getattr(cls, "__mapper__", None)
    if mapper is None:
        raise orm_exc.UnmappedClassError(cls)
    return mapper


def object_mapper(obj):
    return state_of(obj).mapper


def configure_mappers():
    pass


def clear_mappers():
    pass


def add_mapped_attribute(target, key, attr):
    from sqlalchemy.orm._declarative import add_attribute

    add_attribute(target, key, attr)


def configure(registry):
    """Gives the targets of backrefs their side, so that both are there. Models of which a part was never imported are
    used as far as they go."""
    for cls in list(registry.classes):
        for name, prop in list(cls.__mapper__.properties.items()):
            if isinstance(prop, Relationship) and prop.options.get("backref") and prop.parent is cls:
                try:
                    _add_backref(prop)
                except (NameError, AttributeError, exc.SQLAlchemyError):
                    pass


def _add_backref(prop):
    given = prop.options["backref"]
    name, options = given if isinstance(given, tuple) else (given, {})
    target = target_of(prop).__mapper__
    if name in target.properties:
        return
    options = {key: value for key, value in options.items()}
    other = Relationship(prop.parent, prop.secondary, **options)
    other.reverse_of = prop
    target.add_property(name, other)
    target.instrument()
    for mapper in target.self_and_descendants():
        mapper.properties.setdefault(name, other)


def target_of(prop):
    """The class that a relationship leads to."""
    if prop._target is None:
        prop._target = _find_target(prop)
    return prop._target


def _find_target(prop):
    argument = prop.argument
    if argument is None and prop.annotation is not None:
        argument = prop.annotation.argument
    if argument is None and getattr(prop, "sqlmodel_annotation", None) is not None:
        argument = prop.sqlmodel_annotation
    if hasattr(argument, "class_"):
        return argument.class_
    names = _names_of(prop)
    while not isinstance(argument, type) or getattr(argument, "__args__", None):
        if isinstance(argument, str):
            argument = eval(argument, names)
        elif hasattr(argument, "__forward_arg__"):
            argument = argument.__forward_arg__
        elif getattr(argument, "__args__", None):
            argument = _annotations.without_none(argument)
            if getattr(argument, "__args__", None):
                argument = argument.__args__[-1]
        elif callable(argument):
            argument = argument()
        else:
            raise exc.InvalidRequestError("relationship %r leads to no class: %r" % (prop.key, argument))
    return argument


def _names_of(prop):
    import typing

    names = {name: getattr(typing, name) for name in ("List", "Set", "Optional", "Dict", "Sequence", "Union")}
    names.update(_annotations.namespace_of(prop.parent, prop.module or prop.parent.__module__))
    names.update(prop.parent.__mapper__.registry._class_registry)
    return names


def _column(prop, given):
    """Columns in options: Column objects, names in strings, callables."""
    if callable(given) and not isinstance(given, sa.Column) and not hasattr(given, "__clause_element__"):
        given = given()
    if isinstance(given, str):
        given = eval(given, _names_of(prop))
    if not isinstance(given, (list, tuple, set)):
        given = [given]
    return [getattr(column, "column", column) if not isinstance(column, sa.Column) else column for column in given]


def _pairs(source, target):
    """(column of source, column of target) by the foreign keys of source."""
    found = []
    for column in source.c:
        for key in column.foreign_keys:
            table, _, name = key.target_fullname.rpartition(".")
            if table == target.fullname:
                found.append((column, target.c[name]))
    return found


class Link:
    """kind is "many-to-one", "one-to-many" or "many-to-many"; pairs are (own column, column of the target), and for
    many-to-many (own column, column of the table between) with `far` for the other side."""

    def __init__(self, kind, pairs, far=(), secondary=None):
        self.kind = kind
        self.pairs = pairs
        self.far = far
        self.secondary = secondary


def link_of(prop):
    if getattr(prop, "_link", None) is None:
        prop._link = _find_link(prop)
    return prop._link


def _find_link(prop):
    parent, target = prop.parent.__mapper__, target_of(prop).__mapper__
    if prop.options.get("primaryjoin") is not None:
        raise exc.InvalidRequestError(
            "relationship '%s.%s' has a primaryjoin: read its objects with a query" % (prop.parent.__name__, prop.key)
        )
    secondary = prop.secondary
    if secondary is not None:
        if callable(secondary) and not isinstance(secondary, sa.Table):
            secondary = secondary()
        if isinstance(secondary, str):
            secondary = prop.parent.__table__.metadata.tables[secondary]
        near = [(own, column) for table in parent.tables for column, own in _pairs(secondary, table)]
        far = [(column, other) for table in target.tables for column, other in _pairs(secondary, table)]
        if parent.local_table is target.local_table:
            near, far = near[:1], [(column, other) for column, other in far if column is not near[0][1]]
        return Link("many-to-many", near, far, secondary)
    return _direct_link(prop, parent, target)


def _direct_link(prop, parent, target):
    wanted = prop.options.get("foreign_keys")
    wanted = None if wanted is None else _column(prop, wanted)
    outward = [pair for source in parent.tables for table in target.tables for pair in _pairs(source, table)]
    inward = [(own, column) for source in target.tables for table in parent.tables for column, own in _pairs(source, table)]
    if wanted is not None:
        outward = [pair for pair in outward if any(pair[0] is column for column in wanted)]
        inward = [pair for pair in inward if any(pair[1] is column for column in wanted)]
    if outward and inward:
        if parent.base is target.base:
            reverse = getattr(prop, "reverse_of", None)
            to_one = prop.options.get("remote_side") is not None
            if reverse is not None and not to_one:
                to_one = link_of(reverse).kind == "one-to-many"
            return Link("many-to-one", outward) if to_one else Link("one-to-many", inward)
        outward = [] if is_annotated_list(prop) else outward
    if outward:
        return Link("many-to-one", outward)
    if inward:
        return Link("one-to-many", inward)
    raise exc.NoForeignKeysError(
        "Could not determine join condition between parent/child tables on relationship %s.%s - there are no foreign "
        "keys linking these tables." % (prop.parent.__name__, prop.key)
    )


def is_annotated_list(prop):
    argument = prop.annotation.argument if prop.annotation is not None else None
    if isinstance(argument, str):
        return argument.split("[")[0].rsplit(".", 1)[-1] in _LISTS
    origin = getattr(argument, "__origin__", None)
    return isinstance(origin, type) and issubclass(origin, (list, set, tuple))


def is_list(prop):
    given = prop.options.get("uselist")
    if given is not None:
        return given
    kind = link_of(prop).kind
    if kind == "many-to-one":
        return False
    if prop.annotation is not None and prop.annotation.container in ("Mapped", None):
        return is_annotated_list(prop)
    return True


# ---------------------------------------------------------------- attributes of instances


def read_property(instance, prop):
    values = instance.__dict__
    if prop.key in values:
        return values[prop.key]
    if isinstance(prop, CompositeProperty):
        parts = [getattr(instance, instance.__mapper__.key_of(column) or column.key) for column in prop.attrs]
        return None if all(part is None for part in parts) else prop.composite_class(*parts)
    if isinstance(prop, ColumnProperty):
        return _load_expression(instance, prop)
    found = _load_related(instance, prop)
    values[prop.key] = found
    state = state_of(instance)
    state.committed[prop.key] = list(found) if isinstance(found, list) else found
    return found


def _load_expression(instance, prop):
    state = state_of(instance, False)
    if state is None or not state.persistent:
        return None
    table = state.mapper.base.local_table
    condition = state.session._key_condition(state.mapper, state.key[1])
    return state.session.execute(sa.select(prop.columns[0]).select_from(table).where(condition)).scalar()


def _load_related(instance, prop):
    many = is_list(prop)
    state = state_of(instance, False)
    if state is None or not state.persistent:
        return _new_collection(prop, instance) if many else None
    session, link = state.session, link_of(prop)
    query = session.query(target_of(prop))
    conditions = []
    for own, other in link.pairs:
        value = getattr(instance, state.mapper.key_of(own) or own.key)
        if value is None:
            return _new_collection(prop, instance) if many else None
        conditions.append(other == value)
    if link.kind == "many-to-one" and not many and _is_key(link, target_of(prop).__mapper__):
        return session.get(target_of(prop), conditions and getattr(instance, state.mapper.key_of(link.pairs[0][0])))
    if link.kind == "many-to-many":
        for column, other in link.far:
            conditions.append(column == other)
    query = query.filter(*conditions)
    order = prop.options.get("order_by")
    if order:
        query = query.order_by(*_column(prop, order))
    if not many:
        return query.first()
    found = _new_collection(prop, instance)
    for item in query.all():
        _put(found, item)
    return found


def _is_key(link, mapper):
    return len(link.pairs) == 1 and len(mapper.primary_key) == 1 and link.pairs[0][1] is mapper.primary_key[0]


class RelatedList(list):
    """The objects of a relationship: what is put into that of an object of a session belongs to the session at once."""

    def _own(self, owner, prop):
        self._owner = owner
        self._prop = prop
        return self

    def _take(self, item):
        owner = self._owner
        if link_of(self._prop).kind == "one-to-many":
            take_over(item, self._prop, owner)
        session = state_of(owner).session
        if session is not None and state_of(item).session is None:
            session.add(item)

    def append(self, item):
        item = validated(self._owner, self._prop.key, item)
        list.append(self, item)
        self._take(item)

    def extend(self, items):
        for item in items:
            self.append(item)

    def insert(self, index, item):
        item = validated(self._owner, self._prop.key, item)
        list.insert(self, index, item)
        self._take(item)


def other_side(prop):
    """The name of the relationship that leads back, if there is one."""
    reverse = getattr(prop, "reverse_of", None)
    if reverse is not None:
        return reverse.key
    given = prop.options.get("back_populates") or prop.options.get("backref")
    return given[0] if isinstance(given, tuple) else given


def take_over(item, prop, owner):
    """An object that was put into a collection is no longer in that of another owner."""
    back = other_side(prop)
    if back is None:
        return
    before = item.__dict__.get(back)
    item.__dict__[back] = owner
    if before is not None and before is not owner:
        _leave(item, before, prop.key)


def _leave(item, owner, name):
    for known in (owner.__dict__.get(name), state_of(owner).committed.get(name)):
        if isinstance(known, list) and any(other is item for other in known):
            known.remove(item)


def _known_owner(item, prop):
    """The object that the item's key refers to, where the session has it already."""
    state, link, target = state_of(item, False), link_of(prop), target_of(prop).__mapper__
    if state is None or not state.persistent or link.kind != "many-to-one" or not _is_key(link, target):
        return None
    value = item.__dict__.get(state.mapper.key_of(link.pairs[0][0]))
    return state.session.identity_map.get(state.session._identity_of(target, (value,)))


def _change_owner(item, prop, before, owner):
    """A reference that was set puts the object into the collection on the other side, and takes it out of the former."""
    name = other_side(prop)
    if name is None or before is owner or link_of(prop).kind != "many-to-one":
        return
    if before is not None:
        _leave(item, before, name)
    known = None if owner is None else owner.__dict__.get(name)
    if isinstance(known, list) and not any(other is item for other in known):
        known.append(item)


def _new_collection(prop, owner):
    made = prop.options.get("collection_class")
    return made() if made not in (None, list) else RelatedList()._own(owner, prop)


def _put(collection, item):
    if isinstance(collection, list):
        list.append(collection, item)
    elif hasattr(collection, "add"):
        collection.add(item)
    else:
        collection.set(item)


def members(collection):
    return list(collection.values()) if isinstance(collection, dict) else list(collection)


def validated(instance, key, value):
    """What a method with @validates makes of a value."""
    function = instance.__mapper__.validators.get(key)
    return value if function is None else function(instance, key, value)


def write_property(instance, prop, value):
    if isinstance(prop, CompositeProperty):
        names = [field for field, _ in _composite_fields(prop)]
        for name, column in zip(names, prop.attrs):
            part = None if value is None else getattr(value, name)
            setattr(instance, instance.__mapper__.key_of(column) or column.key, part)
        return
    state = state_of(instance, False)
    if state is not None and state.persistent and isinstance(prop, Relationship) and prop.key not in instance.__dict__:
        read_property(instance, prop)  # what is there now: a flush compares with it
    if isinstance(value, list) and not isinstance(value, RelatedList):
        given, value = value, _new_collection(prop, instance)
        instance.__dict__[prop.key] = value
        for item in given:
            value.append(item)
    elif not isinstance(value, list):
        value = validated(instance, prop.key, value)
    before = instance.__dict__.get(prop.key)
    is_one = isinstance(prop, Relationship) and not isinstance(value, list) and not isinstance(before, list)
    if is_one and before is None:
        before = _known_owner(instance, prop)
    instance.__dict__[prop.key] = value
    if is_one:
        _change_owner(instance, prop, before, value)
    if state is not None:
        state.touch(instance)


def _composite_fields(prop):
    from sqlalchemy.orm._properties import _fields_of

    return _fields_of(prop.composite_class)


def comparator_attribute(attribute, name):
    raise AttributeError("relationship '%s.%s' has no attribute %r"
                         % (attribute.owner.__name__, attribute.key, name))


def join_condition(prop):
    """What connects the class's table with the target's: (table between or None, its condition, the target's)."""
    link = link_of(prop)
    near = sa.and_(*[own == other for own, other in link.pairs])
    if link.kind != "many-to-many":
        return None, None, near
    return link.secondary, near, sa.and_(*[column == other for column, other in link.far])
