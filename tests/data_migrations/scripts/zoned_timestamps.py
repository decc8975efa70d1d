"""Moments with a zone are kept as such on PostgreSQL, and lose it on SQLite."""

from datetime import datetime, timedelta, timezone

import sqlalchemy as sa

from alembic import op

revision = "51984d27894d"
down_revision = None


def upgrade():
    events = op.create_table("events", sa.Column("id", sa.Integer, primary_key=True), sa.Column("at", sa.DateTime(timezone=True)))
    connection = op.get_bind()
    connection.execute(sa.insert(events).values(id=1, at=datetime(2024, 5, 1, 10, tzinfo=timezone(timedelta(hours=2)))))
    connection.execute(sa.insert(events).values(id=2, at=datetime(2024, 5, 1, 10, tzinfo=timezone.utc)))
    first, second = connection.scalars(sa.select(events.c.at).order_by(events.c.id)).all()
    connection.execute(sa.insert(events).values(id=3, at=second + (second - first)))


def downgrade():
    pass
