"""Names become slugs; those that clash get a number."""

import re

import sqlalchemy as sa

from alembic import op

revision = "528b9743e39d"
down_revision = None


def slug_of(text):
    plain = text.replace("é", "e").encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "n-a"


def upgrade():
    op.create_table("posts", sa.Column("id", sa.Integer, primary_key=True), sa.Column("title", sa.String(60)), sa.Column("slug", sa.String(60)))
    posts = sa.table("posts", sa.column("id"), sa.column("title"), sa.column("slug"))
    titles = ["Hello, World!", "Hello World", "Çafé au lait", "???", "hello world"]
    op.bulk_insert(posts, [{"id": n, "title": title} for n, title in enumerate(titles)])
    connection, seen = op.get_bind(), {}
    for id_, title in connection.execute(sa.select(posts.c.id, posts.c.title).order_by(posts.c.id)).all():
        slug = slug_of(title)
        seen[slug] = seen.get(slug, 0) + 1
        if seen[slug] > 1:
            slug = f"{slug}-{seen[slug]}"
        connection.execute(posts.update().where(posts.c.id == id_).values(slug=slug))
    op.create_index("uq_posts_slug", "posts", ["slug"], unique=True)


def downgrade():
    pass
