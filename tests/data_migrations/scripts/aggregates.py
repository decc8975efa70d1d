"""GROUP BY, HAVING and functions into a summary."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "46710fe77f66"
down_revision = None


def upgrade():
    users(9)
    users_ = sa.table("users", sa.column("id"), sa.column("name"), sa.column("age", sa.Integer))
    op.create_table("ages", sa.Column("parity", sa.Integer), sa.Column("number", sa.Integer), sa.Column("oldest", sa.Integer), sa.Column("total", sa.Integer))
    connection = op.get_bind()
    parity = (users_.c.age % 2).label("parity")
    query = (
        sa.select(parity, sa.func.count().label("number"), sa.func.max(users_.c.age), sa.func.sum(users_.c.age))
        .group_by(parity).having(sa.func.count() > 1).order_by(sa.desc("number"))
    )
    for row in connection.execute(query):
        connection.execute(sa.text("INSERT INTO ages VALUES (:p, :n, :o, :t)"), {"p": row.parity, "n": row.number, "o": row[2], "t": row[3]})


def downgrade():
    pass
