"""isbn

Revision ID: e05b3f6d1c97
Revises: 7c1d94e2a0b3
Create Date: 2024-04-19 16:40:03.882150

"""
from alembic import op
import sqlalchemy as sa

revision = "e05b3f6d1c97"
down_revision = "7c1d94e2a0b3"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("book", sa.Column("isbn", sa.String(length=13), nullable=True))
    op.create_index("ix_book_isbn", "book", ["isbn"], unique=True)


def downgrade():
    op.drop_index("ix_book_isbn", table_name="book")
    op.drop_column("book", "isbn")
