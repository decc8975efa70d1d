"""JSON kept as text is parsed by the script."""

import json

import sqlalchemy as sa

from alembic import op

revision = "09aa9fdcadcc"
down_revision = None


def upgrade():
    op.create_table("settings", sa.Column("key", sa.String(20), primary_key=True), sa.Column("value", sa.Text), sa.Column("number", sa.Integer))
    op.execute("""INSERT INTO settings (key, value) VALUES ('a', '{"n": 5, "s": "x:y"}'), ('b', 'broken'), ('c', '{}')""".replace(":", "\\:"))
    connection = op.get_bind()
    for key, value in connection.execute(sa.text("SELECT key, value FROM settings ORDER BY key")).fetchall():
        try:
            number = json.loads(value).get("n", -1)
        except json.JSONDecodeError:
            number = None
        connection.execute(sa.text("UPDATE settings SET number = :n WHERE key = :k"), dict(n=number, k=key))


def downgrade():
    pass
