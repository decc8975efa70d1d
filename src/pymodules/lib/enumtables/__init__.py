"""Tables for the members of enumerations: what revisions and models use of sqlalchemy-enum-tables."""

from enumtables.alembic_ops import EnumDeleteOp, EnumInsertOp
from enumtables.enum_column import EnumColumn, EnumType
from enumtables.enum_table import EnumTable
