"""add shipping

Revision ID: 3c4d5e6f7a8b
Revises: 2b3c4d5e6f7a
Create Date: 2024-03-03 10:00:00

"""
from alembic import op
import sqlalchemy as sa

revision = "3c4d5e6f7a8b"
down_revision = "2b3c4d5e6f7a"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("orders", sa.Column("shipped", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("orders", sa.Column("carrier", sa.String(40), nullable=True))
    op.create_index(op.f("ix_orders_carrier"), "orders", ["carrier", "shipped"], unique=True)
    op.execute(
        """
        UPDATE orders
           SET carrier = 'none'
         WHERE shipped IS NULL
        """
    )


def downgrade():
    op.drop_index(op.f("ix_orders_carrier"), table_name="orders")
    op.drop_column("orders", "carrier")
    op.drop_column("orders", "shipped")
