"""The first row says which columns there are."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "f771c2dffcc5"
down_revision = None


def upgrade():
    users(0)
    connection = op.get_bind()
    users_ = sa.table("users", sa.column("id"), sa.column("name"), sa.column("age"))
    connection.execute(users_.insert(), [{"id": 1, "name": "a"}, {"id": 2, "name": "b", "age": 99}])
    try:
        connection.execute(users_.insert(), [{"id": 3, "name": "c", "age": 1}, {"id": 4, "name": "d"}])
    except sa.exc.StatementError as error:
        connection.execute(users_.insert(), {"id": 5, "name": str(error).splitlines()[0][:60], "age": 0})


def downgrade():
    pass
