"""first stock

Revision ID: 4a8f20c6b5de
Revises: e05b3f6d1c97
Create Date: 2024-05-06 11:27:58.049611

"""
from alembic import op
import sqlalchemy as sa

revision = "4a8f20c6b5de"
down_revision = "e05b3f6d1c97"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "stock",
        sa.Column("book_id", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("counted_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.ForeignKeyConstraint(["book_id"], ["book.id"], name="fk_stock_book"),
        sa.PrimaryKeyConstraint("book_id", name="pk_stock"),
    )
    op.execute("INSERT INTO author (id, name) VALUES (1, 'Mary Shelley')")
    op.execute("INSERT INTO book (id, author_id, title, price) VALUES (1, 1, 'Frankenstein', 9.5)")
    op.execute("INSERT INTO stock (book_id, copies) SELECT id, 12 FROM book")


def downgrade():
    op.drop_table("stock")
    op.execute("DELETE FROM book")
    op.execute("DELETE FROM author")
