"""A column changes its type, its values go along."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "fb7597ebcc3e"
down_revision = None


def upgrade():
    users(3)
    with op.batch_alter_table("users") as batch:
        batch.alter_column("age", existing_type=sa.Integer(), type_=sa.String(10), postgresql_using="age::varchar")
    op.execute("UPDATE users SET age = age || ' years'")


def downgrade():
    pass
