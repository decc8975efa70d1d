"""RETURNING gives what was written."""

import sqlalchemy as sa

from alembic import op

revision = "f509590e135f"
down_revision = None


def upgrade():
    made = op.create_table("made", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20)))
    connection = op.get_bind()
    key = connection.execute(made.insert().values(name="x").returning(made.c.id)).scalar_one()
    rows = connection.execute(made.update().where(made.c.id == key).values(name="y").returning(made.c.id, made.c.name)).all()
    gone = connection.execute(sa.text("DELETE FROM made WHERE id = :k RETURNING name"), {"k": key}).scalar()
    connection.execute(made.insert(), {"name": f"{key} {[tuple(r) for r in rows]} {gone}"})


def downgrade():
    pass
