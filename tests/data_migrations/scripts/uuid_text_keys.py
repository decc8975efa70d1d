"""Keys that the script makes itself, as text."""

from uuid import NAMESPACE_DNS, uuid5

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "1631662d177e"
down_revision = None


def upgrade():
    users(3)
    op.add_column("users", sa.Column("public_id", sa.String(36)))
    connection = op.get_bind()
    for (id_,) in connection.execute(sa.text("SELECT id FROM users")).fetchall():
        connection.execute(sa.text("UPDATE users SET public_id = :p WHERE id = :i"), {"p": str(uuid5(NAMESPACE_DNS, f"user{id_}")), "i": id_})
    op.create_index("ix_users_public_id", "users", ["public_id"], unique=True)


def downgrade():
    pass
