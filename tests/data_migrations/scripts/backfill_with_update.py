"""A column is added, filled by one UPDATE, and closed."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "89a40c667b13"
down_revision = None


def upgrade():
    users(3)
    op.add_column("users", sa.Column("handle", sa.String(50)))
    op.execute("UPDATE users SET handle = lower(name)")
    with op.batch_alter_table("users") as batch:
        batch.alter_column("handle", existing_type=sa.String(50), nullable=False)


def downgrade():
    with op.batch_alter_table("users") as batch:
        batch.drop_column("handle")
