"""What the assistant knows: collections of APIs, documents, and their use."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Text

from app.models.base import Base, TimestampMixin


class ApiCollection(TimestampMixin, Base):
    __tablename__ = "api_collections"

    id = Column(Integer, primary_key=True)
    name = Column(String(255), nullable=False)
    base_url = Column(String(1000))
    meta_data = Column(JSON)


class DocumentKnowledge(TimestampMixin, Base):
    __tablename__ = "document_knowledge"

    id = Column(Integer, primary_key=True)
    title = Column(String(500), nullable=False)
    content = Column(Text, nullable=False)
    meta_data = Column(JSON)


class DocumentUsageLog(TimestampMixin, Base):
    __tablename__ = "document_usage_logs"
    __table_args__ = (Index("ix_document_usage_logs_document_user", "document_id", "user_id"),)

    id = Column(Integer, primary_key=True)
    document_id = Column(Integer, ForeignKey("document_knowledge.id", ondelete="CASCADE"), nullable=False)
    user_id = Column(Integer, ForeignKey("users.id", ondelete="SET NULL"))
    meta_data = Column(JSON)
