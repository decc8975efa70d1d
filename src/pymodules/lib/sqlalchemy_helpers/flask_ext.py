"""What an application of Flask has of the models."""

from flask import current_app, has_app_context
from sqlalchemy_helpers.manager import DatabaseManager
from werkzeug.exceptions import abort
from werkzeug.utils import find_modules, import_string


class DatabaseExtension:
    def __init__(self, app=None, base_model=None):
        self._base_model = base_model
        if app is not None:
            self.init_app(app)

    def init_app(self, app, base_model=None):
        self._base_model = base_model or self._base_model
        app.config.setdefault("SQLALCHEMY_DATABASE_URI", "sqlite:///:memory:")
        app.config.setdefault("DB_ALEMBIC_LOCATION", app.root_path + "/migrations")
        app.config.setdefault("DB_MODELS_LOCATION", app.import_name.removesuffix(".app") + ".models")
        app.extensions["_sqlah_base_model"] = self._base_model
        self._import_models(app.config["DB_MODELS_LOCATION"])

    def _import_models(self, location):
        try:
            names = list(find_modules(location, include_packages=True, recursive=True))
        except ValueError:
            names = [location]
        for name in names:
            import_string(name)

    @property
    def manager(self):
        extensions = current_app.extensions
        if "_sqlah_database_manager" not in extensions:
            config = current_app.config
            extensions["_sqlah_database_manager"] = DatabaseManager(
                config["SQLALCHEMY_DATABASE_URI"], config["DB_ALEMBIC_LOCATION"], base_model=self._base_model)
        return extensions["_sqlah_database_manager"]

    @property
    def session(self):
        return self.manager.Session()


def get_or_404(Model, pk, description=None):
    return Model.get_by_pk(pk) or abort(404, description=description)


def first_or_404(query, description=None, session=None):
    session = session or current_app.extensions["_sqlah_database_manager"].Session()
    return session.scalars(query).first() or abort(404, description=description)


def get_url_from_app(app_factory):
    app = current_app if has_app_context() else app_factory()
    return app.config["SQLALCHEMY_DATABASE_URI"]
