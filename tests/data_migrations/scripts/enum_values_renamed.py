"""A status becomes another; on PostgreSQL the type is made anew."""

import sqlalchemy as sa

from alembic import op

revision = "60f0d012398b"
down_revision = None


def upgrade():
    old = sa.Enum("new", "done", name="status")
    new = sa.Enum("open", "closed", name="status")
    op.create_table("tasks", sa.Column("id", sa.Integer, primary_key=True), sa.Column("status", old, nullable=False))
    tasks = sa.table("tasks", sa.column("id"), sa.column("status", old))
    op.bulk_insert(tasks, [{"id": 1, "status": "new"}, {"id": 2, "status": "done"}])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TYPE status RENAME TO status_old")
        new.create(op.get_bind())
        op.execute(
            "ALTER TABLE tasks ALTER COLUMN status TYPE status USING "
            "(CASE status::text WHEN 'new' THEN 'open' ELSE 'closed' END)::status"
        )
        op.execute("DROP TYPE status_old")
    else:
        with op.batch_alter_table("tasks") as batch:
            batch.alter_column("status", type_=sa.String(10), existing_type=old)
        op.execute("UPDATE tasks SET status = CASE status WHEN 'new' THEN 'open' ELSE 'closed' END")


def downgrade():
    pass
