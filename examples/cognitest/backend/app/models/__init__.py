"""All models: whoever imports this package has the whole metadata."""

from app.models.base import Base
from app.models.knowledge import ApiCollection, DocumentKnowledge, DocumentUsageLog
from app.models.testing import Issue, Priority, TestCase
from app.models.user import User

__all__ = [
    "ApiCollection",
    "Base",
    "DocumentKnowledge",
    "DocumentUsageLog",
    "Issue",
    "Priority",
    "TestCase",
    "User",
]
