"""Test cases, and the issues that they find."""

import enum

from sqlalchemy import JSON, Column, Enum, ForeignKey, Integer, String, Text
from sqlalchemy.orm import relationship

from app.models.base import Base, TimestampMixin


class Priority(str, enum.Enum):
    low = "low"
    medium = "medium"
    high = "high"


class TestCase(TimestampMixin, Base):
    __tablename__ = "test_cases"

    id = Column(Integer, primary_key=True)
    title = Column(String(500), nullable=False)
    steps = Column(JSON, nullable=False)
    priority = Column(Enum(Priority, name="priority"), nullable=False)
    owner_id = Column(Integer, ForeignKey("users.id", ondelete="SET NULL"))

    issues = relationship("Issue", back_populates="test_case")


class Issue(TimestampMixin, Base):
    __tablename__ = "issues"

    id = Column(Integer, primary_key=True)
    title = Column(String(500), nullable=False)
    description = Column(Text)
    test_case_id = Column(Integer, ForeignKey("test_cases.id", ondelete="CASCADE"), index=True)
    reporter_id = Column(Integer, ForeignKey("users.id", ondelete="SET NULL"))
    # "metadata" is the declarative base's own name.
    meta_data = Column(JSON)

    test_case = relationship(TestCase, back_populates="issues")
    reporter = relationship("User", back_populates="issues")
