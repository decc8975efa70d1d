"""isbn

Revision ID: b2
Revises: a1
"""

import sqlalchemy as sa
from alembic import op

revision = "b2"
down_revision = "a1"


def upgrade():
    op.add_column("books", sa.Column("isbn", sa.String(13)))


def downgrade():
    op.drop_column("books", "isbn")
