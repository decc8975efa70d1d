"""Functions, views, triggers and their like as objects, as alembic-utils has them."""
