"""Models with a foreign key, joined."""

import sqlalchemy as sa
from sqlalchemy.orm import Session, declarative_base, relationship

from alembic import op

revision = "12d9531682bb"
down_revision = None

Base = declarative_base()


class Author(Base):
    __tablename__ = "authors"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String(30))
    books = relationship("Book", back_populates="author")


class Book(Base):
    __tablename__ = "books"
    id = sa.Column(sa.Integer, primary_key=True)
    title = sa.Column(sa.String(60))
    author_id = sa.Column(sa.ForeignKey("authors.id"))
    author = relationship(Author, back_populates="books")


def upgrade():
    connection = op.get_bind()
    Base.metadata.create_all(connection)
    session = Session(connection)
    session.add_all([Author(id=1, name="Ada"), Author(id=2, name="Bo")])
    session.flush()
    session.add_all([Book(id=1, title="x", author_id=1), Book(id=2, title="y", author_id=2), Book(id=3, title="z", author_id=1)])
    session.flush()
    for book in session.query(Book).join(Author).filter(Author.name == "Ada").order_by(Book.id).all():
        book.title = f"{book.title} by {book.author.name}"
    session.commit()


def downgrade():
    pass
