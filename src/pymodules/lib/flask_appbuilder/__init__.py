"""Flask-AppBuilder's models. Views, security and the application itself are opaque: nothing is served."""

from flask_appbuilder.models.sqla import Base, Model
from flask_appbuilder.models.sqla.base import SQLA
