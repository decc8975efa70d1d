"""Rows are read and updated one by one while the cursor is open."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "261749d437f3"
down_revision = None


def upgrade():
    users(5)
    connection = op.get_bind()
    for row in connection.execute(sa.text("SELECT id, name FROM users ORDER BY id")):
        connection.execute(
            sa.text("UPDATE users SET name = :name WHERE id = :id"), {"name": f"{row.id}-{row[1].upper()}", "id": row.id}
        )


def downgrade():
    pass
