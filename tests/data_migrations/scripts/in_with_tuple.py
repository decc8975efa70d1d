"""IN takes a list through an expanding parameter, also an empty one."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "7c5f5b2d5c1f"
down_revision = None


def upgrade():
    users(6)
    connection = op.get_bind()
    statement = sa.text("UPDATE users SET age = 0 WHERE id IN :ids").bindparams(sa.bindparam("ids", expanding=True))
    connection.execute(statement, {"ids": (1, 2)})
    connection.execute(statement, {"ids": []})
    users_ = sa.table("users", sa.column("id"), sa.column("name"), sa.column("age"))
    connection.execute(users_.update().where(users_.c.name.in_(["cid", "dan"])).values(age=1))
    connection.execute(users_.delete().where(sa.tuple_(users_.c.id, users_.c.age).in_([(1, 0), (2, 5)])))


def downgrade():
    pass
