"""The types of PostgreSQL by the module that defined them."""

from sqlalchemy.dialects.postgresql import *
