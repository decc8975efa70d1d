"""All tables at once; those with a column of a name are changed."""

import sqlalchemy as sa

from alembic import op

from project_helpers import people, users

revision = "aa2ade8d6773"
down_revision = None


def upgrade():
    users(2)
    people()
    connection = op.get_bind()
    metadata = sa.MetaData()
    metadata.reflect(bind=connection, only=["users", "people"])
    for name in sorted(metadata.tables):
        table = metadata.tables[name]
        for column in ("name", "full_name"):
            if column in table.c:
                connection.execute(table.update().values({column: sa.func.upper(table.c[column])}))


def downgrade():
    pass
