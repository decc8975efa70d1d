"""A large table in batches of keys, without offsets."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "f77d55ec9a51"
down_revision = None


def upgrade():
    users(25)
    connection = op.get_bind()
    op.add_column("users", sa.Column("bucket", sa.Integer))
    last, rounds = 0, 0
    while True:
        ids = connection.execute(
            sa.text("SELECT id FROM users WHERE id > :last ORDER BY id LIMIT 10"), {"last": last}
        ).scalars().all()
        if not ids:
            break
        connection.execute(
            sa.text("UPDATE users SET bucket = :b WHERE id IN :ids").bindparams(sa.bindparam("ids", expanding=True)), {"b": rounds, "ids": ids}
        )
        last, rounds = ids[-1], rounds + 1


def downgrade():
    pass
