"""What a class is mapped to, and the attributes through which programs reach it."""

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import _mutable
from sqlalchemy.orm._properties import (
    ColumnProperty,
    CompositeProperty,
    MapperProperty,
    Relationship,
    SynonymProperty,
)
from sqlalchemy.orm._state import state_of


class Mapper:
    """A class, its table (that of its parent, for single-table inheritance) and its properties by name."""

    is_mapper = True

    def __init__(self, registry, cls, table, parent):
        self.registry = registry
        self.class_ = cls
        self.inherits = None if parent is None else parent.__mapper__
        self.own_table = table
        self.local_table = table if table is not None or parent is None else parent.__table__
        self.columns_by_key = {}
        self.properties = {}
        self.after_configured = []
        self.arguments = None
        self._mutables = (None, {})
        self._validators = None
        if self.inherits is not None and not self.is_concrete:
            self.columns_by_key.update(self.inherits.columns_by_key)
            self.properties.update(self.inherits.properties)

    def __repr__(self):
        return "<Mapper at 0x%x; %s>" % (id(self), self.class_.__name__)

    @property
    def mapper_args(self):
        """__mapper_args__, asked for once: it may be a method that looks at the class's columns."""
        if self.arguments is None:
            cls = self.class_
            own = any("__mapper_args__" in base.__dict__ for base in _unmapped_part(cls))
            found = getattr(cls, "__mapper_args__", None) if own else None
            self.arguments = dict(found() if callable(found) else found) if found else {}
        return self.arguments

    @property
    def is_concrete(self):
        found = self.class_.__dict__.get("__mapper_args__")
        if self.arguments is not None:
            found = self.arguments
        return isinstance(found, dict) and bool(found.get("concrete"))

    def take_properties(self, scan):
        for name, value in scan.properties.items():
            if name not in scan.column_keys:
                self.properties[name] = value
        named = {id(column): name for name, column in scan.column_keys.items()}
        if self.own_table is None:
            for column in scan.columns:
                self.columns_by_key[named.get(id(column), column.key)] = column
            for name, column in scan.column_keys.items():
                self.columns_by_key[name] = column
            return
        for column in self.own_table.c:
            self.columns_by_key[named.get(id(column), column.key)] = column

    def take_remaining_columns(self):
        """Columns of the table that no property names have their own keys."""
        if self.local_table is None:
            return
        known = {id(column) for column in self.columns_by_key.values()}
        for column in self.local_table.c:
            if id(column) not in known:
                self.columns_by_key[column.key] = column

    def add_property(self, name, value):
        if isinstance(value, sa.Column):
            self.columns_by_key[name] = value
        elif isinstance(value, ColumnProperty) and isinstance(value.columns[0], sa.Column):
            self.columns_by_key[name] = value.columns[0]
        elif isinstance(value, MapperProperty):
            value.key = name
            value.parent = self.class_
            self.properties[name] = value

    def instrument(self):
        """Puts the attributes onto the class."""
        cls = self.class_
        for name, column in self.columns_by_key.items():
            type.__setattr__(cls, name, InstrumentedAttribute(name, column, cls))
        for name, prop in self.properties.items():
            if isinstance(prop, (Relationship, SynonymProperty, CompositeProperty, ColumnProperty)):
                type.__setattr__(cls, name, PropertyAttribute(name, prop, cls))

    @property
    def validators(self):
        """Methods with @validates by the attributes that they check."""
        if self._validators is None:
            found = {}
            for base in reversed(self.class_.__mro__):
                for value in list(vars(base).values()):
                    names, _ = getattr(value, "__sa_validators__", None) or ((), None)
                    found.update(dict.fromkeys(names, value))
            self._validators = found
        return self._validators

    @property
    def mutables(self):
        """Attributes whose values are changed in place, with the classes of these values."""
        sizes = (len(self.columns_by_key), len(_mutable.kinds))
        if self._mutables[0] != sizes:
            self._mutables = (sizes, _mutable.kinds_of(self.columns_by_key))
        return self._mutables[1]

    # ---------------------------------------------------------------- as SQLAlchemy's

    @property
    def mapper(self):
        return self

    @property
    def entity(self):
        return self.class_

    @property
    def tables(self):
        found = [] if self.inherits is None or self.is_concrete else self.inherits.tables
        return found + ([self.own_table] if self.own_table is not None else [])

    @property
    def persist_selectable(self):
        return self.local_table

    mapped_table = persist_selectable
    selectable = persist_selectable

    @property
    def primary_key(self):
        table = self.base.local_table
        given = self.mapper_args.get("primary_key")
        if given:
            return tuple(given) if isinstance(given, (list, tuple)) else (given,)
        return tuple(column for column in table.c if column.primary_key)

    @property
    def base(self):
        found = self
        while found.inherits is not None and not found.is_concrete:
            found = found.inherits
        return found

    base_mapper = base

    @property
    def columns(self):
        return _Keyed(self.columns_by_key)

    c = columns

    @property
    def column_attrs(self):
        return _Keyed({name: _ColumnAttr(name, column, self) for name, column in self.columns_by_key.items()})

    @property
    def relationships(self):
        return _Keyed({name: prop for name, prop in self.properties.items() if isinstance(prop, Relationship)})

    @property
    def synonyms(self):
        return _Keyed({name: prop for name, prop in self.properties.items() if isinstance(prop, SynonymProperty)})

    @property
    def attrs(self):
        found = dict(self.properties)
        found.update({name: _ColumnAttr(name, column, self) for name, column in self.columns_by_key.items()})
        return _Keyed(found)

    all_orm_descriptors = attrs

    @property
    def polymorphic_on(self):
        found = self.mapper_args.get("polymorphic_on")
        if found is None:
            return None if self.inherits is None else self.inherits.polymorphic_on
        return self.columns_by_key.get(found) if isinstance(found, str) else found

    @property
    def polymorphic_identity(self):
        return self.mapper_args.get("polymorphic_identity")

    def get_property(self, key, _configure_mappers=False):
        return self.attrs[key]

    def has_property(self, key):
        return key in self.attrs

    def isa(self, other):
        return issubclass(self.class_, other.class_)

    def self_and_descendants(self):
        return [cls.__mapper__ for cls in self.registry.classes if issubclass(cls, self.class_)]

    def key_of(self, column):
        """The attribute's name of a column, or None."""
        for name, other in self.columns_by_key.items():
            if other is column:
                return name
        return None


def _unmapped_part(cls):
    """The class and what it inherits up to the next mapped class."""
    for base in cls.__mro__:
        if base is not cls and "__mapper__" in base.__dict__:
            continue
        yield base


class _Keyed:
    """Things by name: as attributes, as items, in their order."""

    def __init__(self, items):
        self._items = items

    def __getattr__(self, name):
        try:
            return self._items[name]
        except KeyError:
            raise AttributeError(name)

    def __getitem__(self, name):
        return self._items[name]

    def __iter__(self):
        return iter(list(self._items.values()))

    def __contains__(self, name):
        return name in self._items

    def __len__(self):
        return len(self._items)

    def keys(self):
        return list(self._items)

    def values(self):
        return list(self._items.values())

    def items(self):
        return list(self._items.items())

    def get(self, name, default=None):
        return self._items.get(name, default)


class _ColumnAttr:
    def __init__(self, key, column, mapper):
        self.key = key
        self.columns = [column]
        self.expression = column
        self.parent = mapper


class QueryableAttribute:
    """What a mapped class has under the name of something mapped."""


class InstrumentedAttribute(QueryableAttribute):
    """A column: the class gives the column itself, an instance the value."""

    def __init__(self, key, column, owner):
        self.key = key
        self.column = column
        self.owner = owner

    def __get__(self, instance, owner):
        if instance is None:
            return self.column
        values = instance.__dict__
        if self.key in values:
            return values[self.key]
        state = values.get("_sa_instance_state")
        return None if state is None else state.load(instance, self.key)

    def __set__(self, instance, value):
        values = instance.__dict__
        function = instance.__mapper__.validators.get(self.key)
        if function is not None:
            value = function(instance, self.key, value)
        if "set" in event.identifiers:
            value = event.told_of_value(self.column, instance, value, instance.__dict__.get(self.key))
        if _mutable.kinds and self.key in instance.__mapper__.mutables:
            value = _mutable.coerced(state_of(instance), self.key, value)
        values[self.key] = value
        state = values.get("_sa_instance_state")
        if state is not None:
            state.touch(instance)

    def __delete__(self, instance):
        instance.__dict__.pop(self.key, None)


class PropertyAttribute(QueryableAttribute):
    """A relationship, a synonym, a composite or an SQL expression."""

    def __init__(self, key, prop, owner):
        self.key = key
        self.prop = prop
        self.owner = owner

    @property
    def property(self):
        return self.prop

    def __get__(self, instance, owner):
        prop = self.prop
        if isinstance(prop, SynonymProperty):
            return getattr(owner if instance is None else instance, prop.name)
        if instance is None:
            return prop.columns[0] if isinstance(prop, ColumnProperty) else self
        from sqlalchemy.orm import _relationships

        return _relationships.read_property(instance, prop)

    def __set__(self, instance, value):
        prop = self.prop
        if isinstance(prop, SynonymProperty):
            setattr(instance, prop.name, value)
            return
        from sqlalchemy.orm import _relationships

        _relationships.write_property(instance, prop, value)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        from sqlalchemy.orm import _relationships

        return _relationships.comparator_attribute(self, name)
