"""The older names."""

from oslo_db.sqlalchemy.engines import create_engine
from oslo_db.sqlalchemy.orm import Query, Session, get_maker
