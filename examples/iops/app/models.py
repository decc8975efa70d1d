"""The tables of iOps, phase 1."""

import uuid

from sqlalchemy import JSON, BigInteger, Column, DateTime, ForeignKey, Index, Integer, String, Text, UniqueConstraint, func
from sqlalchemy.orm import declarative_base

from app.types import GUID

Base = declarative_base()


def primary_key():
    return Column(GUID, primary_key=True, default=uuid.uuid4)


class User(Base):
    """An account and its tier."""

    __tablename__ = "users"

    id = primary_key()
    email = Column(String(255), nullable=False)
    password_hash = Column(String(255), nullable=False)
    tier = Column(String(20), nullable=False, server_default="free")
    stripe_customer_id = Column(String(255))
    created_at = Column(DateTime, nullable=False, server_default=func.now())
    updated_at = Column(DateTime, nullable=False, server_default=func.now())

    __table_args__ = (
        Index("ix_users_email", "email", unique=True),
        Index("ix_users_tier", "tier"),
        Index("ix_users_stripe_customer_id", "stripe_customer_id", unique=True),
    )


class UsageTracking(Base):
    """What a user has used in a month."""

    __tablename__ = "usage_tracking"

    id = primary_key()
    user_id = Column(GUID, ForeignKey("users.id", ondelete="CASCADE"), nullable=False)
    month_year = Column(String(7), nullable=False)
    analyses_count = Column(Integer, nullable=False, server_default="0")
    rows_processed = Column(BigInteger, nullable=False, server_default="0")

    __table_args__ = (
        UniqueConstraint("user_id", "month_year", name="uq_usage_tracking_user_month"),
        Index("ix_usage_tracking_user_id", "user_id"),
        Index("ix_usage_tracking_user_month", "user_id", "month_year"),
        Index("ix_usage_tracking_month_year", "month_year"),
    )


class Dataset(Base):
    __tablename__ = "datasets"

    id = primary_key()
    user_id = Column(GUID, ForeignKey("users.id", ondelete="CASCADE"), nullable=False)
    connection_id = Column(GUID)
    name = Column(String(255), nullable=False)
    file_path = Column(String(1024))
    row_count = Column(BigInteger)
    columns = Column(JSON)
    created_at = Column(DateTime, nullable=False, server_default=func.now())

    __table_args__ = (
        Index("ix_datasets_user_id", "user_id"),
        Index("ix_datasets_connection_id", "connection_id"),
        Index("ix_datasets_created_at", "created_at"),
    )


class Analysis(Base):
    """A workflow over a dataset, and what came of it."""

    __tablename__ = "analyses"

    id = primary_key()
    user_id = Column(GUID, ForeignKey("users.id", ondelete="CASCADE"), nullable=False)
    dataset_id = Column(GUID, ForeignKey("datasets.id", ondelete="SET NULL"))
    question = Column(Text, nullable=False)
    status = Column(String(20), nullable=False, server_default="pending")
    results = Column(JSON)
    created_at = Column(DateTime, nullable=False, server_default=func.now())

    __table_args__ = (
        Index("ix_analyses_user_id", "user_id"),
        Index("ix_analyses_dataset_id", "dataset_id"),
        Index("ix_analyses_status", "status"),
        Index("ix_analyses_created_at", "created_at"),
    )
