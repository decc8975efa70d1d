"""What programs that extend `op` use: classes of operations, and who carries them out."""

from alembic.operations.base import AbstractOperations, BatchOperations, Operations
from alembic.operations.ops import MigrateOperation, MigrationScript
from alembic.operations import toimpl

__all__ = ["AbstractOperations", "Operations", "BatchOperations", "MigrateOperation", "MigrationScript"]
