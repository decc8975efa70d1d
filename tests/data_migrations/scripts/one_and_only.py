"""one(), one_or_none() and their scalar forms, with the errors that they raise."""

import sqlalchemy as sa
from sqlalchemy.exc import MultipleResultsFound, NoResultFound

from alembic import op

from project_helpers import table_of, users

revision = "d3209a0fd9a5"
down_revision = None


def upgrade():
    users(3)
    connection = op.get_bind()
    log = table_of("log", "n", "what")
    def ask(where):
        return connection.execute(sa.text("SELECT name FROM users WHERE " + where))
    facts = [ask("id = 1").one(), ask("id = 1").scalar_one(), ask("id = 9").one_or_none(), ask("id = 9").scalar_one_or_none()]
    for method in ("one", "scalar_one", "one_or_none"):
        for where in ("id > 1", "id = 9"):
            try:
                facts.append(getattr(ask(where), method)())
            except MultipleResultsFound as error:
                facts.append(("many", str(error)))
            except NoResultFound as error:
                facts.append(("none", str(error)))
    for number, fact in enumerate(facts):
        connection.execute(log.insert(), {"n": number, "what": repr(fact)})


def downgrade():
    pass
