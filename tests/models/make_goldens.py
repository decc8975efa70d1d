#!/usr/bin/env python3
"""Writes the .sql file beside each file of models: the DDL of its tables, as real SQLAlchemy 2.0 makes it.

    make_goldens.py [--check] [FILE ...]

--check writes nothing and fails where a golden file is not what SQLAlchemy gives.  Where SQLAlchemy 2.0, or a package
that a file imports, is not installed, the golden file stays as it is.
"""
import importlib.util
import pathlib
import re
import sys
import warnings

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
URLS = {"postgresql": "postgresql+psycopg2://", "sqlite": "sqlite://"}


def load(path):
    for name in [name for name in sys.modules if str(getattr(sys.modules[name], "__file__", "")).startswith(str(HERE))]:
        if name != "__main__":
            del sys.modules[name]
    spec = importlib.util.spec_from_file_location("models", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["models"] = module
    spec.loader.exec_module(module)
    return module


def metadata_of(module):
    if hasattr(module, "metadatas"):
        return list(module.metadatas)
    for holder in ("Base", "db", "SQLModel"):
        if hasattr(module, holder):
            return [getattr(module, holder).metadata]
    return [module.metadata]


def statements(table, name):
    import sqlalchemy

    found = []
    engine = sqlalchemy.create_mock_engine(URLS[name], lambda sql, *_, **__: found.append(
        str(sql.compile(dialect=engine.dialect)).strip()))
    table.create(engine, checkfirst=False)
    # SQLAlchemy keeps indexes in a set: their order changes from run to run.
    return sorted(found, key=lambda text: (1, text) if re.match("CREATE (UNIQUE )?INDEX", text) else (0, ""))


def render(metadata):
    text = ""
    for name in URLS:
        text += "-- %s\n\n" % name
        seen = set()
        for key in sorted(metadata.tables):
            for statement in statements(metadata.tables[key], name):
                if statement.startswith("CREATE TYPE") and statement in seen:
                    continue
                if statement.startswith("CREATE SEQUENCE"):  # of create_all(), not of Alembic's create_table()
                    continue
                seen.add(statement)
                lines = [line.rstrip() if not line.strip() else line for line in statement.split("\n")]
                text += "\n".join(lines) + ";\n\n"
    return text


def main(arguments):
    check = "--check" in arguments
    files = [pathlib.Path(a).resolve() for a in arguments if a != "--check"] or sorted(HERE.glob("*.py"))
    try:
        import sqlalchemy
    except ImportError:
        return SKIPPED
    if not sqlalchemy.__version__.startswith("2.0"):
        return SKIPPED
    warnings.simplefilter("ignore")
    sys.path.insert(0, str(HERE))
    sys.dont_write_bytecode = True
    failures = 0
    for path in files:
        if path.name == "make_goldens.py":
            continue
        try:
            module = load(path)
        except ModuleNotFoundError as error:
            print("%s: not checked, %s" % (path.name, error))
            continue
        text = "".join(render(metadata) for metadata in metadata_of(module))
        golden = path.with_suffix(".sql")
        if not check:
            golden.write_text(text)
        elif golden.read_text() != text:
            print("%s: differs from what SQLAlchemy gives" % golden.name)
            failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
