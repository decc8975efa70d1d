"""CASE in an UPDATE."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "a10f47ad590f"
down_revision = None


def upgrade():
    users(6)
    users_ = sa.table("users", sa.column("id"), sa.column("name"), sa.column("age"))
    op.execute(
        users_.update().values(
            name=sa.case((users_.c.age < 22, "young"), (users_.c.age.between(22, 23), "middle"), else_="old")
        )
    )


def downgrade():
    pass
