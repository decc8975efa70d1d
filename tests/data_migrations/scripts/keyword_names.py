"""Tables and columns whose names are words of SQL."""

import sqlalchemy as sa

from alembic import op

revision = "d068804ab739"
down_revision = None


def upgrade():
    order = op.create_table("order", sa.Column("select", sa.Integer, primary_key=True), sa.Column("Group By", sa.String(10)), sa.Column("camelCase", sa.Integer))
    connection = op.get_bind()
    connection.execute(order.insert().values({"select": 1, "Group By": "x", "camelCase": 2}))
    connection.execute(order.update().where(order.c["Group By"] == "x").values({order.c.camelCase: order.c.camelCase + 1}))
    row = connection.execute(sa.select(order)).mappings().one()
    connection.execute(order.insert().values({"select": row["select"] + 1, "Group By": row["Group By"] * 3}))


def downgrade():
    pass
