"""What stands in the body of a mapped class: columns, relationships, synonyms and their like."""

import sqlalchemy as sa
from sqlalchemy.orm import _annotations
from sqlalchemy.orm.exc import MappedAnnotationError

NOT_GIVEN = object()

# Arguments that a mapped attribute has for its class as a dataclass.
_DATACLASS_ARGUMENTS = ("init", "repr", "default_factory", "compare", "kw_only", "hash", "dataclass_metadata")


def take_dataclass_arguments(keywords):
    return {name: keywords.pop(name) for name in _DATACLASS_ARGUMENTS if name in keywords}


def is_null_type(sql_type):
    return type(sql_type).__name__ == "NullType"


class MappedColumn(sa.Column):
    """mapped_column(): a column that takes what it does not say from its annotation."""

    inherit_cache = True

    def __init__(self, *args, **keywords):
        self._dataclass = take_dataclass_arguments(keywords)
        if "default" in keywords:
            self._dataclass["default"] = keywords["default"]
        insert_default = keywords.pop("insert_default", NOT_GIVEN)
        self._has_insert_default = insert_default is not NOT_GIVEN
        if self._has_insert_default:
            keywords["default"] = insert_default
        self._sort_order = keywords.pop("sort_order", None)
        self._use_existing_column = keywords.pop("use_existing_column", False)
        for name in ("deferred", "deferred_group", "deferred_raiseload", "active_history"):
            keywords.pop(name, None)
        self._has_nullable = keywords.get("nullable") is not None
        sa.Column.__init__(self, *args, **keywords)

    def __class_getitem__(cls, parameters):
        return cls

    @property
    def column(self):
        return self

    def declarative_scan(self, scan, key, annotation, module):
        """Completes the column from its name in the class and its annotation; gives the column to put in the table."""
        column = self._existing_column(scan, key)
        if column is not self:
            return column
        if column.name is None:
            column.name = key
        if annotation is None:
            if is_null_type(column.type) and not column.foreign_keys:
                raise MappedAnnotationError(
                    'Python typing annotation is required for attribute "%s.%s" when primary argument(s) for '
                    '"MappedColumn" construct are None or not present' % (scan.cls.__name__, key)
                )
            return column
        self._take_annotation(scan, key, annotation, module)
        return column

    def _existing_column(self, scan, key):
        """With use_existing_column, a sibling class may have put the column into the parent's table already."""
        if not self._use_existing_column or scan.inherits is None or not scan.is_single:
            return self
        return scan.inherits.__table__.c.get(self.name or key, self)

    def _take_annotation(self, scan, key, annotation, module):
        try:
            argument = _annotations.resolve(annotation.argument, scan.cls, module)
        except NameError as error:
            raise MappedAnnotationError(
                'Could not resolve all types within mapped annotation: "%s".  Ensure all types are written correctly '
                "and are imported within the module in use." % (annotation.argument,)
            ) from error
        self.take_python_type(scan, key, argument)

    def take_python_type(self, scan, key, argument):
        nullable, extras, candidates, plain = _annotations.column_facts(argument)
        if not self._has_nullable:
            self.nullable = nullable
        for extra in extras:
            if isinstance(extra, MappedColumn):
                self._merge(extra)
                break
        if is_null_type(self.type) and not self.foreign_keys:
            self.type = _annotations.type_for(scan.registry, key, argument, candidates, plain)

    def _merge(self, pattern):
        """Takes from the mapped_column() of an Annotated what this one does not say itself."""
        self._merge_from(pattern, pattern._has_nullable and not self._has_nullable)
        if self._sort_order is None:
            self._sort_order = pattern._sort_order
        if pattern._use_existing_column:
            self._use_existing_column = True


class MapperProperty:
    """What a mapped class has beside its columns. `key` is its name there, `parent` the class."""

    key = None
    parent = None
    doc = None

    def __class_getitem__(cls, parameters):
        return cls

    def columns_to_assign(self):
        """Columns that were written inside of the property and go into the table."""
        return ()

    def declarative_scan(self, scan, key, annotation, module):
        self.key = key
        self.parent = scan.cls

    def __clause_element__(self):
        raise AttributeError("__clause_element__")


class PropComparator:
    """Base of comparators that an application gives to its mapped attributes."""

    def __init__(self, prop, parententity=None, adapt_to_entity=None):
        self.prop = self.property = prop
        self._parententity = parententity
        self._adapt_to_entity = adapt_to_entity

    def __clause_element__(self):
        return self.prop.__clause_element__()


class ColumnProperty(MapperProperty):
    Comparator = PropComparator

    def __init__(self, *columns, **keywords):
        self.columns = list(columns)
        self._dataclass = take_dataclass_arguments(keywords)
        self.deferred = keywords.get("deferred", False)
        self.doc = keywords.get("doc")

    @property
    def expression(self):
        return self.columns[0]

    def __clause_element__(self):
        return self.columns[0]

    def columns_to_assign(self):
        return [column for column in self.columns if isinstance(column, sa.Column) and column.table is None]

    def declarative_scan(self, scan, key, annotation, module):
        MapperProperty.declarative_scan(self, scan, key, annotation, module)
        column = self.columns[0]
        if isinstance(column, MappedColumn):
            column.declarative_scan(scan, key, annotation, module)
        elif isinstance(column, sa.Column) and column.name is None:
            column.name = key


class MappedSQLExpression(ColumnProperty):
    pass


class CompositeProperty(MapperProperty):
    """composite(Point, column, column): several columns as one value."""

    Comparator = PropComparator

    def __init__(self, _class_or_attr=None, *attrs, **keywords):
        self._dataclass = take_dataclass_arguments(keywords)
        if isinstance(_class_or_attr, (sa.Column, str)):
            attrs = (_class_or_attr,) + attrs
            _class_or_attr = None
        self.composite_class = _class_or_attr
        self.attrs = attrs

    def declarative_scan(self, scan, key, annotation, module):
        MapperProperty.declarative_scan(self, scan, key, annotation, module)
        if annotation is not None and self.composite_class is None:
            found = _annotations.resolve(annotation.argument, scan.cls, module)
            self.composite_class = _annotations.without_none(found)
        fields = _fields_of(self.composite_class)
        if not self.attrs:
            self.attrs = tuple(MappedColumn() for _ in fields)
        for (name, python_type), column in zip(fields, self.attrs):
            if not isinstance(column, sa.Column):
                continue
            if column.name is None:
                column.name = name
            if isinstance(column, MappedColumn) and python_type is not None:
                python_type = _annotations.resolve(python_type, self.composite_class, self.composite_class.__module__)
                column.take_python_type(scan, name, python_type)

    def columns_to_assign(self):
        return [column for column in self.attrs if isinstance(column, sa.Column) and column.table is None]


def _fields_of(cls):
    """Names and types of the arguments that make an instance."""
    import inspect

    if cls is None:
        return []
    fields = getattr(cls, "__dataclass_fields__", None)
    if fields is not None:
        return [(field.name, field.type) for field in fields.values()]
    parameters = list(inspect.signature(cls.__init__).parameters.values())[1:]
    return [(p.name, None if p.annotation is inspect.Parameter.empty else p.annotation) for p in parameters]


class SynonymProperty(MapperProperty):
    def __init__(self, name, map_column=None, descriptor=None, comparator_factory=None, **keywords):
        self._dataclass = take_dataclass_arguments(keywords)
        self.name = name
        self.descriptor = descriptor
        self.map_column = map_column


Synonym = SynonymProperty
Composite = CompositeProperty
MappedColumnProperty = ColumnProperty


class Relationship(MapperProperty):
    """relationship(): other mapped objects. Nothing of the schema depends on one."""

    Comparator = PropComparator

    def __init__(self, argument=None, secondary=None, **keywords):
        self._dataclass = take_dataclass_arguments(keywords)
        self.argument = argument
        self.secondary = secondary
        self.options = keywords
        self.annotation = None
        self.module = None
        self._target = None

    @property
    def uselist(self):
        from sqlalchemy.orm import _relationships

        return _relationships.is_list(self)

    @property
    def mapper(self):
        from sqlalchemy.orm import _relationships

        return _relationships.target_of(self).__mapper__

    @property
    def back_populates(self):
        return self.options.get("back_populates")

    def declarative_scan(self, scan, key, annotation, module):
        MapperProperty.declarative_scan(self, scan, key, annotation, module)
        self.annotation = annotation
        self.module = module


RelationshipProperty = Relationship


class QueryExpression(ColumnProperty):
    def columns_to_assign(self):
        return ()


def mapped_column(*args, **keywords):
    """mapped_column([name], [type], *items, **options)"""
    return MappedColumn(*args, **keywords)


def column_property(*columns, **keywords):
    return ColumnProperty(*columns, **keywords)


def deferred(*columns, **keywords):
    return ColumnProperty(*columns, deferred=True, **keywords)


def query_expression(default_expr=None, **keywords):
    return QueryExpression(sa.null() if default_expr is None else default_expr, **keywords)


def composite(_class_or_attr=None, *attrs, **keywords):
    return CompositeProperty(_class_or_attr, *attrs, **keywords)


def synonym(name, **keywords):
    return SynonymProperty(name, **keywords)


def relationship(argument=None, secondary=None, **keywords):
    return Relationship(argument, secondary, **keywords)


def relation(argument=None, secondary=None, **keywords):
    return Relationship(argument, secondary, **keywords)


def dynamic_loader(argument=None, **keywords):
    keywords["lazy"] = "dynamic"
    return Relationship(argument, **keywords)


def backref(name, **keywords):
    return (name, keywords)


def foreign(expression):
    return expression


def remote(expression):
    return expression


def validates(*names, include_removes=False, include_backrefs=True):
    """Marks a method that checks what is set, and says what is taken in its place."""

    def mark(function):
        function.__sa_validators__ = (names, {"include_removes": include_removes, "include_backrefs": include_backrefs})
        return function

    return mark


def reconstructor(function):
    function.__sa_reconstructor__ = True
    return function
