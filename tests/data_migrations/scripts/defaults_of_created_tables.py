"""What columns of op.create_table() put into rows that do not name them: values, functions and SQL."""

import datetime
import decimal
import uuid

import sqlalchemy as sa

from alembic import op

revision = "5f0c6a1be9d2"
down_revision = None

MOMENT = datetime.datetime(2024, 1, 31, 12, 30)


def upgrade():
    numbers = iter(range(100, 200))
    things = op.create_table(
        "things",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("made", sa.DateTime, default=MOMENT),
        sa.Column("day", sa.Date, default=datetime.date(2024, 2, 29)),
        sa.Column("price", sa.Numeric(10, 2), default=decimal.Decimal("1.50")),
        sa.Column("key", sa.Uuid, default=uuid.UUID(int=5)),
        sa.Column("token", sa.String(36), default=lambda: str(uuid.UUID(int=7))),
        sa.Column("number", sa.Integer, default=lambda: next(numbers)),
        sa.Column("data", sa.JSON, default={"x": [1]}),
        sa.Column("more", sa.JSON, default=list),
        sa.Column("kind", sa.String(10), default="plain"),
        sa.Column("on", sa.Boolean, default=True),
        sa.Column("raw", sa.LargeBinary, default=b"xy"),
        sa.Column("double", sa.Integer, default=sa.text("2 * 21")),
        sa.Column("changed", sa.Integer, onupdate=lambda: 8),
    )
    op.bulk_insert(things, [{"id": 1}, {"id": 2}])
    op.bulk_insert(things, [{"id": 3, "kind": "x"}, {"id": 4, "kind": "y"}], multiinsert=False)
    op.execute(things.insert().values(id=5))
    connection = op.get_bind()
    connection.execute(things.insert(), [{"id": 6, "number": 1}, {"id": 7, "number": 2}])
    connection.execute(things.update().where(things.c.id == 7).values(kind="changed"))


def downgrade():
    op.drop_table("things")
