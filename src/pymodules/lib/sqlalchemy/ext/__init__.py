"""Extensions of SQLAlchemy."""
