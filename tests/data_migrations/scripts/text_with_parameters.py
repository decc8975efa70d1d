"""Named parameters of text(), one dict."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "8050979e2caa"
down_revision = None


def upgrade():
    users(4)
    connection = op.get_bind()
    connection.execute(
        sa.text("UPDATE users SET name = :name, age = :age WHERE id = :id"), {"name": "O'Brien: 100%", "age": 61, "id": 2}
    )
    connection.execute(sa.text("UPDATE users SET age = NULL WHERE age > :limit").bindparams(limit=60))


def downgrade():
    pass
