"""bulk_insert_mappings, bulk_update_mappings, bulk_save_objects."""

import sqlalchemy as sa
from sqlalchemy import orm

from alembic import op

from project_helpers import users

revision = "2404d9f489dd"
down_revision = None

Base = orm.declarative_base()


class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String(50), nullable=False)
    age = sa.Column(sa.Integer)


def upgrade():
    users(2)
    session = orm.Session(bind=op.get_bind())
    session.bulk_insert_mappings(User, [{"id": 5, "name": "e"}, {"id": 6, "name": "f"}])
    session.bulk_update_mappings(User, [{"id": 1, "age": 0}, {"id": 5, "age": 55}])
    session.bulk_save_objects([User(id=7, name="g", age=7), User(id=8, name="h", age=8)])
    session.commit()


def downgrade():
    pass
