"""Initial core tables

Users, usage tracking, datasets and analyses with their indexes and foreign keys.
Requirements: 1.1, 1.2

Revision ID: 001
Revises:
Create Date: 2025-01-15 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = '001'
down_revision = None
branch_labels = None
depends_on = None


def uuid_type():
    """PostgreSQL has a type for UUIDs; SQLite keeps them as text."""
    if op.get_bind().dialect.name == 'postgresql':
        return postgresql.UUID(as_uuid=True)
    return sa.String(36)


def upgrade() -> None:
    uuid = uuid_type()

    op.create_table(
        'users',
        sa.Column('id', uuid, nullable=False),
        sa.Column('email', sa.String(255), nullable=False),
        sa.Column('password_hash', sa.String(255), nullable=False),
        sa.Column('tier', sa.String(20), nullable=False, server_default='free'),
        sa.Column('stripe_customer_id', sa.String(255), nullable=True),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.func.now()),
        sa.Column('updated_at', sa.DateTime(), nullable=False, server_default=sa.func.now()),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index('ix_users_email', 'users', ['email'], unique=True)
    op.create_index('ix_users_tier', 'users', ['tier'])
    op.create_index('ix_users_stripe_customer_id', 'users', ['stripe_customer_id'], unique=True)

    op.create_table(
        'usage_tracking',
        sa.Column('id', uuid, nullable=False),
        sa.Column('user_id', uuid, nullable=False),
        sa.Column('month_year', sa.String(7), nullable=False),
        sa.Column('analyses_count', sa.Integer(), nullable=False, server_default='0'),
        sa.Column('rows_processed', sa.BigInteger(), nullable=False, server_default='0'),
        sa.PrimaryKeyConstraint('id'),
        sa.ForeignKeyConstraint(['user_id'], ['users.id'], ondelete='CASCADE'),
        sa.UniqueConstraint('user_id', 'month_year', name='uq_usage_tracking_user_month'),
    )
    op.create_index('ix_usage_tracking_user_id', 'usage_tracking', ['user_id'])
    op.create_index('ix_usage_tracking_user_month', 'usage_tracking', ['user_id', 'month_year'])
    op.create_index('ix_usage_tracking_month_year', 'usage_tracking', ['month_year'])

    op.create_table(
        'datasets',
        sa.Column('id', uuid, nullable=False),
        sa.Column('user_id', uuid, nullable=False),
        sa.Column('connection_id', uuid, nullable=True),
        sa.Column('name', sa.String(255), nullable=False),
        sa.Column('file_path', sa.String(1024), nullable=True),
        sa.Column('row_count', sa.BigInteger(), nullable=True),
        sa.Column('columns', sa.JSON(), nullable=True),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.func.now()),
        sa.PrimaryKeyConstraint('id'),
        sa.ForeignKeyConstraint(['user_id'], ['users.id'], ondelete='CASCADE'),
    )
    op.create_index('ix_datasets_user_id', 'datasets', ['user_id'])
    op.create_index('ix_datasets_connection_id', 'datasets', ['connection_id'])
    op.create_index('ix_datasets_created_at', 'datasets', ['created_at'])

    op.create_table(
        'analyses',
        sa.Column('id', uuid, nullable=False),
        sa.Column('user_id', uuid, nullable=False),
        sa.Column('dataset_id', uuid, nullable=True),
        sa.Column('question', sa.Text(), nullable=False),
        sa.Column('status', sa.String(20), nullable=False, server_default='pending'),
        sa.Column('results', sa.JSON(), nullable=True),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.func.now()),
        sa.PrimaryKeyConstraint('id'),
        sa.ForeignKeyConstraint(['user_id'], ['users.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['dataset_id'], ['datasets.id'], ondelete='SET NULL'),
    )
    op.create_index('ix_analyses_user_id', 'analyses', ['user_id'])
    op.create_index('ix_analyses_dataset_id', 'analyses', ['dataset_id'])
    op.create_index('ix_analyses_status', 'analyses', ['status'])
    op.create_index('ix_analyses_created_at', 'analyses', ['created_at'])


def downgrade() -> None:
    op.drop_table('analyses')
    op.drop_table('datasets')
    op.drop_table('usage_tracking')
    op.drop_table('users')
