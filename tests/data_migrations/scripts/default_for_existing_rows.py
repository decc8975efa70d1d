"""A column that must have a value gets it from a server default, which then goes."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "2ffbb97c0dcc"
down_revision = None


def upgrade():
    users(3)
    with op.batch_alter_table("users") as batch:
        batch.add_column(sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch.add_column(sa.Column("score", sa.Integer(), nullable=False, server_default="7"))
    with op.batch_alter_table("users") as batch:
        batch.alter_column("score", existing_type=sa.Integer(), server_default=None)


def downgrade():
    pass
