"""op.bulk_insert of a typed table."""

import datetime
import decimal

import sqlalchemy as sa

from alembic import op

revision = "4c59287558ad"
down_revision = None


def upgrade():
    prices = op.create_table(
        "prices",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(30), nullable=False),
        sa.Column("amount", sa.Numeric(10, 2)),
        sa.Column("since", sa.Date),
        sa.Column("at", sa.DateTime),
        sa.Column("active", sa.Boolean),
        sa.Column("facts", sa.JSON),
        sa.Column("raw", sa.LargeBinary),
    )
    op.bulk_insert(
        prices,
        [
            {"name": "a", "amount": decimal.Decimal("12.50"), "since": datetime.date(2024, 1, 31), "active": True},
            {"name": "b", "amount": 3, "at": datetime.datetime(2024, 2, 29, 12, 30, 15, 250), "facts": {"x": [1, None, "é"]}, "active": False},
            {"name": "c", "raw": b"\x00\xff", "facts": None},
        ],
        multiinsert=False,
    )


def downgrade():
    pass
