"""The extension whose models are the package's own."""

from flask_appbuilder.models.sqla import Model
from flask_sqlalchemy import SQLAlchemy


class SQLA(SQLAlchemy):
    def __init__(self, *args, **keywords):
        super().__init__(*args, **{"model_class": Model, **keywords})
