"""Encode's databases: the URL that settings are cast to. Nothing connects through it."""

from databases.core import Database, DatabaseURL

__version__ = "0.9.0"
__all__ = ["Database", "DatabaseURL"]
