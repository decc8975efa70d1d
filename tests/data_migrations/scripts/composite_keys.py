"""A table with a key of two columns, filled from pairs."""

from itertools import product

import sqlalchemy as sa

from alembic import op

revision = "62882ef0aae6"
down_revision = None


def upgrade():
    rights = op.create_table("rights", sa.Column("role", sa.String(10), primary_key=True), sa.Column("right", sa.String(10), primary_key=True), sa.Column("granted", sa.Boolean))
    op.bulk_insert(rights, [{"role": r, "right": x, "granted": r == "admin"} for r, x in product(("admin", "guest"), ("read", "write"))])
    op.get_bind().execute(rights.update().where(sa.and_(rights.c.role == "guest", rights.c.right == "read")).values(granted=True))


def downgrade():
    pass
