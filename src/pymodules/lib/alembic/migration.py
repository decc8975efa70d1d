from alembic.runtime.migration import *
from alembic.runtime.migration import MigrationContext
