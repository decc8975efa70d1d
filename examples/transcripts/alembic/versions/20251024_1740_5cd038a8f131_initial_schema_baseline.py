"""initial schema baseline

What sql/schema.sql makes, as the first migration. A database that was made from that file is stamped, not upgraded.

Revision ID: 5cd038a8f131
Revises:
Create Date: 2025-10-24 17:40:12.803115+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = '5cd038a8f131'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'jobs',
        sa.Column('id', sa.String(36), nullable=False),
        sa.Column('kind', sa.String(20), nullable=False),
        sa.Column('state', sa.String(20), server_default='pending', nullable=False),
        sa.Column('input_url', sa.Text(), nullable=False),
        sa.Column('error', sa.Text()),
        sa.Column('created_at', sa.TIMESTAMP(), server_default=sa.text('CURRENT_TIMESTAMP'), nullable=False),
        sa.Column('updated_at', sa.TIMESTAMP(), server_default=sa.text('CURRENT_TIMESTAMP'), nullable=False),
        sa.PrimaryKeyConstraint('id'),
        sa.CheckConstraint("state IN ('pending', 'running', 'done', 'failed')", name='jobs_state_check'),
    )
    op.create_table(
        'videos',
        sa.Column('id', sa.String(36), nullable=False),
        sa.Column('job_id', sa.String(36), nullable=False),
        sa.Column('youtube_id', sa.String(20), nullable=False),
        sa.Column('title', sa.Text()),
        sa.Column('duration_seconds', sa.Integer()),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('youtube_id', name='videos_youtube_id_key'),
        sa.ForeignKeyConstraint(['job_id'], ['jobs.id'], name='videos_job_id_fkey', ondelete='CASCADE'),
    )
    op.create_table(
        'transcripts',
        sa.Column('id', sa.String(36), nullable=False),
        sa.Column('video_id', sa.String(36), nullable=False),
        sa.Column('language', sa.String(10), server_default='en', nullable=False),
        sa.Column('model', sa.String(50), nullable=False),
        sa.Column('full_text', sa.Text()),
        sa.PrimaryKeyConstraint('id'),
        sa.ForeignKeyConstraint(['video_id'], ['videos.id'], name='transcripts_video_id_fkey', ondelete='CASCADE'),
    )
    op.create_table(
        'segments',
        sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('transcript_id', sa.String(36), nullable=False),
        sa.Column('start_ms', sa.Integer(), nullable=False),
        sa.Column('end_ms', sa.Integer(), nullable=False),
        sa.Column('speaker', sa.String(50)),
        sa.Column('text', sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint('transcript_id', 'id'),
        sa.ForeignKeyConstraint(
            ['transcript_id'], ['transcripts.id'], name='segments_transcript_id_fkey', ondelete='CASCADE'
        ),
        sa.CheckConstraint('end_ms >= start_ms', name='segments_times_check'),
    )
    op.create_index('jobs_state_idx', 'jobs', ['state', 'created_at'])
    op.create_index('videos_job_id_idx', 'videos', ['job_id'])
    op.create_index('transcripts_video_id_idx', 'transcripts', ['video_id'])


def downgrade() -> None:
    op.drop_table('segments')
    op.drop_table('transcripts')
    op.drop_table('videos')
    op.drop_table('jobs')
