"""select() with a session, scalars, pages."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from alembic import op

from project_helpers import users

revision = "b4c7412083e7"
down_revision = None


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(50))
    age: Mapped[int | None]


def upgrade():
    users(6)
    with Session(op.get_bind()) as session:
        offset = 0
        while True:
            page = session.scalars(sa.select(User).order_by(User.id).limit(2).offset(offset)).all()
            if not page:
                break
            for user in page:
                user.name = f"{user.name}/{offset}"
            offset += 2
        session.execute(sa.update(User).where(User.id == 1).values(age=None))
        session.execute(sa.delete(User).where(User.age == 23))
        session.commit()


def downgrade():
    pass
