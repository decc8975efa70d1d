"""exec_driver_sql with the driver's own marks."""

import sqlalchemy as sa

from alembic import op

from project_helpers import users

revision = "3c781101e8f4"
down_revision = None


def upgrade():
    users(3)
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("UPDATE users SET age = %(a)s WHERE id = %(i)s", {"a": 5, "i": 1})
        connection.exec_driver_sql("UPDATE users SET name = %s || '%%' WHERE id = %s", ("x", 2))
        connection.exec_driver_sql("DELETE FROM users WHERE id = %s", [(3,), (4,)])
    else:
        connection.exec_driver_sql("UPDATE users SET age = :a WHERE id = :i", {"a": 5, "i": 1})
        connection.exec_driver_sql("UPDATE users SET name = ? || '%' WHERE id = ?", ("x", 2))
        connection.exec_driver_sql("DELETE FROM users WHERE id = ?", [(3,), (4,)])


def downgrade():
    pass
