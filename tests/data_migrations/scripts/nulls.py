"""NULL in comparisons, IS, COALESCE and NULLIF."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "c642c4f3605c"
down_revision = None


def upgrade():
    users(4)
    users_ = sa.table("users", sa.column("id"), sa.column("name"), sa.column("age"))
    op.execute(users_.update().where(users_.c.id.in_((1, 2))).values(age=sa.null()))
    op.execute(users_.update().where(users_.c.age == None).values(name=sa.func.coalesce(users_.c.age, 0) + users_.c.id))
    op.execute(users_.update().where(users_.c.age.isnot(None)).values(age=sa.func.nullif(users_.c.age, 22)))


def downgrade():
    pass
