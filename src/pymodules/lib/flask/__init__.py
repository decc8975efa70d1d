"""As much of Flask as an application needs to be put together: its configuration and its extensions.

Nothing is served here. Routes, templates and the like are taken and forgotten; names that are not here are opaque. What
counts for migrations is what the factory leaves behind: app.config and app.extensions["migrate"].
"""

import datetime
import inspect
import os
import sys
import types
from importlib.machinery import SourceFileLoader

import _limbeck_opaque
import _runtime

_rest = _limbeck_opaque.package("flask")
_contexts = []
_current = None


class Config(dict):
    def __init__(self, root_path="", defaults=None):
        dict.__init__(self, defaults or {})
        self.root_path = root_path

    def from_object(self, obj):
        if isinstance(obj, str):
            obj = _import_string(obj)
        for name in dir(obj):
            if name.isupper():
                self[name] = getattr(obj, name)

    def from_mapping(self, mapping=None, **values):
        for name, value in {**(mapping or {}), **values}.items():
            if name.isupper():
                self[name] = value
        return True

    def from_pyfile(self, filename, silent=False):
        path = os.path.join(self.root_path, filename)
        if not os.path.exists(path):
            if silent:
                return False
            raise FileNotFoundError(2, "Unable to load configuration file (No such file or directory)", path)
        module = types.ModuleType("config")
        module.__file__ = path
        SourceFileLoader("config", path).exec_module(module)
        return self.from_mapping(vars(module))

    def from_envvar(self, variable_name, silent=False):
        path = os.environ.get(variable_name)
        if path:
            return self.from_pyfile(path, silent=silent)
        if silent:
            return False
        raise RuntimeError("The environment variable %r is not set and as such configuration could not be loaded. Set "
                           "this variable and make it point to a configuration file" % variable_name)

    def from_prefixed_env(self, prefix="FLASK", *, loads=None):
        import json

        for name, text in sorted(os.environ.items()):
            if not name.startswith(prefix + "_"):
                continue
            try:
                value = (loads or json.loads)(text)
            except ValueError:
                value = text
            self[name[len(prefix) + 1:]] = value
        return True

    def from_file(self, filename, load, silent=False, text=True):
        path = os.path.join(self.root_path, filename)
        if silent and not os.path.exists(path):
            return False
        with open(path, "r" if text else "rb") as file:
            return self.from_mapping(load(file))


def _import(name):
    __import__(name)
    return sys.modules[name]


def _import_string(name):
    module, _, attribute = name.replace(":", ".").rpartition(".")
    if not module:
        return _import(attribute)
    try:
        return getattr(_import(module), attribute)
    except AttributeError:
        return _import(name)


def _keeps(*args, **options):
    """A decorator that leaves its function as it is, with arguments or without."""
    if len(args) == 1 and callable(args[0]) and not options and not isinstance(args[0], type):
        return args[0]
    return lambda function: function


class _Scaffold:
    def __init__(self, import_name):
        self.import_name = import_name
        module = sys.modules.get(import_name)
        path = getattr(module, "__file__", None)
        self.root_path = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()

    route = get = post = put = delete = patch = errorhandler = before_request = after_request = _keeps
    teardown_request = teardown_appcontext = context_processor = url_value_preprocessor = url_defaults = _keeps
    before_first_request = app_errorhandler = before_app_request = after_app_request = shell_context_processor = _keeps
    template_filter = template_global = template_test = app_context_processor = app_template_filter = _keeps
    app_template_global = record = record_once = _keeps

    def __init_subclass__(cls, **keywords):
        pass

    def add_url_rule(self, *args, **options):
        pass

    def register_error_handler(self, *args, **options):
        pass

    def register_blueprint(self, *args, **options):
        pass


class Blueprint(_Scaffold):
    _got_registered_once = False

    def __init__(self, name, import_name, static_folder=None, static_url_path=None, template_folder=None,
                 url_prefix=None, subdomain=None, url_defaults=None, root_path=None, cli_group=None):
        _Scaffold.__init__(self, import_name)
        self.name = name
        self.url_prefix = url_prefix
        self.subdomain = subdomain

    def __getattr__(self, name):
        return _rest_attribute("Blueprint", name)


class _AppContext:
    def __init__(self, app):
        self.app = app

    def push(self):
        _contexts.append(self.app)

    def pop(self, *error):
        _contexts.pop()

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, *error):
        self.pop()


_latest = None


class Flask(_Scaffold):
    default_config = {
        "DEBUG": False, "TESTING": False, "PROPAGATE_EXCEPTIONS": None, "SECRET_KEY": None,
        "PERMANENT_SESSION_LIFETIME": datetime.timedelta(days=31), "USE_X_SENDFILE": False, "SERVER_NAME": None,
        "APPLICATION_ROOT": "/", "SESSION_COOKIE_NAME": "session", "SESSION_COOKIE_DOMAIN": None,
        "SESSION_COOKIE_PATH": None, "SESSION_COOKIE_HTTPONLY": True, "SESSION_COOKIE_SECURE": False,
        "SESSION_COOKIE_SAMESITE": None, "SESSION_REFRESH_EACH_REQUEST": True, "MAX_CONTENT_LENGTH": None,
        "SEND_FILE_MAX_AGE_DEFAULT": None, "TRAP_BAD_REQUEST_ERRORS": None, "TRAP_HTTP_EXCEPTIONS": False,
        "EXPLAIN_TEMPLATE_LOADING": False, "PREFERRED_URL_SCHEME": "http", "TEMPLATES_AUTO_RELOAD": None,
        "MAX_COOKIE_SIZE": 4093,
    }

    def __init__(self, import_name, static_url_path=None, static_folder="static", static_host=None, host_matching=False,
                 subdomain_matching=False, template_folder="templates", instance_path=None,
                 instance_relative_config=False, root_path=None):
        global _latest
        _latest = self
        _Scaffold.__init__(self, import_name)
        if root_path:
            self.root_path = root_path
        self.instance_path = instance_path or self._find_instance_path()
        base = self.instance_path if instance_relative_config else self.root_path
        self.config = Config(base, self.default_config)
        self.extensions = {}
        self.blueprints = {}
        self.name = import_name
        self.static_folder = static_folder
        self.template_folder = template_folder
        self.debug = False
        self.testing = False
        self._logger = None

    def _find_instance_path(self):
        """Beside the package or the module that the application is."""
        module = sys.modules.get(self.import_name)
        path = getattr(module, "__file__", None) or ""
        base = os.path.dirname(self.root_path) if path.endswith("__init__.py") else self.root_path
        return os.path.join(base, "instance")

    @property
    def logger(self):
        import logging

        return self._logger or logging.getLogger(self.name)

    @logger.setter
    def logger(self, value):
        self._logger = value

    def app_context(self):
        return _AppContext(self)

    def test_request_context(self, *args, **options):
        return _AppContext(self)

    def run(self, *args, **options):
        raise RuntimeError("a migration serves no application")

    def __getattr__(self, name):
        return _rest_attribute("Flask", name)


def _rest_attribute(owner, name):
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(getattr(_rest, owner), name)


class _CurrentApp:
    """The application whose context is open; without one the project's, found as the `flask` command finds it."""

    def _get_current_object(self):
        return _contexts[-1] if _contexts else _find_app()

    def __getattr__(self, name):
        return getattr(self._get_current_object(), name)

    def __bool__(self):
        return True


current_app = _CurrentApp()


def has_app_context():
    return bool(_contexts)


def has_request_context():
    return False


def _dotenv_value(name):
    """Of .env and .flaskenv in the current folder and those above, as the `flask` command reads them."""
    folder = os.getcwd()
    while True:
        for file in (".env", ".flaskenv"):
            path = os.path.join(folder, file)
            if os.path.isfile(path):
                with open(path) as lines:
                    for line in lines:
                        key, mark, value = line.strip().partition("=")
                        if mark and key.replace("export ", "").strip() == name:
                            return value.strip().strip("'\"")
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _find_app():
    global _current
    if _current is None:
        if os.getcwd() not in sys.path:
            sys.path.insert(0, os.getcwd())
        _current = _load_app(os.environ.get("FLASK_APP") or _dotenv_value("FLASK_APP"))
    return _current


def _places_of_app():
    # These are the modules that the flask command imports, files or packages.
    for file in ("wsgi.py", "app.py"):
        if os.path.isfile(file) or os.path.isfile(os.path.join(file[:-3], "__init__.py")):
            yield file
    # Here people have it who start it by themselves, as with `python manage.py db upgrade`.
    usual = ("manage.py", "autoapp.py", "application.py", "run.py")
    for file in usual:
        if os.path.isfile(file):
            yield file
    # And here, where FLASK_APP names a file of another name.
    for file in sorted(os.listdir(".")):
        if file.endswith(".py") and file not in usual and _makes_an_app(file):
            yield file


def _makes_an_app(file):
    with open(file, errors="replace") as opened:
        text = opened.read()
    return "Migrate(" in text and "app" in text


def _load_app(place):
    found = None
    for place in [place] if place else _places_of_app():
        try:
            app = _app_of(place)
        except Exception:
            if found is None:
                raise
            continue
        # Migrate(app, db) may stand in the file that people run.
        if app is not None and "migrate" in app.extensions:
            return app
        found = found or app
    return found or _raise_no_app(place)


def _raise_no_app(place):
    if place:
        name = _prepare_import(place.partition(":")[0])
        raise RuntimeError("Failed to find Flask application or factory in module %r. Use '%s:name' to specify one."
                           % (name, name))
    raise RuntimeError("Could not locate a Flask application. Use the 'FLASK_APP' environment variable, or a "
                       "'wsgi.py' or 'app.py' file in the current directory.")


def _app_of(place):
    module_name, _, name = place.partition(":")
    module = _import(_prepare_import(module_name))
    return _call_or_take(module, name) if name else _best_app(module)


def _best_app(module):
    for name in ("app", "application"):
        found = getattr(module, name, None)
        if isinstance(found, Flask):
            return found
        if type(found).__name__ == "opaque":
            # An application that could not be put together says why.
            made = _runtime.call_factory(lambda: repr(found), _app_so_far)
            if isinstance(made, Flask):
                return made
    found = [value for value in list(vars(module).values()) if isinstance(value, Flask)]
    if len(found) == 1:
        return found[0]
    for name in ("create_app", "make_app"):
        factory = getattr(module, name, None)
        if factory is not None and _needs_nothing(factory):
            made = _runtime.call_factory(factory, _app_so_far)
            if isinstance(made, Flask):
                return made
    return None


def _needs_nothing(factory):
    return all(one.default is not one.empty or one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
               for one in inspect.signature(factory).parameters.values())


def _prepare_import(place):
    """The dotted name of a module that was told by its file, or by a name; a file in a package is one of that package."""
    if not place.endswith(".py"):
        return place.strip("./").replace("/", ".")
    folder, file = os.path.split(os.path.abspath(place))
    names = [] if file == "__init__.py" else [file[:-3]]
    while os.path.isfile(os.path.join(folder, "__init__.py")):
        folder, name = os.path.split(folder)
        names.insert(0, name)
    if sys.path[:1] != [folder]:
        sys.path.insert(0, folder)
    return ".".join(names)


def _call_or_take(module, text):
    """app, create_app or create_app("config")"""
    if text.endswith(")"):
        name, _, written = text[:-1].partition("(")
        positional, named = _arguments(written)
        factory = getattr(module, name.strip())
        return _runtime.call_factory(lambda: factory(*positional, **named), _app_so_far)
    found = getattr(module, text)
    return found if isinstance(found, Flask) else _runtime.call_factory(found, _app_so_far)


def _arguments(text):
    """The constants of "'testing', debug=True": values by place and by name."""
    positional, named, piece = [], {}, ""
    for part in text.split(","):
        piece += part
        name, equals, written = piece.partition("=")
        has_name = bool(equals) and name.strip().isidentifier()
        try:
            value = eval((written if has_name else piece).strip() or "None", {})
        except SyntaxError:  # the comma is inside of a text or of brackets
            piece += ","
            continue
        if has_name:
            named[name.strip()] = value
        elif piece.strip():
            positional.append(value)
        piece = ""
    return positional, named


def _app_so_far():
    """The application that is being made, once it has its database and its migrations."""
    return _latest if _latest is not None and "migrate" in _latest.extensions else None


def _database_url(config, bind_key=None):
    """Where an application's database is: what the run was told, then its configuration, then the environment."""
    if bind_key is not None:
        found = (config.get("SQLALCHEMY_BINDS") or {}).get(bind_key)
        found = found.get("url") if isinstance(found, dict) else found
    else:
        found = os.environ.get("LIMBECK_URL") or config.get("SQLALCHEMY_DATABASE_URI")
        found = found or os.environ.get("SQLALCHEMY_DATABASE_URI") or os.environ.get("DATABASE_URL")
    if not found:
        raise RuntimeError("Either 'SQLALCHEMY_DATABASE_URI' or 'SQLALCHEMY_BINDS' must be set.")
    return _in_instance_folder(str(found))


def _in_instance_folder(url):
    """An SQLite file with a relative path lies in the application's instance folder."""
    import sqlalchemy

    made = sqlalchemy.engine.make_url(url)
    path = made.database
    if not made.drivername.startswith("sqlite") or not path or path == ":memory:" or path.startswith(("/", "file:")):
        return url
    app = _contexts[-1] if _contexts else _current
    return url if app is None else made.set(database=os.path.join(app.instance_path, path))


def __getattr__(name):
    return getattr(_rest, name)
