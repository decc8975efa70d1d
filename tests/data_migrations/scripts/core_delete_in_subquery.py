"""DELETE ... WHERE id IN (SELECT ...)."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "a93c88dc4cb3"
down_revision = None


def upgrade():
    users(6)
    users_ = sa.table("users", sa.column("id"), sa.column("age"))
    old = sa.select(users_.c.id).where(users_.c.age > 23)
    op.execute(users_.delete().where(users_.c.id.in_(old)))
    op.execute(sa.delete(users_).where(users_.c.id.in_([1, 99])))


def downgrade():
    pass
