"""A list of dicts: one execution for each."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "a55115b603e4"
down_revision = None


def upgrade():
    users(4)
    op.get_bind().execute(
        sa.text("UPDATE users SET age = :age WHERE id = :id"), [{"id": 1, "age": 1}, {"id": 3, "age": 9, "more": 0}]
    )


def downgrade():
    pass
