"""From the body of a class to its table: which columns it has, in SQLAlchemy's order, and what else it maps.

A class's own attributes come first, then those of its mixins and abstract bases in the order of its __mro__; of these
the columns are copied. `sort_order` moves columns; everything else keeps its place.
"""

import _limbeck_opaque
import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.orm import _annotations
from sqlalchemy.orm._mapper import InstrumentedAttribute, Mapper, PropertyAttribute
from sqlalchemy.orm._properties import (
    ColumnProperty,
    MappedColumn,
    MapperProperty,
    Relationship,
    SynonymProperty,
)

_SPECIAL = ("__table__", "__mapper_args__", "__tablename__", "__table_args__")
_MISSING = object()


class declared_attr:
    """A method of a mixin or a base that gives an attribute of each class mapped from it."""

    _cascading = False
    _is_directive = False

    def __init__(self, fn, cascading=False):
        self.fget = fn.__func__ if isinstance(fn, classmethod) else fn
        self.__doc__ = getattr(self.fget, "__doc__", None)
        self._cascading = cascading

    def __get__(self, instance, owner):
        known = owner.__dict__.get("_sa_declared_attrs")
        if known is None:
            return self.fget(owner)
        if self not in known:
            known[self] = None
            known[self] = self.fget(owner)
        return known[self]

    def __class_getitem__(cls, parameters):
        return cls

    @classmethod
    def cascading(cls, fn=None):
        return (lambda function: cls(function, True)) if fn is None else cls(fn, True)

    @classmethod
    def directive(cls, fn):
        made = cls(fn)
        made._is_directive = True
        return made


declared_attr._is_mapped_attr = True


class declared_directive(declared_attr):
    _is_directive = True


def default_constructor(self, **keywords):
    cls = type(self)
    cls.__mapper__.registry.ensure_configured()
    for name, value in keywords.items():
        if not hasattr(cls, name):
            raise TypeError("%r is an invalid keyword argument for %s" % (name, cls.__name__))
        setattr(self, name, value)


def is_mapped(cls):
    return "__mapper__" in cls.__dict__


def merge_names(own, annotated):
    """The names of a class and of its annotations as one list, as far as both orders allow: from one list up to a name
    that both have, then from the other."""
    shared = set(own) & set(annotated)
    merged = []
    lists = [own, annotated]
    places = [0, 0]
    side = 0
    while places[side] < len(lists[side]):
        name = lists[side][places[side]]
        places[side] += 1
        if name in shared:
            shared.discard(name)
            side = 1 - side
        else:
            merged.append(name)
    merged.extend(lists[1 - side][places[1 - side]:])
    return merged


def _counts(name):
    return name in _SPECIAL or not (name.startswith("__") or name.startswith("_sa_"))


def _attributes_of(cls):
    """(name, value or None, annotation or None) of a class alone."""
    own = dict(cls.__dict__)
    annotations = own.get("__annotations__") or {}
    names = [name for name in merge_names(list(own), list(annotations)) if _counts(name)]
    return [(name, own.get(name), annotations.get(name)) for name in names]


class Scan:
    """One class on its way to its table."""

    def __init__(self, registry, cls, table=None):
        self.registry = registry
        self.cls = cls
        self.given_table = table
        self.collected = {}
        self.annotations = {}
        self.properties = {}
        self.columns = []
        self.column_keys = {}
        self.copies = {}
        self.tablename = None
        self.table_args = None
        self.has_mapper_args = False
        self.inherits = self._find_parent()
        self.is_single = False
        self.is_dataclass = bool(getattr(cls, "_sa_dataclass_options", None) is not None)
        self.allow_unmapped = bool(getattr(cls, "__allow_unmapped__", False)) or self.is_dataclass

    def run(self):
        type.__setattr__(self.cls, "_sa_declared_attrs", {})
        try:
            self._scan()
            self.has_fixed_table = "__table__" in self.cls.__dict__ or self.table_attr is not None
            self.is_single = not self.has_fixed_table and self.tablename is None and self.given_table is None
            self._extract()
            self._order_columns()
            table = self._make_table()
            self._inherit(table)
            self._map(table)
        finally:
            type.__delattr__(self.cls, "_sa_declared_attrs")

    def _find_parent(self):
        parents = []
        for base in self.cls.__bases__:
            parent = next((c for c in base.__mro__ if is_mapped(c)), None)
            if parent is not None and parent not in parents:
                parents.append(parent)
        if len(parents) > 1:
            raise exc.InvalidRequestError("Class %s has multiple mapped bases: %r" % (self.cls, parents))
        return parents[0] if parents else None

    # ---------------------------------------------------------------- collecting

    def _scan(self):
        cls = self.cls
        self.table_attr = None
        bases = []
        for base in cls.__mro__[:-1]:
            mapped = base is not cls and is_mapped(base)
            attributes = _attributes_of(base)
            copies = {} if mapped or base is cls else self._copy_columns(base, attributes)
            bases.append((base, mapped, attributes, copies))
        inherited_args = False
        for base, mapped, attributes, copies in bases:
            self.collected.update(copies)
            for name, value, annotation in attributes:
                if name in _SPECIAL:
                    inherited_args = self._take_special(base, mapped, name, value) or inherited_args
                elif mapped:
                    continue
                elif base is cls:
                    self._take_own(name, value, annotation)
                else:
                    self._take_from_mixin(base, name, value, annotation)
        if inherited_args and not self.tablename:
            self.table_args = None

    def _take_special(self, base, mapped, name, value):
        """True for __table_args__ that the class has from a base."""
        if mapped and not isinstance(value, declared_attr):
            return False
        if name == "__tablename__":
            if not self.tablename:
                self.tablename = self.cls.__tablename__
        elif name == "__table__":
            if isinstance(value, declared_attr):
                self.table_attr = value
        elif name == "__mapper_args__":
            self.has_mapper_args = True
        elif not self.table_args:
            self.table_args = self.cls.__table_args__
            if not isinstance(self.table_args, (tuple, dict, type(None))):
                raise exc.ArgumentError("__table_args__ value must be a tuple, dict, or None")
            return base is not self.cls
        return False

    def _take_own(self, name, value, annotation):
        found = self._annotation(name, annotation, self.cls, value)
        own = self.cls.__dict__
        if value is None and found is not None and name not in own:
            # The columns of a table that is there need no annotation to be found.
            if "__table__" not in own:
                self.collected[name] = MappedColumn()
        elif name in own:
            self.collected[name] = value

    def _take_from_mixin(self, base, name, value, annotation):
        if isinstance(value, sa.Column):
            return  # copied already
        if isinstance(value, MapperProperty):
            raise exc.InvalidRequestError(
                "Mapper properties (i.e. deferred,column_property(), relationship(), etc.) must be declared as "
                "@declared_attr callables on declarative mixin classes.  For dataclass field() objects, use a lambda:"
            )
        if not isinstance(value, declared_attr):
            return
        if value._cascading:
            made = value.__get__(None, self.cls)
            type.__setattr__(self.cls, name, made)
        else:
            made = getattr(self.cls, name)
        self.collected[name] = self.copies[value] = made
        returned = getattr(value.fget, "__annotations__", {}).get("return")
        self._annotation(name, returned, base, made)

    def _annotation(self, name, annotation, origin, value):
        """What the first of the classes that speak of a name says: mixins whose columns are copied, the class itself, and
        then the mixins' functions."""
        if name in self.annotations:
            return self.annotations[name][0]
        if annotation is None or _annotations.is_class_var(annotation):
            return None
        found = _annotations.mapped_annotation(annotation, self.cls, origin.__module__)
        if found is None and self.allow_unmapped and isinstance(value, (MappedColumn, Relationship)):
            found = _annotations.MappedAnnotation(None, annotation)
        if found is not None:
            self.annotations[name] = (found, origin.__module__)
        return found

    def _is_overridden(self, name, value):
        found = getattr(self.cls, name, value)
        return found is not value

    def _copy_columns(self, base, attributes):
        copies = {}
        own = self.cls.__dict__
        for name, value, annotation in attributes:
            if isinstance(value, sa.Column):
                if self._is_overridden(name, value):
                    continue
                self._annotation(name, annotation, base, value)
                if name in own or self._is_in_fixed_table(value.name or name):
                    continue
                made = value._copy()
                if made.name is None:
                    made.name = name
                self.copies[value] = made
            elif value is None and "__table__" not in own and annotation is not None and name not in base.__dict__:
                if self._is_overridden(name, None) or self._annotation(name, annotation, base, None) is None:
                    continue
                made = MappedColumn()
            else:
                continue
            copies[name] = made
            type.__setattr__(self.cls, name, made)
        return copies

    def _is_in_fixed_table(self, name):
        table = self.cls.__dict__.get("__table__")
        return table is not None and not isinstance(table, declared_attr) and name in table.c

    # ---------------------------------------------------------------- columns and properties

    def _extract(self):
        for name in list(self.collected):
            value = self.collected[name]
            if isinstance(value, declared_attr):
                value = getattr(self.cls, name)
            if isinstance(value, (InstrumentedAttribute, PropertyAttribute)) and value.key != name:
                value = SynonymProperty(value.key)
            if not isinstance(value, (sa.Column, MapperProperty)):
                if name in self.collected and isinstance(self.collected[name], declared_attr):
                    type.__setattr__(self.cls, name, value)
                del self.collected[name]
                continue
            if name == "metadata":
                raise exc.InvalidRequestError(
                    "Attribute name 'metadata' is reserved when using the Declarative API."
                )
            annotation, module = self.annotations.get(name, (None, self.cls.__module__))
            if isinstance(value, MappedColumn):
                value = value.declarative_scan(self, name, annotation, module)
            elif isinstance(value, sa.Column):
                if value.name is None:
                    value.name = name
            else:
                value.declarative_scan(self, name, annotation, module)
            self.properties[name] = value

    def _order_columns(self):
        ordered = []
        for name, value in self.properties.items():
            if isinstance(value, sa.Column):
                columns = [value] if value.table is None else []
                self.column_keys[name] = value
            else:
                columns = value.columns_to_assign()
                if isinstance(value, ColumnProperty) and isinstance(value.columns[0], sa.Column):
                    self.column_keys[name] = value.columns[0]
            for column in columns:
                if not any(column is other for _, other in ordered):
                    ordered.append((getattr(column, "_sort_order", None) or 0, column))
        ordered.sort(key=lambda pair: pair[0])
        self.columns = [column for _, column in ordered]

    # ---------------------------------------------------------------- the table

    def _make_table(self):
        cls = self.cls
        if self.given_table is not None:
            return self.given_table
        if self.has_fixed_table:
            table = cls.__table__
            if self.table_attr is not None:
                type.__setattr__(cls, "__table__", table)
            self._check_fixed(table)
            return table
        if self.tablename is None:
            return None
        arguments, options = self._split_table_args()
        autoload = cls.__dict__.get("__autoload_with__")
        if autoload is not None:
            options["autoload_with"] = autoload
        make = getattr(cls, "__table_cls__", None) or sa.Table
        table = make(self.tablename, self._metadata(), *self.columns, *arguments, **options)
        if table is None:  # a project's __table_cls__ found that the class shares its parent's
            self.is_single = True
            return None
        type.__setattr__(cls, "__table__", table)
        lacking = _limbeck_opaque.ancestor(cls)
        if lacking is not None:
            table.info["limbeck.lacking"] = lacking
        return table

    def _check_fixed(self, table):
        for column in self.columns:
            if column.table is not table:
                raise exc.ArgumentError(
                    "Can't add additional column %r when specifying __table__" % column.key
                )

    def _split_table_args(self):
        given = self.table_args
        if not given:
            return (), {}
        if isinstance(given, dict):
            return (), dict(given)
        if isinstance(given[-1], dict):
            return given[:-1], dict(given[-1])
        return given, {}

    def _metadata(self):
        found = getattr(self.cls, "metadata", None)
        return found if found is not None else self.registry.metadata

    def _inherit(self, table):
        if table is None and self.inherits is None:
            if self.cls.__dict__.get("__no_table__"):
                return
            raise exc.InvalidRequestError(
                "Class %r does not have a __table__ or __tablename__ specified and does not inherit from an existing "
                "table-mapped class." % self.cls
            )
        if table is not None or self.inherits is None:
            return
        if self.table_args:
            raise exc.ArgumentError("Can't place __table_args__ on an inherited class with no table.")
        parent = self.inherits.__table__
        for column in self.columns:
            if column.name in parent.c:
                if parent.c[column.name] is column:
                    continue
                raise exc.ArgumentError(
                    "Column '%s' on class %s conflicts with existing column '%s'.  If using Declarative, consider using "
                    "the use_existing_column parameter of mapped_column() to resolve conflicts."
                    % (column.name, self.cls.__name__, "%s.%s" % (parent.fullname, column.name))
                )
            if column.primary_key:
                raise exc.ArgumentError("Can't place primary key columns on an inherited class with no table.")
            parent.append_column(column)

    # ---------------------------------------------------------------- the mapper

    def _map(self, table):
        mapper = Mapper(self.registry, self.cls, table, self.inherits)
        mapper.take_properties(self)
        type.__setattr__(self.cls, "__mapper__", mapper)
        mapper.instrument()
        self.registry.add_class(self.cls)
        for event in ("__declare_first__", "__declare_last__"):
            if event in self.cls.__dict__:
                mapper.after_configured.append(event)


def map_class(registry, cls):
    if cls.__dict__.get("__abstract__"):
        return None
    Scan(registry, cls).run()
    return cls.__mapper__


def map_imperatively(registry, cls, table, keywords):
    parent = keywords.get("inherits")
    parent = getattr(parent, "class_", parent)
    if parent is None:
        parent = next((base for base in cls.__mro__[1:] if is_mapped(base)), None)
    mapper = Mapper(registry, cls, table, parent)
    mapper.arguments = {name: value for name, value in keywords.items() if name != "properties"}
    for name, value in (keywords.get("properties") or {}).items():
        mapper.add_property(name, value)
    mapper.take_remaining_columns()
    if table is not None:
        type.__setattr__(cls, "__table__", table)
    type.__setattr__(cls, "__mapper__", mapper)
    mapper.instrument()
    registry.add_class(cls)
    if cls.__init__ is object.__init__:
        type.__setattr__(cls, "__init__", default_constructor)
    return mapper


def add_attribute(cls, name, value):
    """User.extra = Column(...) after the class is there."""
    if isinstance(value, sa.Column) and value.table is None:
        if value.name is None:
            value.name = name
        cls.__table__.append_column(value)
    if isinstance(value, (sa.Column, MapperProperty)):
        if isinstance(value, MapperProperty):
            value.key = name
            value.parent = cls
            value.module = cls.__module__
            for column in value.columns_to_assign():
                if column.name is None:
                    column.name = name
                cls.__table__.append_column(column)
        cls.__mapper__.add_property(name, value)
        cls.__mapper__.instrument()
    else:
        type.__setattr__(cls, name, value)
