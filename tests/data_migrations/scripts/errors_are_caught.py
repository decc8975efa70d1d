"""The classes of errors, and what they know."""

import sqlalchemy as sa
import sqlalchemy.exc

from alembic import op

from project_helpers import table_of, users

revision = "a6eb617da24f"
down_revision = None


def upgrade():
    users(2)
    log = table_of("log", "n", "what")
    connection = op.get_bind()
    statements = [
        "INSERT INTO users (id, name) VALUES (1, 'x')", "SELECT * FROM nowhere", "SELECT nothing FROM users",
        "INSERT INTO users (id) VALUES (9)",
    ]
    for number, statement in enumerate(statements):
        try:
            with connection.begin_nested():
                connection.execute(sa.text(statement))
            what = "fine"
        except sqlalchemy.exc.IntegrityError as error:
            what = f"integrity {type(error).__name__} {error.statement == statement} {error.orig is not None}"
        except (sqlalchemy.exc.ProgrammingError, sqlalchemy.exc.OperationalError) as error:
            what = f"other {isinstance(error, sqlalchemy.exc.DBAPIError)} {error.statement}"
        connection.execute(log.insert().values(n=number, what=what))


def downgrade():
    pass
