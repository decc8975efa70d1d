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
    def __init__(self, app=None, db=None, directory="migrations", command="db", compare_type=True,
                 render_as_batch=False, **keywords):
        self.configure_callbacks = []
        self.db = db
        self.command = command
        self.directory = str(directory)
        self.alembic_ctx_kwargs = dict(keywords, compare_type=compare_type, render_as_batch=render_as_batch)
        if app is not None and db is not None:
            self.init_app(app, db, directory)

    def init_app(self, app, db=None, directory=None, command=None, compare_type=None, render_as_batch=None, **keywords):
        self.db = db or self.db
        self.directory = str(directory or self.directory)
        self.alembic_ctx_kwargs.update(keywords)
        if compare_type is not None:
            self.alembic_ctx_kwargs["compare_type"] = compare_type
        if render_as_batch is not None:
            self.alembic_ctx_kwargs["render_as_batch"] = render_as_batch
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
