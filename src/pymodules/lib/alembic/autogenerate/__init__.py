"""What env.py files take from alembic.autogenerate."""
