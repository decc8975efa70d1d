"""INSERT ... SELECT of expressions."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "09fab87e8a45"
down_revision = None


def upgrade():
    users(4)
    table = sa.table("users", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer))
    op.create_table("adults", sa.Column("id", sa.Integer, primary_key=True), sa.Column("label", sa.String(60)))
    adults = sa.table("adults", sa.column("id"), sa.column("label"))
    select = sa.select(table.c.id, table.c.name + " (" + sa.cast(table.c.age, sa.String) + ")").where(table.c.age >= 22)
    op.execute(adults.insert().from_select(["id", "label"], select))


def downgrade():
    pass
