"""Numeric columns give Decimal, Float columns float."""

from decimal import Decimal

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of

revision = "7b0e9073e0ac"
down_revision = None


def upgrade():
    money = op.create_table("money", sa.Column("id", sa.Integer, primary_key=True), sa.Column("exact", sa.Numeric(12, 4)), sa.Column("rough", sa.Float))
    connection = op.get_bind()
    connection.execute(money.insert(), [{"id": 1, "exact": Decimal("0.1"), "rough": 0.1}, {"id": 2, "exact": 5, "rough": 2}, {"id": 3, "exact": None, "rough": None}])
    log = table_of("log", "n", "what")
    for row in connection.execute(sa.select(money).order_by(money.c.id)).all():
        connection.execute(log.insert(), {"n": row.id, "what": repr(tuple(row))})
        if row.exact is not None:
            connection.execute(money.update().where(money.c.id == row.id).values(exact=row.exact * 3, rough=row.rough / 3))


def downgrade():
    pass
