"""Documents are read, changed and written."""

import sqlalchemy as sa

from alembic import op

revision = "656b40d35675"
down_revision = None


def upgrade():
    docs = op.create_table("docs", sa.Column("id", sa.Integer, primary_key=True), sa.Column("body", sa.JSON))
    connection = op.get_bind()
    connection.execute(docs.insert(), [{"id": 1, "body": {"a": 1, "tags": ["x"]}}, {"id": 2, "body": []}, {"id": 3, "body": None}])
    for row in connection.execute(sa.select(docs)).fetchall():
        body = row.body
        if isinstance(body, dict):
            body = {**body, "tags": [*body["tags"], "ünï"], "size": len(body)}
        connection.execute(docs.update().where(docs.c.id == row.id).values(body={"was": body}))


def downgrade():
    pass
