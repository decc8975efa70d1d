"""The column types of SQLAlchemy-Utils."""

from sqlalchemy_utils import types
from sqlalchemy_utils.types import *
