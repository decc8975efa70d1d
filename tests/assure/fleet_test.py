#!/usr/bin/env python3
"""`limbeck fleet` takes a thousand SQLite files and two hundred PostgreSQL schemas, ten of each broken, to the right end.

    tests/postgres/cluster.py run tests/assure/fleet_test.py --program build/quick/limbeck [--files N] [--schemas N]
"""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BROKEN = 10
REVISIONS = 20

INI = """[alembic]
script_location = .
sqlalchemy.url = {url}
"""

ENVIRONMENT = """from alembic import context
from sqlalchemy import engine_from_config

with engine_from_config(context.config.get_section("alembic")).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
"""

REVISION = '''"""step {number}"""
from alembic import op
import sqlalchemy as sa

revision = "rev{number:02}"
down_revision = {down!r}


def upgrade():
    op.create_table("t{number}", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(40)))
    op.create_index("ix_t{number}", "t{number}", ["name"])


def downgrade():
    op.drop_table("t{number}")
'''


class Fault(Exception):
    pass


def expect(what, seen, wanted):
    if seen != wanted:
        raise Fault(f"{what}: {seen}, expected {wanted}")


def is_broken(number, count):
    step = count // BROKEN
    return number % step == step // 2


class Project:
    def __init__(self, program, folder, url):
        self.program, self.folder = program, folder
        (folder / "alembic.ini").write_text(INI.format(url=url))
        (folder / "env.py").write_text(ENVIRONMENT)
        (folder / "versions").mkdir()
        for number in range(1, REVISIONS + 1):
            down = f"rev{number - 1:02}" if number > 1 else None
            (folder / "versions" / f"{number:02}.py").write_text(REVISION.format(number=number, down=down))

    def run(self, *words):
        done = subprocess.run([self.program, *words], cwd=self.folder, capture_output=True, text=True)
        if done.returncode != 0:
            raise Fault(f"{words}: {done.stdout}{done.stderr}")

    def fleet(self, *words):
        start = time.monotonic()
        done = subprocess.run([self.program, "fleet", *words, "--json"], cwd=self.folder, capture_output=True, text=True)
        try:
            report = json.loads(done.stdout)
        except ValueError:
            raise Fault(f"fleet {words}: exit code {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}") from None
        counts = {name: report[name] for name in ("done", "unchanged", "failed", "skipped")}
        return report["databases"], counts, done.returncode, time.monotonic() - start


def all_at_head(databases):
    return all(one["after"] == [f"rev{REVISIONS:02}"] for one in databases if one["outcome"] != "failed")


def check_upgrade(project, source, count, adopted):
    """Broken ones fail, all others get to the head; a second run has nothing to do."""
    _, counts, code, _ = project.fleet("upgrade", *source, "--dry-run")
    expect("dry run", (counts, code), ({"done": count - BROKEN, "unchanged": 0, "failed": BROKEN, "skipped": 0}, 1))
    databases, counts, code, seconds = project.fleet("upgrade", *source)
    expect("upgrade", (counts, code), ({"done": count - BROKEN, "unchanged": 0, "failed": BROKEN, "skipped": 0}, 1))
    expect("adopted", sum(one["is_adopted"] for one in databases), adopted)
    if not all_at_head(databases):
        raise Fault("not all others are at the head")
    expect("the broken ones", {"broken" in one["database"] for one in databases if one["outcome"] == "failed"}, {True})
    _, counts, code, again = project.fleet("upgrade", *source)
    expect("once more", (counts, code), ({"done": 0, "unchanged": count - BROKEN, "failed": BROKEN, "skipped": 0}, 1))
    databases, _, code, _ = project.fleet("status", *source)
    expect("status", sum(one["before"] == [f"rev{REVISIONS:02}"] for one in databases), count - BROKEN)
    return seconds, again


def check_files(program, count):
    with tempfile.TemporaryDirectory(prefix="limbeck-fleet-") as temporary:
        folder = Path(temporary)
        data = folder / "data"
        data.mkdir()
        project = Project(program, folder, "sqlite:///first.db")
        project.run("upgrade", "rev07")
        shutil.copy(folder / "first.db", folder / "unknown.db")
        connection = sqlite3.connect(folder / "unknown.db")
        connection.execute("DROP TABLE alembic_version")
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
        for number in range(count):
            name = data / f"project_{number}{'_broken' if is_broken(number, count) else ''}.db"
            if "broken" not in name.name:
                if number % 3:  # The others begin from nothing, or have no version.
                    shutil.copy(folder / ("first.db" if number % 3 == 1 else "unknown.db"), name)
                else:
                    name.write_bytes(b"")
            elif number % 2:
                name.write_text("this is no database at all, but a text that is long enough to be looked at" * 20)
            else:
                sqlite3.connect(name).execute("CREATE TABLE t1 (other INTEGER)")
        broken = [name for name in data.iterdir() if "broken" in name.name]
        adopted = sum(1 for number in range(count) if number % 3 == 2 and not is_broken(number, count))
        expect("broken files", len(broken), BROKEN)
        times = check_upgrade(project, ["--files", "data/project_*.db"], count, adopted)
        for name in broken:  # Mended, the next run takes them.
            name.write_bytes(b"")
        _, counts, code, _ = project.fleet("upgrade", "--files", "data/project_*.db")
        expect("mended", (counts["done"], counts["unchanged"], code), (BROKEN, count - BROKEN, 0))
        _, counts, code, _ = project.fleet("downgrade", "rev19", "--files", "data/project_*.db", "--jobs", "3")
        expect("downgrade", (counts["done"], code), (count, 0))
    print(f"sqlite: {count} files, {BROKEN} broken: {times[0]:.1f} s, nothing to do: {times[1]:.1f} s")


def psql(url, text):
    subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", "-"], input=text, text=True, check=True,
                   capture_output=True)


def check_schemas(program, count):
    server = os.environ["LIMBECK_TEST_POSTGRES"]
    name = f"fleet_{os.getpid()}"
    psql(server, f"CREATE DATABASE {name}")
    url = server.rsplit("/", 1)[0] + "/" + name
    try:
        with tempfile.TemporaryDirectory(prefix="limbeck-fleet-") as temporary:
            project = Project(program, Path(temporary), url)
            text = "CREATE SCHEMA other;\n"
            for number in range(count):
                schema = f"project_{number}" + ("_broken" if is_broken(number, count) else "")
                text += f"CREATE SCHEMA {schema};\n"
                if "broken" in schema:
                    text += f"CREATE TABLE {schema}.t1 (other INTEGER);\n"
            psql(url, text)
            times = check_upgrade(project, ["--schemas", "project_*"], count, 0)
    finally:
        psql(server, f"DROP DATABASE {name} WITH (FORCE)")
    print(f"postgresql: {count} schemas, {BROKEN} broken: {times[0]:.1f} s, nothing to do: {times[1]:.1f} s")


def main(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--schemas", type=int, default=200)
    options = parser.parse_args(arguments)
    try:
        check_files(options.program.resolve(), options.files)
        check_schemas(options.program.resolve(), options.schemas)
    except Fault as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main(sys.argv[1:])
