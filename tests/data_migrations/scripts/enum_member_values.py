"""Members of a Python Enum go to the database by name."""

import enum

import sqlalchemy as sa

from alembic import op

revision = "ecf3112ddcc1"
down_revision = None


class Colour(enum.Enum):
    RED = "r"
    GREEN = "g"


def upgrade():
    things = op.create_table("things", sa.Column("id", sa.Integer, primary_key=True), sa.Column("colour", sa.Enum(Colour)))
    connection = op.get_bind()
    connection.execute(things.insert(), [{"id": 1, "colour": Colour.RED}, {"id": 2, "colour": "GREEN"}, {"id": 3, "colour": None}])
    connection.execute(things.update().where(things.c.colour == Colour.RED).values(colour=Colour.GREEN))


def downgrade():
    pass
