"""What Oslo adds to SQLAlchemy, as far as migrations name it."""
