"""yield_per and stream_results give the same rows."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "03586b19bebc"
down_revision = None


def upgrade():
    users(30)
    connection = op.get_bind()
    total = 0
    query = sa.text("SELECT id, age FROM users ORDER BY id")
    for row in connection.execute(query, execution_options={"stream_results": True, "max_row_buffer": 5}):
        total += row.age
        if row.id % 10 == 0:
            connection.execute(sa.text("UPDATE users SET age = :t WHERE id = :i"), {"t": total, "i": row.id})
    result = connection.execute(sa.text("SELECT id FROM users ORDER BY id"), execution_options={"yield_per": 7})
    sizes = [len(part) for part in result.partitions(7)]
    connection.execute(sa.text("UPDATE users SET name = :s WHERE id = 1"), {"s": str(sizes)})


def downgrade():
    pass
