"""Alembic's operations, and the SQLAlchemy values in them, as JSON that Limbeck's tests read into its own values.

Only what an operation says is written, never what SQLAlchemy makes of it later: names are those the script gave,
columns keep their flags. src/dialect/golden_reader_test.cc reads it.
"""

import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.sql import elements, functions, operators, schema, sqltypes
from sqlalchemy.sql.base import _NoneName

from alembic.ddl.postgresql import CreateExcludeConstraintOp
from alembic.operations import ops
from alembic.util import sqla_compat

DIALECTS = {"postgresql": postgresql.dialect(), "sqlite": sqlite.dialect()}


class Unsupported(Exception):
    """A value that the tests do not carry over."""


def without_none(mapping):
    return {key: value for key, value in mapping.items() if value is not None}


# ---------------------------------------------------------------------------------------------- names and values

def name_of(name):
    """A plain name is a string; one with a decided quote is {"text", "quote"}."""
    if name is None:
        return None
    quote = getattr(name, "quote", None)
    return str(name) if quote is None else {"text": str(name), "quote": bool(quote)}


def constraint_name(name):
    if name is None or isinstance(name, _NoneName):
        return None
    text = name_of(name)
    if not isinstance(name, elements.conv):
        return text
    return {"text": str(name), "final": True}


def value_of(value):
    if isinstance(value, enum.Enum):
        value = value.name
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2 ** 63 else {"big": str(value)}
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, decimal.Decimal):
        return {"decimal": str(value)}
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, datetime.datetime):
        return {"datetime": value.isoformat(sep=" ")}
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    if isinstance(value, datetime.time):
        return {"time": value.isoformat()}
    if isinstance(value, datetime.timedelta):
        return {"interval": value // datetime.timedelta(microseconds=1)}
    if isinstance(value, uuid.UUID):
        return {"uuid": str(value)}
    if isinstance(value, (list, tuple)):
        return {"list": [value_of(item) for item in value]}
    if isinstance(value, dict):
        return {"json": repr(value)}
    raise Unsupported(f"value {value!r}")


def is_plain_option(value):
    return value is None or isinstance(value, (bool, int, float, str))


def option_of(value):
    if isinstance(value, (set, frozenset)):
        value = sorted(value)
    if is_plain_option(value):
        return value
    if isinstance(value, (list, tuple)):
        return {"list": [option_of(item) for item in value]}
    if isinstance(value, dict):
        return {"map": [[str(key), option_of(item)] for key, item in value.items()]}
    return {"expression": expression(value)}


def options(kwargs):
    return {key: option_of(value) for key, value in kwargs.items()}


def dialect_options(item):
    """Those that were given, by full name."""
    return options({key: value for key, value in item.dialect_kwargs.items()})


# ---------------------------------------------------------------------------------------------- types

PACKAGES = ("postgresql", "sqlite", "mysql", "mssql", "oracle")
NUMBERS = ("length", "precision", "scale", "decimal_return_scale", "second_precision", "day_precision", "dimensions")


def package_of(cls):
    module = cls.__module__
    if module.startswith("sqlalchemy.dialects."):
        return module.split(".")[2]
    return "sqlalchemy" if module.startswith("sqlalchemy.") else "third-party"


def enum_details(type_):
    details = {"name": name_of(type_.name) if not isinstance(type_.name, elements.conv) else str(type_.name),
               "name_is_final": isinstance(type_.name, elements.conv) or None,
               "create_constraint": getattr(type_, "create_constraint", None)}
    if isinstance(type_, sqltypes.Enum):
        details.update(values=list(type_.enums), schema=name_of(type_.schema), native=type_.native_enum,
                       inherit_schema=type_.inherit_schema, create_type=getattr(type_, "create_type", True),
                       belongs_to_metadata=type_.metadata is not None)
    return without_none(details)


def domain_details(type_):
    check = type_.check
    return without_none({
        "name": name_of(type_.name), "schema": name_of(type_.schema), "data_type": type_json(type_.data_type),
        "collation": type_.collation, "constraint_name": type_.constraint_name, "not_null": bool(type_.not_null),
        "check": check.text if check is not None else None, "create_type": type_.create_type,
        "default": getattr(type_.default, "text", type_.default),
        "default_is_sql": isinstance(type_.default, elements.TextClause)})


def is_known_class(cls):
    """SQLAlchemy's own, and one that scripts can name."""
    homes = (sa, sa.types, postgresql, sqlite, mysql)
    private = issubclass(cls, (sqltypes.JSON.JSONIndexType, sqltypes.JSON.JSONPathType))
    return private or any(getattr(home, cls.__name__, None) is cls for home in homes)


def type_json(type_):
    type_ = sqltypes.to_instance(type_)
    variants = {name: type_json(variant) for name, variant in type_._variant_mapping.items()}
    result = plain_type_json(type_)
    if variants:
        result["variants"] = {**result.get("variants", {}), **variants}
    return result


def plain_type_json(type_):
    if isinstance(type_, sa.TypeDecorator) and not isinstance(type_, (sa.Interval, sa.PickleType)):
        result = type_json(type_.impl_instance)
        result["variants"] = {name: type_json(type_.load_dialect_impl(dialect)) for name, dialect in DIALECTS.items()}
        return result
    if not is_known_class(type(type_)):
        if isinstance(type_, sa.types.UserDefinedType):
            return {"class": "UserDefinedType", "package": "third-party", "ddl": type_.get_col_spec()}
        known = next(cls for cls in type(type_).__mro__ if is_known_class(cls))
        return known_type_json(type_, known)
    return known_type_json(type_, type(type_))


JSON_ELEMENTS = ((sqltypes.JSON.JSONIndexType, "JSONIndexType"), (sqltypes.JSON.JSONPathType, "JSONPathType"))


def known_type_json(type_, cls):
    result = {"class": cls.__name__, "package": package_of(cls)}
    for element, name in JSON_ELEMENTS:
        if isinstance(type_, element) and cls is not postgresql.JSONPATH:
            return {"class": name}
    for number in NUMBERS:
        value = getattr(type_, number, None)
        is_default = number == "length" and isinstance(type_, sqltypes.Enum) and value == type_._default_length
        if value is not None and not is_default:
            result[number] = value
    if isinstance(type_, sqltypes.Enum) and type_.length is None:
        result["length"] = 0
    for flag in ("timezone", "varying", "as_tuple", "zero_indexes", "none_as_null"):
        if getattr(type_, flag, False):
            result[flag] = True
    native = getattr(type_, "native_uuid", getattr(type_, "native", True) if isinstance(type_, sa.Interval) else True)
    result.update(without_none({
        "native": None if native else False,
        "as_uuid": None if getattr(type_, "as_uuid", True) else False,
        "collation": getattr(type_, "collation", None) if isinstance(type_, sqltypes.String) else None,
        "fields": getattr(type_, "fields", None)}))
    if isinstance(type_, sqlite.base._DateTimeMixin) and not type_.format_is_text_affinity:
        result["numeric_storage"] = True
    if isinstance(type_, (sqltypes.Enum, sqltypes.Boolean)):
        result["enum"] = enum_details(type_)
    if isinstance(type_, postgresql.DOMAIN):
        result["domain"] = domain_details(type_)
    if isinstance(type_, sqltypes.ARRAY):
        result["item_type"] = type_json(type_.item_type)
    return result


# ---------------------------------------------------------------------------------------------- expressions

def expression(element):
    if isinstance(element, str):
        return {"node": "text", "sql": element}
    if isinstance(element, sqla_compat._textual_index_element):
        return expression(element.text)
    for cls, write in NODES:
        if isinstance(element, cls):
            return write(element)
    raise Unsupported(f"expression {type(element).__name__}")


def operator_name(operator):
    if operator is None:
        return None
    return operator.__name__


def custom(operator):
    if not isinstance(operator, operators.custom_op):
        return {}
    return {"custom": operator.opstring, "precedence": operator.precedence, "comparison": operator.is_comparison,
            "eager_grouping": operator.eager_grouping}


def all_of(elements_):
    return [expression(element) for element in elements_]


def write_bind(bind):
    anonymous = isinstance(bind.key, elements._anonymous_label)
    return without_none({
        "node": "bind", "key": None if anonymous else str(bind.key), "hint": bind._orig_key if anonymous else None,
        "value": value_of(bind.value), "type": type_json(bind.type), "unique": bind.unique, "required": bind.required,
        "expanding": bind.expanding,
        "literal": isinstance(bind, sqla_compat._literal_bindparam) or bind.literal_execute})


def write_text(text):
    given = [write_bind(bind) for bind in text._bindparams.values()
             if not bind.required or not isinstance(bind.type, sqltypes.NullType)]
    return {"node": "text", "sql": text.text, "binds": given}


def write_column(column):
    if column.is_literal:
        return {"node": "literal_column", "sql": str(column.name), "type": type_json(column.type)}
    table = column.table
    return without_none({
        "node": "column", "name": name_of(column.name), "type": type_json(column.type),
        "table": name_of(table.name) if table is not None else None,
        "schema": name_of(getattr(table, "schema", None)) if table is not None else None})


def write_function(function):
    return {"node": "function", "path": [name_of(name) for name in (*function.packagenames, function.name)],
            "arguments": all_of(function.clauses), "type": type_json(function.type)}


def write_unary(unary):
    operator = unary.operator or unary.modifier
    return without_none({"node": "unary", "operator": operator_name(unary.operator),
                         "modifier": operator_name(unary.modifier), "operand": expression(unary.element),
                         "type": type_json(unary.type), **custom(operator)})


def write_binary(binary):
    return without_none({
        "node": "binary", "left": expression(binary.left), "right": expression(binary.right),
        "operator": operator_name(binary.operator), "type": type_json(binary.type),
        "negation": operator_name(binary.negate), **custom(binary.operator),
        "escape": binary.modifiers.get("escape"), "flags": binary.modifiers.get("flags"),
        "symmetric": binary.modifiers.get("symmetric")})


def write_list(clauses):
    return {"node": "list", "operator": operator_name(clauses.operator), "clauses": all_of(clauses.clauses),
            "group": clauses.group}


def write_case(case):
    return without_none({
        "node": "case", "value": expression(case.value) if case.value is not None else None,
        "whens": [[expression(condition), expression(result)] for condition, result in case.whens],
        "else": expression(case.else_) if case.else_ is not None else None})


def write_next_value(function):
    return without_none({"node": "next_value", "sequence": name_of(function.sequence.name),
                         "schema": name_of(function.sequence.schema)})


# The first class that fits decides.
NODES = [
    (elements.Null, lambda e: {"node": "null"}),
    (elements.True_, lambda e: {"node": "true"}),
    (elements.False_, lambda e: {"node": "false"}),
    (elements.BindParameter, write_bind),
    (elements.TextClause, write_text),
    (functions.next_value, write_next_value),
    (functions.FunctionElement, write_function),
    (elements.Cast, lambda e: {"node": "cast", "operand": expression(e.clause), "type": type_json(e.type)}),
    (elements.TypeCoerce, lambda e: {"node": "coerce", "operand": expression(e.typed_expression),
                                     "type": type_json(e.type)}),
    (elements.CollationClause, lambda e: {"node": "collation", "name": name_of(e.collation)}),
    (elements.Case, write_case),
    (elements.Extract, lambda e: {"node": "extract", "field": e.field, "operand": expression(e.expr)}),
    (elements.Label, lambda e: {"node": "label", "name": name_of(e.name), "operand": expression(e.element)}),
    (elements.Tuple, lambda e: {"node": "tuple", "items": all_of(e.clauses)}),
    (postgresql.array, lambda e: {"node": "array", "items": all_of(e.clauses), "type": type_json(e.type)}),
    (elements.AsBoolean, lambda e: {"node": "as_boolean", "operand": expression(e.element),
                                    "operator": operator_name(e.operator)}),
    (elements.UnaryExpression, write_unary),
    (elements.BinaryExpression, write_binary),
    (elements.Grouping, lambda e: {"node": "grouping", "operand": expression(e.element)}),
    (elements.ClauseList, write_list),
    (elements.ExpressionClauseList, write_list),
    (elements.Slice, lambda e: {"node": "slice", "start": expression(e.start), "stop": expression(e.stop)}),
    (elements.ColumnClause, write_column),
]


# ---------------------------------------------------------------------------------------------- columns

SEQUENCE_OPTIONS = ("start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "cache",
                    "order")


def sequence_options(item):
    return without_none({key: getattr(item, key) for key in SEQUENCE_OPTIONS})


def sequence(item):
    return without_none({"name": name_of(item.name), "schema": name_of(item.schema), "optional": item.optional,
                         "data_type": type_json(item.data_type) if item.data_type is not None else None,
                         "options": sequence_options(item)})


def server_default(default):
    if isinstance(default, sa.Computed):
        return {"computed": expression(default.sqltext), "persisted": default.persisted}
    if isinstance(default, sa.Identity):
        return {"identity": sequence_options(default), "always": bool(default.always)}
    if isinstance(default, schema.DefaultClause):
        default = default.arg
    if isinstance(default, schema.FetchedValue):
        return {"fetched": True}
    return {"literal": default} if isinstance(default, str) else {"expression": expression(default)}


def client_default(default):
    if default is None:
        return None
    if isinstance(default, sa.Sequence):
        return {"sequence": sequence(default)}
    if default.is_callable:
        return {"callable": True}
    if default.is_clause_element:
        return {"expression": expression(default.arg)}
    return {"value": value_of(default.arg)}


def column(item):
    specified = item._user_defined_nullable is not schema.NULL_UNSPECIFIED
    return without_none({
        "name": name_of(item.name), "type": type_json(item.type), "key": item.key if item.key != item.name else None,
        "nullable": bool(item.nullable) if specified else None, "primary_key": item.primary_key or None,
        "server_default": server_default(item.server_default) if item.server_default is not None else None,
        "client_default": client_default(item.default),
        "autoincrement": item.autoincrement if item.autoincrement != "auto" else None,
        "unique": bool(item.unique) or None, "index": bool(item.index) or None, "comment": item.comment,
        "system": item.system or None,
        "foreign_keys": [foreign_key_of_column(key) for key in ordered(item.foreign_keys)
                         if not key.constraint or not written_out(key.constraint)],
        "checks": [check(constraint) for constraint in ordered(item.constraints)
                   if isinstance(constraint, sa.CheckConstraint)],
        "options": dialect_options(item)})


def ordered(items):
    return sorted(items, key=lambda item: getattr(item, "_creation_order", 0))


WRITTEN_OUT = "_limbeck_written_out"


def written_out(constraint):
    """A key that stands among the table's constraints, not with its column."""
    return getattr(constraint, WRITTEN_OUT, False)


# ---------------------------------------------------------------------------------------------- constraints

def colspec(key):
    """schema, table, column of what a ForeignKey refers to."""
    tokens = key._get_colspec().split(".")
    if len(tokens) == 1:
        return None, tokens[0], None
    return ".".join(tokens[:-2]) or None, tokens[-2], tokens[-1]


def foreign_key_of_column(key):
    key_schema, table, name = colspec(key)
    return without_none({
        "kind": "foreign_key", "name": constraint_name(key.name), "referent_table": table,
        "referent_schema": key_schema, "referent_columns": [name] if name else [], "onupdate": key.onupdate,
        "ondelete": key.ondelete, "deferrable": key.deferrable, "initially": key.initially, "match": key.match,
        "use_alter": key.use_alter, "options": options(key._unvalidated_dialect_kw)})


def common(constraint):
    return without_none({"name": constraint_name(constraint.name), "deferrable": constraint.deferrable,
                         "initially": constraint.initially, "comment": constraint.comment,
                         "options": dialect_options(constraint)})


def argument_names(constraint):
    """Column names as they were given, attached or not."""
    if getattr(constraint, "_columns", None):
        return [name_of(item.name) for item in constraint._columns]
    return [name_of(item.name if hasattr(item, "name") else item) for item in constraint._pending_colargs]


def check(constraint):
    return {"kind": "check", **common(constraint), "condition": expression(constraint.sqltext),
            "type_bound": constraint._type_bound}


def table_foreign_key(constraint):
    specs = [colspec(element) for element in constraint.elements]
    return without_none({
        "kind": "foreign_key", **common(constraint), "columns": argument_names(constraint),
        "referent_schema": specs[0][0], "referent_table": specs[0][1],
        "referent_columns": [spec[2] for spec in specs], "onupdate": constraint.onupdate,
        "ondelete": constraint.ondelete, "match": constraint.match, "use_alter": constraint.use_alter})


def exclude(constraint):
    return {"kind": "exclude", **common(constraint), "using": constraint.using,
            "where": expression(constraint.where) if constraint.where is not None else None,
            "elements": [[expression(element), operator] for element, _, operator in constraint._render_exprs],
            "ops": list(constraint.ops.items())}


def constraint_json(constraint):
    if isinstance(constraint, postgresql.ExcludeConstraint):
        return exclude(constraint)
    if isinstance(constraint, sa.ForeignKeyConstraint):
        return table_foreign_key(constraint)
    if isinstance(constraint, sa.CheckConstraint):
        return check(constraint)
    kind = "primary_key" if isinstance(constraint, sa.PrimaryKeyConstraint) else "unique"
    return {"kind": kind, **common(constraint), "columns": argument_names(constraint)}


def index_element(element):
    if isinstance(element, str):
        return name_of(element)
    if isinstance(element, schema.Column):
        return name_of(element.name)
    return {"expression": expression(element)}


def index(item):
    return {"name": constraint_name(item.name), "elements": [index_element(element) for element in item.expressions],
            "unique": bool(item.unique), "column_flag": bool(item._column_flag) or None,
            "options": options(item.dialect_kwargs)}


# ---------------------------------------------------------------------------------------------- tables

def table_of_items(name, items, *, schema_=None, comment=None, prefixes=(), kwargs=None):
    """A table from the arguments of create_table."""
    constraints = [item for item in items if isinstance(item, schema.Constraint)]
    for constraint in constraints:
        setattr(constraint, WRITTEN_OUT, True)
    return without_none({
        "name": name_of(name), "schema": name_of(schema_), "comment": comment, "prefixes": list(prefixes or ()),
        "columns": [column(item) for item in items if isinstance(item, schema.Column)],
        "constraints": [constraint_json(item) for item in ordered(constraints)],
        "indexes": [index(item) for item in items if isinstance(item, schema.Index)],
        "options": options({k: v for k, v in (kwargs or {}).items() if "_" in k})})


def flag_less(item):
    result = column(item)
    result.pop("unique", None)
    result.pop("index", None)
    return result


def attached_table(table):
    """A Table object as it is, with what its columns brought along written out."""
    constraints = [item for item in table.constraints if not item._type_bound]
    for constraint in constraints:
        setattr(constraint, WRITTEN_OUT, True)
    return without_none({
        "name": name_of(table.name), "schema": name_of(table.schema), "comment": table.comment,
        "prefixes": list(table._prefixes), "columns": [flag_less(item) for item in table.columns],
        "constraints": [constraint_json(item) for item in ordered(constraints)],
        "indexes": [index(item) for item in sorted(table.indexes, key=lambda item: str(item.name))],
        "options": options(table.dialect_kwargs)})


# ---------------------------------------------------------------------------------------------- operations

def change(value):
    """False leaves it alone, None removes it."""
    return "keep" if value is False else value


def change_default(value):
    if value is False or value is None:
        return change(value)
    return server_default(value)


def split(kwargs, *known):
    """The arguments that every database has, and the dialects' own."""
    rest = {key: value for key, value in kwargs.items() if key not in known}
    return {key: kwargs[key] for key in known if key in kwargs}, options(rest)


def create_table(op):
    kwargs = {k: v for k, v in op.kw.items() if k not in ("quote", "info")}
    schema_ = op.schema
    table = table_of_items(op.table_name, op.columns, schema_=schema_, comment=op.comment, prefixes=op.prefixes,
                           kwargs=kwargs)
    return {"table": table, "if_not_exists": op.if_not_exists, "constraints_included": op._constraints_included}


def add_column(op):
    return {"table": name_of(op.table_name), "schema": name_of(op.schema), "column": column(op.column),
            "if_not_exists": op.if_not_exists, "inline_references": op.inline_references,
            "inline_primary_key": op.inline_primary_key, "insert_before": op.kw.get("insert_before"),
            "insert_after": op.kw.get("insert_after")}


def drop_column(op):
    given, rest = split(op.kw, "existing_type")
    existing = given.get("existing_type")
    return {"table": name_of(op.table_name), "schema": name_of(op.schema), "column": name_of(op.column_name),
            "if_exists": op.if_exists, "existing_type": type_json(existing) if existing is not None else None,
            "options": rest}


def alter_column(op):
    given, rest = split(op.kw, "autoincrement", "existing_autoincrement", "insert_before", "insert_after")
    optional_type = lambda type_: type_json(type_) if type_ is not None else None
    return {"table": name_of(op.table_name), "schema": name_of(op.schema), "column": name_of(op.column_name),
            "nullable": op.modify_nullable, "comment": change(op.modify_comment),
            "server_default": change_default(op.modify_server_default), "new_name": name_of(op.modify_name),
            "type": optional_type(op.modify_type), "existing_type": optional_type(op.existing_type),
            "existing_server_default": change_default(op.existing_server_default),
            "existing_nullable": op.existing_nullable, "options": rest, **given}


def add_constraint(table, schema_, constraint):
    return {"op": "add_constraint", "table": name_of(table), "schema": name_of(schema_), "constraint": constraint}


def constraint_fields(op):
    """Name, deferrable, initially and dialect options of a create_..._constraint."""
    given, rest = split(op.kw, "deferrable", "initially", "comment")
    return without_none({"name": constraint_name(op.constraint_name), **given, "options": rest})


def create_primary_key(op):
    return add_constraint(op.table_name, op.schema, {"kind": "primary_key", **constraint_fields(op),
                                                     "columns": [name_of(name) for name in op.columns]})


def create_unique(op):
    return add_constraint(op.table_name, op.schema, {"kind": "unique", **constraint_fields(op),
                                                     "columns": [name_of(name) for name in op.columns]})


def create_check(op):
    return add_constraint(op.table_name, op.schema, {"kind": "check", **constraint_fields(op),
                                                     "condition": expression(op.condition)})


def create_foreign_key(op):
    given, rest = split(op.kw, "onupdate", "ondelete", "deferrable", "initially", "match", "use_alter",
                        "source_schema", "referent_schema")
    source_schema = given.pop("source_schema", None)
    referent_schema = given.pop("referent_schema", None)
    return add_constraint(op.source_table, source_schema, without_none({
        "kind": "foreign_key", "name": constraint_name(op.constraint_name),
        "columns": [name_of(name) for name in op.local_cols], "referent_table": name_of(op.referent_table),
        "referent_schema": name_of(referent_schema), "referent_columns": [name_of(name) for name in op.remote_cols],
        **given, "options": rest}))


def create_exclude(op):
    copied = postgresql.ExcludeConstraint(*op.elements, name=op.constraint_name, where=op.where, **op.kw)
    return add_constraint(op.table_name, op.schema, exclude(copied))


def drop_constraint(op):
    return {"name": constraint_name(op.constraint_name), "table": name_of(op.table_name),
            "schema": name_of(op.schema), "type": op.constraint_type, "if_exists": op.if_exists}


def create_index(op):
    return {"table": name_of(op.table_name), "schema": name_of(op.schema), "if_not_exists": op.if_not_exists,
            "index": {"name": constraint_name(op.index_name), "unique": bool(op.unique),
                      "elements": [index_element(element) for element in op.columns],
                      "options": options(op.kw)}}


def drop_index(op):
    rest = {key: value for key, value in op.kw.items() if key != "unique"}
    return {"name": constraint_name(op.index_name), "table": name_of(op.table_name), "schema": name_of(op.schema),
            "if_exists": op.if_exists, "options": options(rest)}


def assignments(table, row):
    return [[name, expression(item) if isinstance(item, elements.ClauseElement)
             else {"node": "bind", "key": name, "value": value_of(item), "type": {"class": "NullType"}}]
            for name, item in row.items()]


def bulk_insert(op):
    columns = [{**column(item)} if isinstance(item, schema.Column)
               else {"name": name_of(item.name), "type": type_json(item.type)} for item in op.table.c]
    table = without_none({"name": name_of(op.table.name), "schema": name_of(getattr(op.table, "schema", None)),
                          "columns": columns})
    return {"table": table, "rows": [assignments(op.table, row) for row in op.rows], "multiinsert": op.multiinsert}


def insert_value(column, value):
    result = expression(value)
    if result["node"] == "bind" and result.get("unique"):
        result.update(key=str(column.name), unique=False)
        if isinstance(value.type, sqltypes.NullType):
            result["type"] = type_json(column.type)
    return result


def insert(statement):
    if statement._values is None or statement.select is not None or statement._returning:
        raise Unsupported("insert without values")
    given = {getattr(key, "name", key): value for key, value in statement._values.items()}
    values = [[str(item.name), insert_value(item, given[item.name])] for item in statement.table.c
              if item.name in given]
    return without_none({"insert": name_of(statement.table.name), "values": values,
                         "schema": name_of(getattr(statement.table, "schema", None))})


def execute(op):
    statement = op.sqltext
    if isinstance(statement, str):
        return {"text": {"node": "text", "sql": statement}}
    if isinstance(statement, elements.TextClause):
        return {"text": write_text(statement)}
    if isinstance(statement, sa.sql.Insert):
        return insert(statement)
    return DDL_ELEMENTS[type(statement)](statement)


DDL_ELEMENTS = {
    sa.schema.CreateSequence: lambda e: {"op": "create_sequence", "sequence": sequence(e.element),
                                      "if_not_exists": e.if_not_exists},
    sa.schema.DropSequence: lambda e: {"op": "drop_sequence", "sequence": sequence(e.element),
                                    "if_exists": e.if_exists},
    sa.schema.CreateSchema: lambda e: {"op": "create_schema", "name": name_of(e.element),
                                    "if_not_exists": e.if_not_exists},
    sa.schema.DropSchema: lambda e: {"op": "drop_schema", "name": name_of(e.element), "cascade": e.cascade,
                                  "if_exists": e.if_exists},
    postgresql.CreateEnumType: lambda e: {"op": "create_type", "type": type_json(e.element)},
    postgresql.DropEnumType: lambda e: {"op": "drop_type", "type": type_json(e.element)},
    postgresql.CreateDomainType: lambda e: {"op": "create_type", "type": type_json(e.element)},
    postgresql.DropDomainType: lambda e: {"op": "drop_type", "type": type_json(e.element)},
}

TABLE = lambda op: {"table": name_of(op.table_name), "schema": name_of(op.schema)}

OPERATIONS = {
    ops.CreateTableOp: ("create_table", create_table),
    ops.DropTableOp: ("drop_table", lambda op: {**TABLE(op), "if_exists": op.if_exists,
                                                "options": options(op.table_kw)}),
    ops.RenameTableOp: ("rename_table", lambda op: {**TABLE(op), "new_name": name_of(op.new_table_name)}),
    ops.CreateTableCommentOp: ("create_table_comment", lambda op: {**TABLE(op), "comment": op.comment}),
    ops.DropTableCommentOp: ("drop_table_comment", TABLE),
    ops.AddColumnOp: ("add_column", add_column),
    ops.DropColumnOp: ("drop_column", drop_column),
    ops.AlterColumnOp: ("alter_column", alter_column),
    ops.CreatePrimaryKeyOp: ("add_constraint", create_primary_key),
    ops.CreateUniqueConstraintOp: ("add_constraint", create_unique),
    ops.CreateForeignKeyOp: ("add_constraint", create_foreign_key),
    ops.CreateCheckConstraintOp: ("add_constraint", create_check),
    CreateExcludeConstraintOp: ("add_constraint", create_exclude),
    ops.DropConstraintOp: ("drop_constraint", drop_constraint),
    ops.CreateIndexOp: ("create_index", create_index),
    ops.DropIndexOp: ("drop_index", drop_index),
    ops.BulkInsertOp: ("bulk_insert", bulk_insert),
    ops.ExecuteSQLOp: ("execute", execute),
}


def operation(op):
    name, write = OPERATIONS[type(op)]
    return without_none({"op": name, **write(op)})


def batch(impl, steps, existing, reflected):
    """A batch: what batch_alter_table was given, its steps, and the table it works on, if it looks at one."""
    table_args = [item for item in impl.table_args if isinstance(item, schema.Constraint)]
    return without_none({
        "op": "batch", "table": name_of(impl.table_name), "schema": name_of(impl.schema), "recreate": impl.recreate,
        "steps": steps, "reflected": reflected, "existing": existing,
        "copy_from": impl.copy_from is not None,
        "table_args": [constraint_json(item) for item in ordered(table_args)],
        "table_options": options({k: v for k, v in impl.table_kwargs.items() if "_" in k}),
        "partial_reordering": [list(run) for run in impl.partial_reordering or ()],
        "naming_convention": dict(impl.naming_convention or {})})
