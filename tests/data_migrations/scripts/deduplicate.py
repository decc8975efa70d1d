"""Only the first row of each name stays."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "ab754d27d2be"
down_revision = None


def upgrade():
    users(3)
    connection = op.get_bind()
    users_ = sa.table("users", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer))
    connection.execute(users_.insert(), [{"id": 10, "name": "ann", "age": 1}, {"id": 11, "name": "bob", "age": 2}])
    keep = sa.select(sa.func.min(users_.c.id)).group_by(users_.c.name)
    connection.execute(users_.delete().where(users_.c.id.not_in(keep)))
    with op.batch_alter_table("users") as batch:
        batch.create_unique_constraint("uq_users_name", ["name"])


def downgrade():
    with op.batch_alter_table("users") as batch:
        batch.drop_constraint("uq_users_name", type_="unique")
