from alembic.operations.base import DefaultImpl
