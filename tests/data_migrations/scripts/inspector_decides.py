"""What is there already is not made again."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "7259b6e8fda1"
down_revision = None


def upgrade():
    users(2)
    inspector = sa.inspect(op.get_bind())
    columns = {column["name"] for column in inspector.get_columns("users")}
    for name in ("age", "email"):
        if name not in columns:
            op.add_column("users", sa.Column(name, sa.String(50), server_default="-"))
    if not inspector.has_table("users"):
        op.create_table("users", sa.Column("id", sa.Integer))
    if "extra" not in inspector.get_table_names():
        op.create_table("extra", sa.Column("id", sa.Integer, primary_key=True), sa.Column("keys", sa.String(100)))
    key = inspector.get_pk_constraint("users")["constrained_columns"]
    op.execute(sa.table("extra", sa.column("id"), sa.column("keys")).insert().values(id=1, keys=",".join(key)))


def downgrade():
    pass
