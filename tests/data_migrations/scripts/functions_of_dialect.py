"""A script that asks which database it is on."""

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of, users

revision = "477dbf187779"
down_revision = None


def upgrade():
    users(2)
    bind = op.get_bind()
    log = table_of("log", "n", "what")
    facts = [bind.dialect.name, bind.engine.dialect.name == bind.dialect.name, op.get_context().dialect.name, bind.engine.name, bind.in_transaction(),
             bind.closed, isinstance(bind.dialect.server_version_info, tuple), op.get_context().as_sql]
    for number, fact in enumerate(facts):
        bind.execute(log.insert().values(n=number, what=str(fact)))


def downgrade():
    pass
