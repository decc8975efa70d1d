"""Add service tokens, expand run statuses, update feature models

Generated from the models, then reviewed: tags were texts like "smoke, slow" and become JSON arrays, so that their rows are
rewritten before the column's type changes; the comment of runs.status is added by hand (SQLite keeps no comments).

Revision ID: 8e52d9c6a3f7
Revises: 4f1c0a7be210
Create Date: 2025-11-03 14:26:05.402117

"""
import json

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = '8e52d9c6a3f7'
down_revision = '4f1c0a7be210'
branch_labels = None
depends_on = None

OLD_STATUSES = 'queued, running, passed, failed, cancelled'
NEW_STATUSES = (
    'queued, provisioning, running, reporting, passed, failed, partial_failed, timed_out, infra_failed, cancelled'
)


def upgrade() -> None:
    op.create_table('service_tokens',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('organization_id', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=True),
    sa.Column('created_by_user_id', sa.Integer(), nullable=True),
    sa.Column('is_active', sa.Boolean(), server_default='1', nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('last_used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('description', sa.Text(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
    sa.ForeignKeyConstraint(['created_by_user_id'], ['users.id'], name=op.f('fk_service_tokens_created_by_user_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['organization_id'], ['organizations.id'], name=op.f('fk_service_tokens_organization_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project_id'], ['projects.id'], name=op.f('fk_service_tokens_project_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_service_tokens')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_service_tokens_token_hash'))
    )
    op.create_index(op.f('ix_service_tokens_organization_id'), 'service_tokens', ['organization_id'], unique=False)

    with op.batch_alter_table('dataset_versions') as batch_op:
        batch_op.add_column(sa.Column('storage_path', sa.String(length=1024), nullable=True, comment="where the dataset's file is"))
        batch_op.add_column(sa.Column('expectations', sa.Text(), nullable=True, comment='an expectation suite, as JSON'))

    tags_to_json('features')
    with op.batch_alter_table('features') as batch_op:
        batch_op.alter_column('tags', existing_type=sa.TEXT(), type_=sa.JSON(), existing_nullable=True, comment=None,
                              existing_comment='separated by commas', postgresql_using='tags::json')

    tags_to_json('scenarios')
    with op.batch_alter_table('scenarios') as batch_op:
        batch_op.add_column(sa.Column('scenario_type', sa.String(length=20), server_default='scenario', nullable=False, comment='scenario or scenario_outline'))
        batch_op.add_column(sa.Column('examples', sa.JSON(), nullable=True, comment='rows of cells'))
        batch_op.alter_column('tags', existing_type=sa.TEXT(), type_=sa.JSON(), existing_nullable=True, comment=None,
                              existing_comment='separated by commas', postgresql_using='tags::json')

    with op.batch_alter_table('steps') as batch_op:
        batch_op.add_column(sa.Column('order', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('data_table', sa.JSON(), nullable=True, comment='rows of cells'))

    with op.batch_alter_table('suites') as batch_op:
        batch_op.add_column(sa.Column('require_dataset_health', sa.Boolean(), server_default='0', nullable=False))

    set_status_comment(NEW_STATUSES, OLD_STATUSES)


def downgrade() -> None:
    set_status_comment(OLD_STATUSES, NEW_STATUSES)

    with op.batch_alter_table('suites') as batch_op:
        batch_op.drop_column('require_dataset_health')

    with op.batch_alter_table('steps') as batch_op:
        batch_op.drop_column('data_table')
        batch_op.drop_column('order')

    with op.batch_alter_table('scenarios') as batch_op:
        batch_op.alter_column('tags', existing_type=sa.JSON(), type_=sa.TEXT(), existing_nullable=True,
                              comment='separated by commas', existing_comment=None)
        batch_op.drop_column('examples')
        batch_op.drop_column('scenario_type')
    tags_to_text('scenarios')

    with op.batch_alter_table('features') as batch_op:
        batch_op.alter_column('tags', existing_type=sa.JSON(), type_=sa.TEXT(), existing_nullable=True,
                              comment='separated by commas', existing_comment=None)
    tags_to_text('features')

    with op.batch_alter_table('dataset_versions') as batch_op:
        batch_op.drop_column('expectations')
        batch_op.drop_column('storage_path')

    op.drop_index(op.f('ix_service_tokens_organization_id'), table_name='service_tokens')
    op.drop_table('service_tokens')


def set_status_comment(comment, existing_comment) -> None:
    if op.get_bind().dialect.supports_comments:
        op.alter_column('runs', 'status', existing_type=sa.String(length=20), existing_server_default='queued',
                        existing_nullable=False, comment=comment, existing_comment=existing_comment)


def tags_to_json(table_name) -> None:
    rewrite_tags(table_name, lambda tags: json.dumps([tag.strip() for tag in tags.split(',') if tag.strip()]))


def tags_to_text(table_name) -> None:
    rewrite_tags(table_name, lambda tags: ', '.join(json.loads(tags)))


def rewrite_tags(table_name, rewritten) -> None:
    """While the column is a text: another text for each row that has one."""
    connection = op.get_bind()
    table = sa.table(table_name, sa.column('id', sa.Integer), sa.column('tags', sa.Text))
    rows = connection.execute(sa.select(table.c.id, table.c.tags).where(table.c.tags.is_not(None))).all()
    for row in rows:
        connection.execute(table.update().where(table.c.id == row.id).values(tags=rewritten(row.tags)))
