"""Rows of a CSV text."""

import csv
import io

import sqlalchemy as sa

from alembic import op

revision = "a6e382c92a13"
down_revision = None

DATA = """code,name,population
de,"Germany",83.2
fr,France,67.8
xx,"No, where",
"""


def upgrade():
    countries = op.create_table("countries", sa.Column("code", sa.String(2), primary_key=True), sa.Column("name", sa.String(40)), sa.Column("population", sa.Float))
    rows = [dict(row, population=float(row["population"]) if row["population"] else None) for row in csv.DictReader(io.StringIO(DATA))]
    op.bulk_insert(countries, rows)


def downgrade():
    pass
