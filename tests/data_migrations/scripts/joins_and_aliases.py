"""Outer joins, aliases, EXISTS."""

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of, users

revision = "94490696842a"
down_revision = None


def upgrade():
    users(4)
    users_ = sa.table("users", sa.column("id"), sa.column("name"), sa.column("age"))
    other = users_.alias("other")
    connection = op.get_bind()
    pairs = connection.execute(
        sa.select(users_.c.id, other.c.id).select_from(users_.outerjoin(other, other.c.age == users_.c.age + 1)).order_by(users_.c.id)
    ).all()
    log = table_of("log", "n", "what")
    connection.execute(log.insert(), [{"n": a, "what": str(b)} for a, b in pairs])
    older = sa.exists().where(other.c.age > users_.c.age)
    connection.execute(users_.update().where(~older).values(name="oldest"))


def downgrade():
    pass
