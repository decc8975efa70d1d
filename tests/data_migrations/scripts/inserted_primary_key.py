"""The key of a new row, as SQLAlchemy tells it."""

import sqlalchemy as sa

from alembic import op

revision = "06104cfe835f"
down_revision = None


def upgrade():
    parents = op.create_table("parents", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20)))
    children = op.create_table("children", sa.Column("id", sa.Integer, primary_key=True), sa.Column("parent_id", sa.Integer), sa.Column("name", sa.String(20)))
    pairs = op.create_table("pairs", sa.Column("a", sa.Integer, primary_key=True), sa.Column("b", sa.Integer, primary_key=True))
    connection = op.get_bind()
    for name in ("one", "two"):
        key = connection.execute(parents.insert().values(name=name)).inserted_primary_key[0]
        connection.execute(children.insert(), {"parent_id": key, "name": name + " child"})
    given = connection.execute(parents.insert().values(id=50, name="fifty")).inserted_primary_key
    both = connection.execute(pairs.insert().values(a=1, b=2)).inserted_primary_key
    connection.execute(children.insert().values(parent_id=given[0], name=repr((tuple(given), tuple(both)))))


def downgrade():
    pass
