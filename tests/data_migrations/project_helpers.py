"""What the scripts start from: tables with rows that their upgrade() finds."""

import sqlalchemy as sa

from alembic import op

NAMES = ["ann", "bob", "cid", "dan", "eve", "fay"]


def users(count):
    """A table `users` of so many rows."""
    table = op.create_table(
        "users",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("age", sa.Integer),
    )
    rows = [{"id": n + 1, "name": NAMES[n % len(NAMES)] + ("" if n < len(NAMES) else str(n)), "age": 20 + n} for n in range(count)]
    op.bulk_insert(table, rows)


def people():
    """A table `people` of three rows."""
    table = op.create_table(
        "people",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("full_name", sa.String(80)),
        sa.Column("email", sa.String(80)),
    )
    op.bulk_insert(
        table,
        [
            {"id": 1, "full_name": "Ada Lovelace", "email": " Ada@Example.org "},
            {"id": 2, "full_name": "Plato", "email": None},
            {"id": 3, "full_name": "Zoë van der Berg", "email": "zoe@example.org"},
        ],
    )


def table_of(name, number, text):
    """A new table of a number and a text, for what a script has seen."""
    return op.create_table(name, sa.Column(number, sa.Integer), sa.Column(text, sa.Text))
