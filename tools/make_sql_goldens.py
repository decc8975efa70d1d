#!/usr/bin/env python3
"""Writes the SQL goldens of tests/data/sql and queries: real Alembic's statements for each case, for both dialects.

  PYTHONPATH=ALEMBIC:SQLALCHEMY/lib:TYPING_EXTENSIONS/src python3 tools/make_sql_goldens.py [GROUP ...]

tests/data/sql/GROUP.cases holds the cases: a line `### name key=value ...`, then Python that calls `op`. Keys:

  style=pyformat       the driver's own parameters, as in an env.py without dialect_opts
  literal_binds=yes    as configure(literal_binds=True)
  naming=NAME          target_metadata with this naming convention (NAMINGS below)
  sqlite=SQL           run on a SQLite file that these statements (between `;`) made, instead of offline
  only=DIALECT

tests/data/sql/GROUP.json gets, for each case, its source, what it asked of Alembic (operation_json.py), and for each
dialect the statements as SQLAlchemy compiled them, the warnings, and the error if there was one. Those of
tests/data/queries hand SQLAlchemy's own statements to op.execute; what they asked for is not kept.
"""

import collections
import datetime
import decimal
import enum
import io
import json
import os
import pathlib
import re
import sys
import traceback
import uuid
import warnings

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import mysql, postgresql, sqlite

from alembic.ddl.impl import DefaultImpl
from alembic.migration import MigrationContext
from alembic.operations import Operations, batch
from alembic.operations.base import BatchOperations
from alembic.util import sqla_compat

import operation_json

DATA = pathlib.Path(__file__).parents[1] / "tests" / "data" / "sql"
QUERIES = DATA.with_name("queries")
DIALECTS = ("postgresql", "sqlite")
NAMINGS = {
    "common": {"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s",
               "ck": "ck_%(table_name)s_%(constraint_name)s",
               "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"},
    "many": {"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0N_name)s",
             "ck": "ck_%(table_name)s_%(column_0_name)s", "pk": "pk_%(column_0_N_label)s",
             "fk": "fk_%(column_0_N_key)s_%(referred_table_name)s_%(referred_column_0_N_name)s_%(column_1_name)s"},
    "long": {"ix": "ix_a_rather_long_prefix_%(table_name)s_%(column_0_N_name)s",
             "uq": "uq_a_rather_long_prefix_%(table_name)s_%(column_0_N_name)s"},
    "named": {"ck": "ck_%(table_name)s_%(constraint_name)s", "uq": "uq_%(table_name)s_%(constraint_name)s",
              "fk": "fk_%(constraint_name)s", "ix": "ix_%(constraint_name)s"},
}


class Recorder:
    """Sees each operation before Alembic acts on it, and each statement as it is compiled."""

    def __init__(self):
        self.operations = []
        self.statements = []
        self.batches = []
        self.unsupported = None

    def record(self, target, write):
        try:
            target.append(write())
        except Exception:  # It must not become the case's own error.
            self.unsupported = traceback.format_exc()

    def invoke(self, operations, operation):
        if isinstance(operations, BatchOperations):
            self.record(self.batches[-1]["steps"], lambda: operation_json.operation(operation))
        else:
            self.record(self.operations, lambda: operation_json.operation(operation))

    def flush(self, impl):
        entry = self.batches.pop()
        write = lambda: operation_json.batch(impl, entry["steps"], entry["existing"], entry["reflected"])
        self.record(self.operations, write)


RECORDER = None


def patch(owner, name, before):
    """Calls before(self, *args) ahead of the method while a recorder is there."""
    original = getattr(owner, name)

    def method(self, *args, **kwargs):
        if RECORDER is not None:
            before(self, *args, **kwargs)
        return original(self, *args, **kwargs)

    setattr(owner, name, method)


def patch_alembic():
    for owner in (Operations, BatchOperations):
        patch(owner, "invoke", lambda self, operation: RECORDER.invoke(self, operation))
    patch(batch.BatchOperationsImpl, "__init__", lambda self, *args, **kwargs: RECORDER.batches.append(
        {"impl": self, "steps": [], "existing": None, "reflected": False}))
    flush = batch.BatchOperationsImpl.flush

    def recording_flush(self):
        try:
            flush(self)
        finally:
            if RECORDER is not None:
                RECORDER.flush(self)

    batch.BatchOperationsImpl.flush = recording_flush

    def see_table(self, impl, table, table_args, table_kwargs, reflected, **kwargs):
        # SQLAlchemy keeps them in sets, whose order changes from run to run.
        table.constraints = sa.util.OrderedSet(operation_json.ordered(table.constraints))
        table.indexes = sa.util.OrderedSet(sorted(table.indexes, key=lambda index: str(index.name)))
        entry = RECORDER.batches[-1]
        entry["reflected"] = reflected
        existing = []
        RECORDER.record(existing, lambda: operation_json.attached_table(table))
        entry["existing"] = existing[0] if existing else None

    patch(batch.ApplyBatchImpl, "__init__", see_table)
    original = DefaultImpl._exec

    def recording_exec(self, construct, *args, **kwargs):
        if RECORDER is not None and self.as_sql:
            statement = sa.text(construct) if isinstance(construct, str) else construct
            literal = self.literal_binds and not isinstance(statement, sa.schema.DDLElement)
            compiled = statement.compile(dialect=self.dialect,
                                         **({"compile_kwargs": {"literal_binds": True}} if literal else {}))
            RECORDER.statements.append(str(compiled))
        return original(self, construct, *args, **kwargs)

    DefaultImpl._exec = recording_exec


# ---------------------------------------------------------------------------------------------- cases

Case = collections.namedtuple("Case", "name keys source")


def read_cases(path):
    cases = []
    for block in re.split(r"^### ", path.read_text(), flags=re.M)[1:]:
        heading, _, source = block.partition("\n")
        name, *words = re.split(r"\s+(?=\w+=)", heading.strip())
        cases.append(Case(name, dict(word.split("=", 1) for word in words), source.strip() + "\n"))
    names = [case.name for case in cases]
    doubled = [name for name, count in collections.Counter(names).items() if count > 1]
    assert not doubled, f"{path}: {doubled}"
    return cases


def context_options(case):
    result = {}
    if "naming" in case.keys:
        result["target_metadata"] = sa.MetaData(naming_convention=NAMINGS[case.keys["naming"]])
    if "literal_binds" in case.keys:
        result["literal_binds"] = True
    return result


def names_for(case, op):
    return {"op": op, "sa": sa, "postgresql": postgresql, "sqlite": sqlite, "mysql": mysql, "datetime": datetime,
            "decimal": decimal, "enum": enum, "uuid": uuid, "text": sa.text, "Column": sa.Column}


def error_of(problem):
    text = re.sub(r" at 0x[0-9a-f]+", "", str(problem))
    text = re.sub(r"\s*\(Background on this error at: [^)]*\)$", "", text)
    text = re.sub(r"^\(sqlite3\.\w+\) ([^\n]*)\n.*", r"\1", text, flags=re.S)
    return {"class": f"{type(problem).__module__}.{type(problem).__name__}".replace("builtins.", ""),
            "message": text}


def execute(case, op, result):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            exec(compile(case.source, case.name, "exec"), names_for(case, op))
        except Exception as problem:
            result["error"] = error_of(problem)
            while RECORDER.batches:
                RECORDER.flush(RECORDER.batches[-1]["impl"])
    if caught:
        result["warnings"] = [str(warning.message) for warning in caught]


def run_offline(case, dialect, result):
    style = case.keys.get("style", "named")
    arguments = {"dialect_opts": {"paramstyle": "named"}} if style == "named" else {}
    context = MigrationContext.configure(
        dialect_name=dialect, opts={"as_sql": True, "output_buffer": io.StringIO(), **context_options(case)},
        **arguments)
    execute(case, Operations(context), result)
    result["statements"] = RECORDER.statements


def run_on_sqlite(case, result):
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        for statement in case.keys["sqlite"].split(";"):
            connection.exec_driver_sql(statement.replace("\\n", "\n"))

        @event.listens_for(engine, "before_cursor_execute")
        def see(connection, cursor, statement, parameters, context, many):
            if not re.match(r"\s*(PRAGMA|SELECT)|.*sqlite_master", statement):
                RECORDER.statements.append(statement)

        context = MigrationContext.configure(connection, opts=context_options(case))
        execute(case, Operations(context), result)
    result["statements"] = RECORDER.statements


def run(case, dialect, keeps_operations):
    global RECORDER
    RECORDER = Recorder()
    result = {}
    if "sqlite" in case.keys:
        run_on_sqlite(case, result)
    else:
        run_offline(case, dialect, result)
    operations, unsupported = RECORDER.operations, RECORDER.unsupported
    RECORDER = None
    if unsupported and keeps_operations:
        sys.exit(f"{case.name}: the tests cannot carry over {unsupported}")
    return operations, result


def make(path):
    keeps_operations = path.parent == DATA
    goldens = []
    for case in read_cases(path):
        golden = {"name": case.name, "source": case.source}
        golden.update({key: case.keys[key] for key in ("style", "literal_binds") if key in case.keys})
        if "naming" in case.keys:
            golden["naming"] = NAMINGS[case.keys["naming"]]
        if "sqlite" in case.keys:
            golden["online"] = True
        only = "sqlite" if "sqlite" in case.keys else case.keys.get("only")
        for dialect in [only] if only else DIALECTS:
            operations, result = run(case, dialect, keeps_operations)
            if keeps_operations and golden.setdefault("operations", operations) != operations:
                ended_early = "error" in result or any("error" in golden.get(other, {}) for other in DIALECTS)
                assert ended_early, f"{case.name}: asks different things of the dialects"
                golden["operations"] = max(golden["operations"], operations, key=len)
            golden[dialect] = result
        goldens.append(golden)
    lines = ",\n".join(json.dumps(golden, ensure_ascii=False) for golden in goldens)
    path.with_suffix(".json").write_text(f"[\n{lines}\n]\n")
    print(f"{path.stem}: {len(goldens)} cases")


def main():
    patch_alembic()
    groups = sys.argv[1:]
    for path in sorted([*DATA.glob("*.cases"), *QUERIES.glob("*.cases")]):
        if not groups or path.stem in groups:
            make(path)


if __name__ == "__main__":
    main()
