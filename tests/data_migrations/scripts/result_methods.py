"""The ways to take rows from a result."""

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of, users

revision = "1c4db0df4aa7"
down_revision = None


def upgrade():
    users(5)
    connection = op.get_bind()
    log = table_of("log", "n", "what")
    def ask():
        return connection.execute(sa.text("SELECT id, name FROM users ORDER BY id"))
    facts = [
        ask().fetchall(), ask().all(), ask().first(), ask().fetchmany(2), ask().scalar(), ask().scalars().all(),
        ask().scalars(1).all(), ask().mappings().all(), ask().mappings().first(), list(ask().keys()),
        [list(part) for part in ask().partitions(2)], [row.id for row in ask()], ask().scalars().first(),
        ask().mappings().fetchone()["name"], ask().returns_rows, list(ask().columns("name")), ask().unique().all(),
        connection.scalar(sa.text("SELECT count(*) FROM users")), connection.scalars(sa.text("SELECT id FROM users")).all() != [],
    ]
    for number, fact in enumerate(facts):
        connection.execute(log.insert(), {"n": number, "what": repr(fact)})


def downgrade():
    pass
