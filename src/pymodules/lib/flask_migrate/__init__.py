"""Flask-Migrate's extension object: which database object an application's migrations belong to."""


class _MigrateConfig:
    def __init__(self, migrate, db, **keywords):
        self.migrate = migrate
        self.db = db
        self.directory = migrate.directory
        self.configure_args = keywords

    @property
    def metadata(self):
        return self.db.metadata


class Migrate:
    """Options that an application does not give are not passed on: env.py may give them to configure() itself."""

    def __init__(self, app=None, db=None, directory="migrations", command="db", **keywords):
        self.configure_callbacks = []
        self.db = db
        self.command = command
        self.directory = str(directory)
        self.alembic_ctx_kwargs = keywords
        if app is not None and db is not None:
            self.init_app(app, db, directory)

    def init_app(self, app, db=None, directory=None, command=None, **keywords):
        self.db = db if db is not None else self.db
        self.directory = str(directory or self.directory)
        self.alembic_ctx_kwargs.update(keywords)
        app.extensions["migrate"] = _MigrateConfig(self, self.db, **self.alembic_ctx_kwargs)

    def configure(self, function):
        self.configure_callbacks.append(function)
        return function


class MigrateCommand:
    """The name that versions before 3.0 had for their commands."""


def _refuse(name):
    def command(*args, **keywords):
        raise RuntimeError("flask_migrate.%s() runs migrations from inside of one" % name)

    return command


init, revision, migrate, edit, merge, upgrade, downgrade, show, history, heads, branches, current, stamp, check = [
    _refuse(name)
    for name in ("init", "revision", "migrate", "edit", "merge", "upgrade", "downgrade", "show", "history", "heads",
                 "branches", "current", "stamp", "check")
]
