"""Columns become a table of their own, rows keep their key."""

import sqlalchemy as sa

from alembic import op

from project_helpers import people

revision = "fa41d5f79ded"
down_revision = None


def upgrade():
    people()
    connection = op.get_bind()
    op.create_table(
        "emails",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("address", sa.String(80), nullable=False),
    )
    emails = sa.table("emails", sa.column("person_id"), sa.column("address"))
    rows = connection.execute(sa.text("SELECT id, email FROM people WHERE email IS NOT NULL ORDER BY id")).mappings().all()
    op.bulk_insert(emails, [{"person_id": row["id"], "address": row["email"].strip().lower()} for row in rows])
    with op.batch_alter_table("people") as batch:
        batch.drop_column("email")


def downgrade():
    pass
