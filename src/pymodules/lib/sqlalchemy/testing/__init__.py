"""SQLAlchemy's own test tools, of which editors offer names to those who write revisions."""
