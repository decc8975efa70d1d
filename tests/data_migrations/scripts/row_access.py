"""Everything that a row can be asked."""

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of, users

revision = "ed6427b87d77"
down_revision = None


def upgrade():
    users(2)
    connection = op.get_bind()
    log = table_of("log", "n", "what")
    row = connection.execute(sa.text("SELECT id, name, age FROM users WHERE id = 2")).fetchone()
    first, second, third = row
    facts = [
        row[0], row[-1], row.name, row._mapping["name"], sorted(row._mapping.keys()), row._asdict()["age"], row._fields,
        len(row), "bob" in row, tuple(row), row[0:2], first, second, third, row == (2, "bob", 21), row.count(2), row.index(21),
        list(row._mapping.items()), dict(row._mapping), row._mapping.get("none", "nothing"),
    ]
    for number, fact in enumerate(facts):
        connection.execute(log.insert(), {"n": number, "what": repr(fact)})


def downgrade():
    pass
