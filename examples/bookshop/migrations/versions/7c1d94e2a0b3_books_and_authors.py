"""books and authors

Revision ID: 7c1d94e2a0b3
Revises:
Create Date: 2024-04-02 09:12:44.310572

"""
from alembic import op
import sqlalchemy as sa

revision = "7c1d94e2a0b3"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "author",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_author"),
    )
    op.create_table(
        "book",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("price", sa.Numeric(precision=8, scale=2), server_default="0", nullable=False),
        sa.CheckConstraint("price >= 0", name="ck_book_price"),
        sa.ForeignKeyConstraint(["author_id"], ["author.id"], name="fk_book_author", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_book"),
    )


def downgrade():
    op.drop_table("book")
    op.drop_table("author")
