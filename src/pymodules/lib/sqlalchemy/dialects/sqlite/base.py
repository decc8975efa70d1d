"""The types of SQLite by the module that defined them."""

from sqlalchemy.dialects.sqlite import *
from sqlalchemy.engine._dialect_classes import SQLiteDialect
