"""ON CONFLICT in the words of the database's dialect."""

import sqlalchemy as sa

from alembic import op

revision = "be6d63858f40"
down_revision = None


def upgrade():
    counts = op.create_table("counts", sa.Column("name", sa.String(20), primary_key=True), sa.Column("n", sa.Integer))
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert
    for name in ("a", "b", "a", "c", "a"):
        statement = insert(counts).values(name=name, n=1)
        connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"n": counts.c.n + statement.excluded.n}))
    connection.execute(insert(counts).values(name="b", n=50).on_conflict_do_nothing())


def downgrade():
    pass
