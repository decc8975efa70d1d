"""The range types of PostgreSQL by the module that defines them."""

from sqlalchemy.dialects.postgresql import *
