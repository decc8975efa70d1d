"""What Alembic tells versions of SQLAlchemy apart by."""

sqla_14 = True
sqla_14_26 = True
sqla_2 = True
