"""Table(autoload_with=) and MetaData.reflect(): Table objects from what an inspector says."""

import sqlalchemy as sa
from sqlalchemy import exc


def _listeners(table, given):
    """Functions that want to hear of each column before it is made."""
    heard = [function for name, function in given if name == "column_reflect"]
    for holder in (table.metadata, table):
        heard.extend(holder.info.get("_limbeck_column_reflect", ()))
    return heard


def reflect_table(inspector, table, include_columns, exclude_columns, resolve_fks, extend_on, listeners=(), replace=True):
    schema = table.schema
    if ("columns", schema, table.name) not in inspector.info_cache:
        _read_all(inspector, schema, [table.name])
    names = {}
    for facts in inspector.get_columns(table.name, schema):
        facts = dict(facts)
        original = facts["name"]
        for function in _listeners(table, listeners):
            function(inspector, table, facts)
        if include_columns and original not in include_columns or original in exclude_columns:
            continue
        if not replace and original in table.c:
            names[original] = table.c[original].name
            continue
        column = _make_column(facts)
        names[original] = column.name
        table.append_column(column)
    if not names and not table.columns:
        raise exc.NoSuchTableError(table.name)
    _add_primary_key(inspector, table, names)
    _add_foreign_keys(inspector, table, names, resolve_fks, extend_on)
    _add_indexes(inspector, table, names)
    _add_constraints(inspector, table, names)
    if inspector.dialect.name == "postgresql":
        table.comment = inspector.get_table_comment(table.name, schema)["text"]


def _make_column(facts):
    arguments = []
    options = {name: facts[name] for name in ("nullable", "autoincrement", "quote", "key", "comment") if name in facts}
    if facts.get("default") is not None:
        options["server_default"] = sa.text(str(facts["default"]).replace(":", "\\:"))
    elif "computed" in facts:
        arguments.append(sa.Computed(**facts["computed"]))
    elif "identity" in facts:
        arguments.append(sa.Identity(**facts["identity"]))
    return sa.Column(facts["name"], facts["type"], *arguments, **options)


def _add_primary_key(inspector, table, names):
    key = inspector.get_pk_constraint(table.name, table.schema)
    columns = [names[name] for name in key["constrained_columns"] if name in names]
    if not columns:
        return
    for name in columns:
        table.c[name].primary_key = True
    table.append_constraint(sa.PrimaryKeyConstraint(*columns, name=key.get("name")))


def _add_foreign_keys(inspector, table, names, resolve_fks, extend_on):
    for key in inspector.get_foreign_keys(table.name, table.schema):
        if any(name not in names for name in key["constrained_columns"]):
            continue
        full_name = ".".join(part for part in (key["referred_schema"], key["referred_table"]) if part)
        if resolve_fks and full_name not in table.metadata.tables and full_name != table.fullname:
            _reflect_referent(inspector, table.metadata, key)
        table.append_constraint(
            sa.ForeignKeyConstraint(
                [names[name] for name in key["constrained_columns"]],
                ["%s.%s" % (full_name, name) for name in key["referred_columns"]],
                name=key["name"],
                **key["options"],
            )
        )


def _reflect_referent(inspector, metadata, key):
    if not inspector.has_table(key["referred_table"], key["referred_schema"]):
        return
    referent = sa.Table(key["referred_table"], metadata, schema=key["referred_schema"])
    reflect_table(inspector, referent, None, (), True, None)


def _add_indexes(inspector, table, names):
    for facts in inspector.get_indexes(table.name, table.schema):
        if facts.get("duplicates_constraint") or any(n is not None and n not in names for n in facts["column_names"]):
            continue
        sorting = facts.get("column_sorting", {})
        elements = []
        for place, name in enumerate(facts["column_names"]):
            if name is None:
                elements.append(sa.text(facts["expressions"][place]))
                continue
            element = table.c[names[name]]
            for option in sorting.get(name, ()):
                element = getattr(element, option)()
            elements.append(element)
        options = facts.get("dialect_options", {})
        sa.Index(facts["name"], *elements, _table=table, unique=bool(facts["unique"]), **options)


def _add_constraints(inspector, table, names):
    for facts in inspector.get_unique_constraints(table.name, table.schema):
        if all(name in names for name in facts["column_names"]):
            columns = [names[name] for name in facts["column_names"]]
            table.append_constraint(
                sa.UniqueConstraint(*columns, name=facts["name"], **facts.get("dialect_options", {}))
            )
    for facts in inspector.get_check_constraints(table.name, table.schema):
        table.append_constraint(sa.CheckConstraint(sa.text(facts["sqltext"].replace(":", "\\:")), name=facts["name"]))


def autoload(table, bind, include_columns, resolve_fks, extend_on, listeners, replace):
    """What Table(autoload_with=bind) does."""
    inspector = sa.inspect(bind)
    if not inspector.has_table(table.name, table.schema):
        raise exc.NoSuchTableError(table.name)
    present = () if replace else [column.name for column in table.columns]
    reflect_table(inspector, table, include_columns, present, resolve_fks, extend_on, listeners, replace)


def reflect_metadata(metadata, bind, schema, views, resolve_fks, only, extend_existing, autoload_replace):
    """MetaData.reflect()"""
    inspector = sa.inspect(bind)
    schema = schema if schema is not None else metadata.schema
    available = inspector.get_table_names(schema)
    if views:
        available += inspector.get_view_names(schema)
        if inspector.dialect.name == "postgresql":
            available += inspector.get_materialized_view_names(schema)
    full_names = {name: "%s.%s" % (schema, name) if schema else name for name in available}
    present = set(metadata.tables)
    load = [
        name
        for name in _wanted(available, only, metadata, bind)
        if extend_existing or full_names[name] not in present
    ]
    _read_all(inspector, schema, load)
    for name in load:
        if full_names[name] in metadata.tables and not extend_existing:
            continue
        table = metadata.tables.get(full_names[name])
        if table is None:
            table = sa.Table(name, metadata, schema=schema)
        reflect_table(inspector, table, None, (), resolve_fks, None, (), autoload_replace)


def _wanted(available, only, metadata, bind):
    if only is None:
        return available
    if callable(only):
        return [name for name in available if only(name, metadata)]
    missing = [name for name in only if name not in available]
    if missing:
        raise exc.InvalidRequestError(
            "Could not reflect: requested table(s) not available in %r: (%s)" % (bind.engine, ", ".join(missing))
        )
    return list(only)


def _read_all(inspector, schema, names):
    """One round of questions for all topics of all tables, instead of one for each."""
    from sqlalchemy.engine import reflection

    if not names:
        return
    for facts in reflection._catalogue.tables(inspector.bind, schema, names, "tvm", "pt"):
        for topic in (
            "columns",
            "pk_constraint",
            "foreign_keys",
            "indexes",
            "unique_constraints",
            "check_constraints",
            "table_comment",
        ):
            inspector._remember(topic, schema, facts)
