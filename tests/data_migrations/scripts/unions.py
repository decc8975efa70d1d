"""UNION of two tables into a third."""

import sqlalchemy as sa

from alembic import op

from project_helpers import people, users

revision = "92057e940ec5"
down_revision = None


def upgrade():
    users(2)
    people()
    op.create_table("names", sa.Column("name", sa.String(60)))
    users_, people_ = sa.table("users", sa.column("name")), sa.table("people", sa.column("full_name"))
    both = sa.union(sa.select(users_.c.name), sa.select(people_.c.full_name))
    op.execute(sa.table("names", sa.column("name")).insert().from_select(["name"], both))


def downgrade():
    pass
