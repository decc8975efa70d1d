"""Columns and tables of SQLAlchemy's own tests."""

from sqlalchemy import Column, Table
