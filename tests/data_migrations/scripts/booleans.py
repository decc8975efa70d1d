"""Truth in both databases."""

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of

revision = "efff7868ab54"
down_revision = None


def upgrade():
    flags = op.create_table("flags", sa.Column("id", sa.Integer, primary_key=True), sa.Column("on", sa.Boolean, nullable=False, server_default=sa.false()))
    connection = op.get_bind()
    connection.execute(flags.insert(), [{"id": 1, "on": True}, {"id": 2, "on": False}])
    connection.execute(flags.insert().values(id=3))
    values = connection.execute(sa.select(flags.c.id, flags.c.on).order_by(flags.c.id)).all()
    log = table_of("log", "n", "what")
    connection.execute(log.insert().values(n=1, what=repr(values)))
    connection.execute(flags.update().where(flags.c.on.is_(False)).values(on=sa.true()))
    connection.execute(flags.update().where(sa.not_(flags.c.id > 1)).values(on=False))


def downgrade():
    pass
