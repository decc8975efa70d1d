"""What programs derive their own dialects' implementations from."""

from alembic.ddl.impl import DefaultImpl
