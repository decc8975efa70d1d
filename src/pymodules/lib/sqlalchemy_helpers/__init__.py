"""A base for models with names for constraints, and questions about a database that scripts ask."""

from sqlalchemy_helpers.manager import (Base, DatabaseManager, DatabaseStatus, SyncResult, exists_in_db, get_base,
                                        get_by_pk, get_one, get_or_create, is_sqlite, update_or_create)

__all__ = ["Base", "DatabaseManager", "DatabaseStatus", "SyncResult", "exists_in_db", "get_base", "get_by_pk",
           "get_one", "get_or_create", "is_sqlite", "update_or_create"]
