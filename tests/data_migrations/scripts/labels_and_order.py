"""Labels, DISTINCT, LIMIT, NULLS LAST."""

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of, users

revision = "f6e70da9ab67"
down_revision = None


def upgrade():
    users(7)
    users_ = sa.table("users", sa.column("id"), sa.column("age"))
    connection = op.get_bind()
    connection.execute(users_.update().where(users_.c.id == 4).values(age=None))
    tens = (users_.c.age * 10).label("tens")
    query = sa.select(tens).distinct().order_by(sa.nulls_last(tens.desc())).limit(3).offset(1)
    log = table_of("log", "n", "what")
    connection.execute(log.insert(), [{"n": n, "what": str(row.tens)} for n, row in enumerate(connection.execute(query))])


def downgrade():
    pass
