"""rowcount of updates and deletes."""

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of, users

revision = "49dad90f9d90"
down_revision = None


def upgrade():
    users(5)
    connection = op.get_bind()
    log = table_of("log", "n", "what")
    counts = [
        connection.execute(sa.text("UPDATE users SET age = age + 1 WHERE id <= 3")).rowcount,
        connection.execute(sa.text("DELETE FROM users WHERE id > 3")).rowcount,
        connection.execute(sa.text("DELETE FROM users WHERE id > 3")).rowcount,
        connection.execute(sa.text("UPDATE users SET age = :age WHERE id = :id"), [{"id": 1, "age": 1}, {"id": 2, "age": 2}]).rowcount,
    ]
    for number, count in enumerate(counts):
        connection.execute(log.insert(), {"n": number, "what": str(count)})


def downgrade():
    pass
