"""Moments travel as Python values."""

import datetime

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of

revision = "705ec82ef96f"
down_revision = None


def upgrade():
    events = op.create_table(
        "events", sa.Column("id", sa.Integer, primary_key=True), sa.Column("at", sa.DateTime), sa.Column("day", sa.Date),
        sa.Column("clock", sa.Time), sa.Column("length", sa.Interval),
    )
    connection = op.get_bind()
    start = datetime.datetime(2024, 2, 28, 23, 59, 59, 999999)
    connection.execute(
        events.insert(),
        [{"id": n, "at": start + datetime.timedelta(hours=n * 12), "day": start.date() + datetime.timedelta(days=n),
          "clock": datetime.time(n, 30), "length": datetime.timedelta(days=n, seconds=5)} for n in range(3)],
    )
    log = table_of("log", "n", "what")
    for row in connection.execute(sa.select(events).order_by(events.c.id)):
        connection.execute(log.insert(), {"n": row.id, "what": repr(tuple(row))})


def downgrade():
    pass
