"""Questions about tables, and changes that were made in one line before there were operations."""

import sqlalchemy as sa


def to_list(x, default=None):
    if x is None:
        return default
    return x if isinstance(x, (list, tuple)) else [x]


def make_url(target):
    return target if isinstance(target, sa.URL) else sa.make_url(target)


def get_table(engine, name):
    return sa.Table(name, sa.MetaData(), autoload_with=engine)


def get_indexes(engine, table_name):
    return sa.inspect(engine).get_indexes(table_name)


def index_exists(engine, table_name, index_name):
    return index_name in [index["name"] for index in get_indexes(engine, table_name)]


def index_exists_on_columns(engine, table_name, columns):
    return columns in [index["column_names"] for index in get_indexes(engine, table_name)]


def column_exists(engine, table_name, column):
    return column in [one["name"] for one in sa.inspect(engine).get_columns(table_name)]


def get_foreign_key_constraint_name(engine, table_name, column_name):
    for key in sa.inspect(engine).get_foreign_keys(table_name):
        if column_name in key["constrained_columns"]:
            return key["name"]
    return None
