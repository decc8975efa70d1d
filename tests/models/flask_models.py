"""Flask-SQLAlchemy: names derived from classes, binds, SQLAlchemy's names on the extension object."""
import enum

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import MetaData

db = SQLAlchemy(metadata=MetaData(naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"}))


class Kind(enum.Enum):
    a = 1
    b = 2


tags = db.Table(
    "tags",
    db.Column("tag_id", db.Integer, db.ForeignKey("tag.id"), primary_key=True),
    db.Column("blog_post_id", db.Integer, db.ForeignKey("blog_post.id"), primary_key=True),
)


class TimestampMixin(object):
    created = db.Column(db.DateTime, nullable=False, server_default=db.func.now())


class BlogPost(TimestampMixin, db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String(80), unique=True, nullable=False)
    kind = db.Column(db.Enum(Kind))
    author_id = db.Column(db.Integer, db.ForeignKey("http_user.id"), nullable=False)
    tags = db.relationship("Tag", secondary=tags, lazy="subquery", backref=db.backref("posts", lazy=True))


class HTTPUser(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    type = db.Column(db.String(10))
    posts = db.relationship("BlogPost", backref="author")
    __mapper_args__ = {"polymorphic_on": type}


class Admin(HTTPUser):
    level = db.Column(db.Integer)


class Guest(HTTPUser):
    id = db.Column(db.ForeignKey(HTTPUser.id), primary_key=True)
    until = db.Column(db.Date)


class Tag(db.Model):
    id = db.Column(db.Integer, primary_key=True)


class Base(db.Model):
    __abstract__ = True
    id = db.Column(db.Integer, primary_key=True)


class Other(Base):
    __bind_key__ = "other"
    name = db.Column(db.Text)


class Named(Base):
    __tablename__ = "given"


metadatas = [db.metadatas[None], db.metadatas["other"]]
