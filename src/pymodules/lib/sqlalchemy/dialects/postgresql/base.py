"""The types of PostgreSQL by the module that defined them."""

from sqlalchemy.dialects.postgresql import *
from sqlalchemy.engine._dialect_classes import PGDialect
