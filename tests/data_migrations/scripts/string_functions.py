"""Functions that both databases have, and Python's own."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "ec3f7517eb71"
down_revision = None


def upgrade():
    users(4)
    users_ = sa.table("users", sa.column("id"), sa.column("name", sa.String), sa.column("age"))
    f = sa.func
    op.execute(users_.update().where(users_.c.id == 1).values(name=users_.c.name + f.upper(f.substr(users_.c.name, 2))))
    op.execute(users_.update().where(users_.c.name.ilike("BO%")).values(name=f.replace(users_.c.name, "b", "B")))
    op.execute(users_.update().where(users_.c.name.startswith("ci")).values(name=f.trim("  " + users_.c.name + "  ") + "|"))
    op.execute(users_.update().where(users_.c.name.contains("a"), users_.c.id == 4).values(age=f.length(users_.c.name)))


def downgrade():
    pass
