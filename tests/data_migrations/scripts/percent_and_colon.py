"""Signs that drivers and text() have a meaning for."""

import sqlalchemy as sa

from alembic import op

revision = "a9ebcf08c1d5"
down_revision = None


def upgrade():
    op.create_table("signs", sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.String(60)))
    op.execute("INSERT INTO signs VALUES (1, '100%'), (2, '%s'), (3, 'a\\:b'), (4, '12\\:30\\:00')")
    connection = op.get_bind()
    connection.execute(sa.text("INSERT INTO signs VALUES (:i, :t)"), {"i": 5, "t": "%(x)s %d :x $1 ? \\ ''"})
    connection.execute(sa.text("DELETE FROM signs WHERE text LIKE '100\\%%' OR id % 4 = 0"))
    connection.execute(sa.text("UPDATE signs SET text = text || '%' WHERE id = :i"), {"i": 3})


def downgrade():
    pass
