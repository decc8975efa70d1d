"""A declarative model inside the script."""

import sqlalchemy as sa
from sqlalchemy.orm import Session, declarative_base

from alembic import op

from project_helpers import users

revision = "0c487af5bb3a"
down_revision = None

Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String(50))
    age = sa.Column(sa.Integer)


def upgrade():
    users(4)
    session = Session(bind=op.get_bind())
    for user in session.query(User).filter(User.age > 21).order_by(User.id):
        user.name = user.name.title()
    session.add(User(id=10, name="Zoe", age=session.query(User).count()))
    session.query(User).filter_by(name="ann").update({"age": User.age + 100})
    session.commit()
    session.delete(session.get(User, 2))
    session.commit()


def downgrade():
    pass
