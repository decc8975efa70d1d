"""row_number() over a partition gives positions."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "e8252cfd07ff"
down_revision = None


def upgrade():
    users(8)
    op.add_column("users", sa.Column("position", sa.Integer))
    users_ = sa.table("users", sa.column("id"), sa.column("age"), sa.column("position"))
    number = sa.func.row_number().over(partition_by=users_.c.age % 3, order_by=users_.c.id.desc()).label("number")
    connection = op.get_bind()
    for id_, position in connection.execute(sa.select(users_.c.id, number)).all():
        connection.execute(users_.update().where(users_.c.id == id_).values(position=position))


def downgrade():
    pass
