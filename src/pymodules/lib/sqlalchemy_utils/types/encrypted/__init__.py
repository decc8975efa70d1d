"""Columns whose values only the application can read."""
