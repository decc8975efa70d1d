"""What fails inside a savepoint leaves the rest alone."""

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from alembic import op

from project_helpers import users

revision = "e445d73a8392"
down_revision = None


def upgrade():
    users(2)
    connection = op.get_bind()
    for id_, name in ((1, "again"), (3, "cid"), (2, "again"), (4, "dan")):
        try:
            with connection.begin_nested():
                connection.execute(sa.text("INSERT INTO users (id, name) VALUES (:id, :name)"), {"id": id_, "name": name})
        except IntegrityError:
            with connection.begin_nested():
                connection.execute(sa.text("UPDATE users SET name = name || '!' WHERE id = :id"), {"id": id_})
    outer = connection.begin_nested()
    connection.execute(sa.text("DELETE FROM users WHERE id = 1"))
    inner = connection.begin_nested()
    connection.execute(sa.text("DELETE FROM users"))
    inner.rollback()
    outer.commit()


def downgrade():
    pass
