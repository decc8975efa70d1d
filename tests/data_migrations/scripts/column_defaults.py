"""Defaults of Python and of the database."""

import sqlalchemy as sa

from alembic import op

revision = "94a71d5ab337"
down_revision = None


def upgrade():
    count = iter(range(100, 200))
    things = sa.Table(
        "things", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("kind", sa.String(10), default="plain"),
        sa.Column("number", sa.Integer, default=lambda: next(count)), sa.Column("size", sa.Integer, server_default="3"),
        sa.Column("double", sa.Integer, default=sa.text("2 * 21")), sa.Column("changed", sa.Integer, onupdate=5),
    )
    things.create(op.get_bind())
    connection = op.get_bind()
    connection.execute(things.insert().values(kind="given"))
    connection.execute(things.insert(), [{"size": 1}, {"size": 2}])
    connection.execute(things.update().where(things.c.size == 2).values(kind="changed"))


def downgrade():
    pass
