"""Literals in places where only their value tells the type."""

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of

revision = "1dfe14260217"
down_revision = None


def upgrade():
    log = table_of("log", "n", "what")
    connection = op.get_bind()
    questions = [
        (sa.text("SELECT :a || 'b'"), {"a": "a"}), (sa.text("SELECT :a + 1"), {"a": 41}), (sa.text("SELECT :a"), {"a": None}),
        (sa.text("SELECT :a, :b"), {"a": 1.5, "b": "text"}), (sa.text("SELECT coalesce(:a, 'none')"), {"a": None}),
        (sa.text("SELECT CASE WHEN :a = 'x' THEN 1 ELSE 0 END"), {"a": "x"}), (sa.text("SELECT 7 - :a"), {"a": -3}),
    ]
    for number, (question, values) in enumerate(questions):
        connection.execute(log.insert().values(n=number, what=repr(tuple(connection.execute(question, values).one()))))


def downgrade():
    pass
