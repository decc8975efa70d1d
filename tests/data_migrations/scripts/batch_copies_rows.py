"""A rebuilt table keeps its rows, defaults and indexes."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "f7f5ec0d0fa7"
down_revision = None


def upgrade():
    users(3)
    op.create_index("ix_users_name", "users", ["name"])
    with op.batch_alter_table("users", recreate="always") as batch:
        batch.add_column(sa.Column("level", sa.Integer, server_default="1"))
        batch.alter_column("name", new_column_name="login", existing_type=sa.String(50), existing_nullable=False)
        batch.drop_column("age")
    op.execute("INSERT INTO users (id, login) VALUES (9, 'new')")


def downgrade():
    pass
