"""Columns and tables as in SQLAlchemy's own tests."""

from sqlalchemy import Column, Table
from sqlalchemy.orm import mapped_column
