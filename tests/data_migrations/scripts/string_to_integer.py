"""Texts become numbers; what is none becomes NULL."""

import sqlalchemy as sa

from alembic import op

revision = "70fa41bf60b7"
down_revision = None


def upgrade():
    op.create_table("readings", sa.Column("id", sa.Integer, primary_key=True), sa.Column("value", sa.String(20)))
    readings = sa.table("readings", sa.column("id"), sa.column("value"), sa.column("number"))
    op.bulk_insert(readings, [{"id": i, "value": v} for i, v in enumerate(["12", " 7 ", "x", "", "-3"], start=1)])
    op.add_column("readings", sa.Column("number", sa.Integer))
    connection = op.get_bind()
    for id_, value in connection.execute(sa.select(readings.c.id, readings.c.value)).fetchall():
        number = int(value) if value.strip().lstrip("-").isdigit() else None
        connection.execute(readings.update().where(readings.c.id == id_).values(number=number))


def downgrade():
    pass
