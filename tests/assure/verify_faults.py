#!/usr/bin/env python3
"""`limbeck verify` finds nothing in a sound project, and each fault that is planted in it.

    tests/postgres/cluster.py run tests/assure/verify_faults.py --program build/quick/limbeck
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

INI = """[alembic]
script_location = .
sqlalchemy.url = {url}
prepend_sys_path = .
"""

ENVIRONMENT = """from alembic import context
from sqlalchemy import engine_from_config

from models import Base

with engine_from_config(context.config.get_section("alembic")).connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
"""

MODELS = """import sqlalchemy as sa
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    email = sa.Column(sa.String(120), nullable=False)
    nick = sa.Column(sa.String(40))
    credit = sa.Column(sa.Integer, nullable=False, server_default="0")
    __table_args__ = (sa.UniqueConstraint("email", name="uq_users_email"),)


class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    user_id = sa.Column(sa.Integer, sa.ForeignKey("users.id", name="fk_orders_user", ondelete="CASCADE"))
    state = sa.Column(sa.Enum("open", "paid", name="order_state"))
    __table_args__ = (sa.Index("ix_orders_user_id", "user_id"),)
"""

FIRST = '''"""users"""
from alembic import op
import sqlalchemy as sa

revision = "aaaaaaaaaaaa"
down_revision = None


def upgrade():
    op.create_table(
        "users",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("email", sa.String(120), nullable=False),
        sa.Column("nick", sa.String(40)),
        sa.UniqueConstraint("email", name="uq_users_email"),
    )


def downgrade():
    op.drop_table("users")
'''

SECOND = '''"""orders"""
from alembic import op
import sqlalchemy as sa

revision = "bbbbbbbbbbbb"
down_revision = "aaaaaaaaaaaa"


def upgrade():
    op.create_table(
        "orders",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("users.id", name="fk_orders_user", ondelete="CASCADE")),
        sa.Column("state", sa.Enum("open", "paid", name="order_state")),
    )
    op.create_index("ix_orders_user_id", "orders", ["user_id"])


def downgrade():
    op.drop_index("ix_orders_user_id", table_name="orders")
    op.drop_table("orders")
    sa.Enum(name="order_state").drop(op.get_bind(), checkfirst=True)
'''

THIRD = '''"""credit"""
from alembic import op
import sqlalchemy as sa

revision = "cccccccccccc"
down_revision = "bbbbbbbbbbbb"


def upgrade():
    with op.batch_alter_table("users") as batch:
        batch.add_column(sa.Column("credit", sa.Integer, nullable=False, server_default="0"))


def downgrade():
    with op.batch_alter_table("users") as batch:
        batch.drop_column("credit")
'''

FILES = {"models.py": MODELS, "env.py": ENVIRONMENT, "versions/a.py": FIRST, "versions/b.py": SECOND,
         "versions/c.py": THIRD}

POSTGRESQL = ("postgresql",)
BOTH = ("sqlite", "postgresql")

# What is planted: its name, the file, a text of it and what it becomes ("": the file is new), the checks that must
# fail, and where it can be seen.
FAULTS = [
    ("two heads", "versions/d.py", "", THIRD.replace("cccccccccccc", "dddddddddddd").replace("credit", "debit"),
     {"single head", "models"}, BOTH),
    ("a parent that is not there", "versions/c.py", '"bbbbbbbbbbbb"', '"bbbbbbbbbbbc"', {"graph"}, BOTH),
    ("a file that is no Python", "versions/c.py", "def upgrade():", "def upgrade(:", {"graph", "env.py",
                                                                                     "empty to head", "upgrade"}, BOTH),
    ("SQL that is refused", "versions/c.py", "def upgrade():\n", 'def upgrade():\n    op.execute("SELEC 1")\n',
     {"empty to head", "upgrade"}, BOTH),
    ("a name that is not there", "versions/c.py", "sa.Integer, nullable", "sa.Interger, nullable",
     {"empty to head", "upgrade"}, BOTH),
    ("no downgrade", "versions/b.py", SECOND[SECOND.index("def downgrade"):], "", {"downgrade"}, BOTH),
    ("an empty downgrade", "versions/c.py", THIRD[THIRD.index("def downgrade"):], "def downgrade():\n    pass\n",
     {"downgrade", "upgrade again"}, BOTH),
    ("a downgrade that raises", "versions/c.py", THIRD[THIRD.index("def downgrade"):],
     "def downgrade():\n    raise NotImplementedError()\n", {"downgrade"}, BOTH),
    ("a downgrade that drops what is not there", "versions/c.py", 'drop_column("credit")', 'drop_column("credits")',
     {"downgrade"}, BOTH),
    ("an enum that is left behind", "versions/b.py",
     '    sa.Enum(name="order_state").drop(op.get_bind(), checkfirst=True)\n', "", {"downgrade", "upgrade again"},
     POSTGRESQL),
    ("a table that is left behind", "versions/b.py", "def upgrade():\n",
     'def upgrade():\n    op.execute("CREATE TABLE IF NOT EXISTS leftover (id INTEGER)")\n', {"downgrade", "models"}, BOTH),
    ("an index that is not made again", "versions/c.py", '    with op.batch_alter_table("users") as batch:\n        batch.add',
     '    op.drop_index("ix_orders_user_id", table_name="orders")\n    with op.batch_alter_table("users") as batch:\n'
     '        batch.add', {"downgrade", "upgrade again", "models"}, BOTH),
    ("a column that comes back smaller", "versions/c.py", 'batch.drop_column("credit")',
     'batch.drop_column("credit")\n        batch.alter_column("nick", type_=sa.String(30))',
     {"downgrade", "upgrade again"}, BOTH),
    ("a downgrade that loses NOT NULL", "versions/c.py", 'batch.drop_column("credit")',
     'batch.drop_column("credit")\n        batch.alter_column("email", nullable=True)',
     {"downgrade", "upgrade again"}, BOTH),
    ("a downgrade that loses a constraint", "versions/c.py", 'batch.drop_column("credit")',
     'batch.drop_column("credit")\n        batch.drop_constraint("uq_users_email", type_="unique")',
     {"downgrade", "upgrade again"}, BOTH),
    ("a column of the models without a migration", "models.py", '    nick = sa.Column(sa.String(40))',
     '    nick = sa.Column(sa.String(40))\n    phone = sa.Column(sa.String(20))', {"models"}, BOTH),
    ("a table that no model has", "models.py", MODELS[MODELS.index("class Order"):], "", {"models"}, BOTH),
    ("a type that the migrations do not have", "models.py", "email = sa.Column(sa.String(120)",
     "email = sa.Column(sa.String(200)", {"models"}, BOTH),
    ("models that do not load", "models.py", "Base = declarative_base()", "Base = declarative_bas()",
     {"models", "env.py", "empty to head", "upgrade"}, BOTH),
    ("an env.py that fails", "env.py", "engine_from_config(context", "engine_from_confi(context", {"env.py"}, BOTH),
    ("an upgrade that goes only once", "versions/c.py", "def upgrade():\n",
     'def upgrade():\n    op.execute("CREATE TABLE once (id INTEGER)")\n', {"downgrade", "upgrade again", "models"}, BOTH),
]


class Fault(Exception):
    pass


def verify(program, folder, files, url):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    (folder / "alembic.ini").write_text(INI.format(url=url))
    done = subprocess.run([program, "verify", "--json"], cwd=folder, capture_output=True, text=True)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        raise Fault(f"no report, exit code {done.returncode}:\n{done.stdout}{done.stderr}") from None
    failed = {check["name"]: check for check in report["checks"] if check["outcome"] == "failed"}
    if done.returncode != (1 if failed else 0):
        raise Fault(f"exit code {done.returncode} with {len(failed)} failures")
    return failed


def plant(file, old, new):
    files = dict(FILES)
    if old:
        if old not in files[file]:
            raise Fault(f"{file} has no {old!r}")
        files[file] = files[file].replace(old, new)
    else:
        files[file] = new
    return files


def check(program, kind, url):
    with tempfile.TemporaryDirectory(prefix="limbeck-verify-") as folder:
        failed = verify(program, Path(folder), FILES, url)
        if failed:
            raise Fault(f"{kind}: the sound project fails: {json.dumps(failed, indent=1)}")
    found = 0
    for name, file, old, new, expected, kinds in FAULTS:
        if kind not in kinds:
            continue
        with tempfile.TemporaryDirectory(prefix="limbeck-verify-") as folder:
            failed = verify(program, Path(folder), plant(file, old, new), url)
            if not failed or not set(failed) <= expected:
                raise Fault(f"{kind}: {name}: {sorted(failed)} failed, of {sorted(expected)}: {json.dumps(failed, indent=1)}")
            found += 1
    print(f"{kind}: nothing in the sound project, {found} of {found} faults found")


def main(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=Path)
    program = parser.parse_args(arguments).program.resolve()
    try:
        check(program, "sqlite", "sqlite:///never.db")
        check(program, "postgresql", os.environ["LIMBECK_TEST_POSTGRES"])
    except Fault as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main(sys.argv[1:])
