"""Rows are grouped by itertools and collections."""

from collections import Counter, defaultdict
from itertools import groupby

import sqlalchemy as sa

from alembic import op

from project_helpers import table_of, users

revision = "fd22acbdd30c"
down_revision = None


def upgrade():
    users(9)
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT id, age FROM users ORDER BY age, id")).all()
    groups = defaultdict(list)
    for key, members in groupby(rows, key=lambda row: row.age // 4):
        groups[key] += [member.id for member in members]
    common = Counter(row.age % 3 for row in rows).most_common(2)
    log = table_of("log", "n", "what")
    connection.execute(log.insert(), [{"n": key, "what": ",".join(map(str, ids))} for key, ids in groups.items()])
    connection.execute(log.insert().values(n=99, what=str(common)))


def downgrade():
    pass
