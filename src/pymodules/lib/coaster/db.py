"""The database object that applications share."""

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
