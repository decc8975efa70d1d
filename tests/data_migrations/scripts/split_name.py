"""One column becomes two."""

import sqlalchemy as sa

from alembic import op

from project_helpers import people

revision = "cc3c3a079a04"
down_revision = None


def upgrade():
    people()
    op.add_column("people", sa.Column("first", sa.String(40)))
    op.add_column("people", sa.Column("last", sa.String(40)))
    connection = op.get_bind()
    table = sa.table("people", sa.column("id"), sa.column("full_name"), sa.column("first"), sa.column("last"))
    for id_, full_name in connection.execute(sa.select(table.c.id, table.c.full_name)).fetchall():
        first, _, last = full_name.partition(" ")
        connection.execute(table.update().where(table.c.id == id_).values(first=first, last=last or None))
    with op.batch_alter_table("people") as batch:
        batch.drop_column("full_name")


def downgrade():
    with op.batch_alter_table("people") as batch:
        batch.add_column(sa.Column("full_name", sa.String(80)))
    op.execute("UPDATE people SET full_name = first || coalesce(' ' || last, '')")
    with op.batch_alter_table("people") as batch:
        batch.drop_column("first")
        batch.drop_column("last")
