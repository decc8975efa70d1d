"""What env.py files and plugins take from alembic.autogenerate."""

from alembic.autogenerate.api import AutogenContext
from alembic.autogenerate.compare import comparators
from alembic.autogenerate.render import renderers
from alembic.autogenerate import rewriter

__all__ = ["AutogenContext", "comparators", "renderers", "rewriter"]
