"""insert().values([...]): one statement for many rows."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "b2fc3ea3202c"
down_revision = None


def upgrade():
    users(0)
    users_ = sa.table("users", sa.column("id"), sa.column("name"), sa.column("age"))
    op.execute(sa.insert(users_).values([{"id": 1, "name": "a", "age": 1}, {"id": 2, "name": "b", "age": None}]))
    op.execute(sa.insert(users_).values((3, "c", 3)))


def downgrade():
    pass
