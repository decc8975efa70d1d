"""A recursive query fills a materialised path."""

import sqlalchemy as sa

from alembic import op

revision = "3a7f5117d25b"
down_revision = None


def upgrade():
    op.create_table("nodes", sa.Column("id", sa.Integer, primary_key=True), sa.Column("parent_id", sa.Integer), sa.Column("path", sa.String(50)))
    nodes = sa.table("nodes", sa.column("id", sa.Integer), sa.column("parent_id", sa.Integer), sa.column("path", sa.String))
    op.bulk_insert(nodes, [{"id": 1, "parent_id": None}, {"id": 2, "parent_id": 1}, {"id": 3, "parent_id": 2}, {"id": 4, "parent_id": 1}])
    connection = op.get_bind()
    top = sa.select(nodes.c.id, sa.cast(sa.cast(nodes.c.id, sa.String), sa.String).label("path")).where(nodes.c.parent_id.is_(None)).cte("tree", recursive=True)
    tree = top.union_all(sa.select(nodes.c.id, top.c.path + "." + sa.cast(nodes.c.id, sa.String)).join(top, nodes.c.parent_id == top.c.id))
    for id_, path in connection.execute(sa.select(tree.c.id, tree.c.path)).all():
        connection.execute(nodes.update().where(nodes.c.id == id_).values(path=path))


def downgrade():
    pass
