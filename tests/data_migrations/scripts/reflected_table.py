"""A table as the database has it."""

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of, users

revision = "ba08b0569af2"
down_revision = None


def upgrade():
    users(3)
    connection = op.get_bind()
    users_ = sa.Table("users", sa.MetaData(), autoload_with=connection)
    log = table_of("log", "n", "what")
    connection.execute(log.insert(), [{"n": n, "what": f"{c.name} {c.nullable} {c.primary_key}"} for n, c in enumerate(users_.columns)])
    connection.execute(users_.update().where(users_.c.name.like("b%")).values(age=users_.c.age * 2))


def downgrade():
    pass
