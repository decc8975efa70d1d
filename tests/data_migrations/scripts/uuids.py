"""UUIDs as keys and as values."""

import uuid

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of

revision = "7025952ed0ef"
down_revision = None


def upgrade():
    items = op.create_table("items", sa.Column("id", sa.Uuid, primary_key=True), sa.Column("parent", sa.Uuid(as_uuid=False)), sa.Column("n", sa.Integer))
    connection = op.get_bind()
    space = uuid.UUID("12345678-1234-5678-1234-567812345678")
    keys = [uuid.uuid5(space, str(n)) for n in range(3)]
    connection.execute(items.insert(), [{"id": key, "parent": str(keys[0]), "n": n} for n, key in enumerate(keys)])
    found = connection.execute(sa.select(items.c.id, items.c.parent).where(items.c.id == keys[2])).one()
    log = table_of("log", "n", "what")
    connection.execute(log.insert(), {"n": 1, "what": repr(tuple(found))})


def downgrade():
    pass
