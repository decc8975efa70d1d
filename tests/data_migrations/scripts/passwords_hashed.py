"""Texts are replaced by digests."""

import base64
import hashlib

import sqlalchemy as sa

from alembic import op

revision = "f83e95446b05"
down_revision = None


def upgrade():
    op.create_table("accounts", sa.Column("id", sa.Integer, primary_key=True), sa.Column("password", sa.String(100)))
    accounts = sa.table("accounts", sa.column("id"), sa.column("password"))
    op.bulk_insert(accounts, [{"id": 1, "password": "secret"}, {"id": 2, "password": "pässword"}])
    connection = op.get_bind()
    for id_, password in connection.execute(sa.select(accounts.c.id, accounts.c.password)).all():
        digest = hashlib.sha256(f"{id_}:{password}".encode()).digest()
        connection.execute(accounts.update().where(accounts.c.id == id_).values(password=base64.b64encode(digest).decode()))


def downgrade():
    pass
