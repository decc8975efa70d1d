"""A correlated subquery gives the new value."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "ba8579c7da98"
down_revision = None


def upgrade():
    users(3)
    op.create_table("orders", sa.Column("id", sa.Integer, primary_key=True), sa.Column("user_id", sa.Integer), sa.Column("total", sa.Integer))
    orders = sa.table("orders", sa.column("id"), sa.column("user_id"), sa.column("total"))
    op.bulk_insert(orders, [{"user_id": 1, "total": 5}, {"user_id": 1, "total": 7}, {"user_id": 3, "total": 1}])
    op.add_column("users", sa.Column("spent", sa.Integer))
    users_ = sa.table("users", sa.column("id"), sa.column("spent"))
    total = sa.select(sa.func.coalesce(sa.func.sum(orders.c.total), 0)).where(orders.c.user_id == users_.c.id)
    op.execute(users_.update().values(spent=total.scalar_subquery()))


def downgrade():
    pass
