"""The types of MySQL by the module that defined them."""

from sqlalchemy.dialects.mysql import *
from sqlalchemy.engine._dialect_classes import MySQLDialect
