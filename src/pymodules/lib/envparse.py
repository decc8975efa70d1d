"""Settings from the environment, by the rules of envparse."""

import json
import os
import shlex
import urllib.parse
import warnings

__version__ = "0.2.0"

_TRUE = ("y", "yes", "t", "true", "on", "ok", "okay", "1")


class ConfigurationError(Exception):
    pass


class NoValue:
    def __repr__(self):
        return "<%s>" % type(self).__name__


NOTSET = NoValue()


def shortcut(cast):
    def method(self, var, **options):
        return self(var, cast=cast, **options)

    return method


def _to_bool(value):
    try:
        return int(value) != 0
    except ValueError:
        return value.lower().strip() in _TRUE


class Env:
    """Values by name; what the schema says of a name's type and default counts where the call does not say it."""

    ConfigurationError = ConfigurationError

    def __init__(self, **schema):
        self.schema = schema

    def __call__(self, var, default=NOTSET, cast=None, subcast=None, force=False, preprocessor=None, postprocessor=None):
        if var in self.schema:
            params = self.schema[var]
            if isinstance(params, dict):
                cast = params.get("cast") if cast is None else cast
                subcast = params.get("subcast") if subcast is None else subcast
                default = params.get("default", NOTSET) if default is NOTSET else default
                preprocessor = preprocessor or params.get("preprocessor")
                postprocessor = postprocessor or params.get("postprocessor")
            elif cast is None:
                cast = params
        value = os.environ.get(var, default)
        if value is NOTSET:
            raise ConfigurationError("Undefined variable: " + var)
        if isinstance(value, str) and value.startswith("$") and value.lstrip("$") in os.environ:
            value = self(value.lstrip("$"))
        value = preprocessor(value) if preprocessor else value
        value = self.cast(value, cast, subcast) if value != default or force else value
        return postprocessor(value) if postprocessor else value

    @classmethod
    def cast(cls, value, cast=str, subcast=None):
        if cast is bool:
            return _to_bool(value)
        if cast is float:
            return float(value)
        if cast in (list, tuple, set):
            parts = [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
            return cast(subcast(part) for part in parts) if subcast else cast(parts)
        if cast is dict:
            pairs = dict(pair.split("=", 1) for pair in value.split(",") if pair) if isinstance(value, str) else value
            return {key.strip(): subcast(item) if subcast else item for key, item in pairs.items()}
        return value if cast is None else cast(value)

    bool = shortcut(bool)
    dict = shortcut(dict)
    float = shortcut(float)
    int = shortcut(int)
    list = shortcut(list)
    set = shortcut(set)
    str = shortcut(str)
    tuple = shortcut(tuple)
    json = shortcut(json.loads)
    url = shortcut(urllib.parse.urlparse)

    @staticmethod
    def read_envfile(path=None, **overrides):
        """Lines of NAME=value; what the environment has already stays."""
        if path is None:
            path = os.path.join(os.getcwd(), ".env")
        try:
            with open(path) as file:
                lines = file.read().splitlines()
        except OSError:
            parent = os.path.dirname(os.path.dirname(os.path.abspath(path)))
            above = os.path.join(parent, os.path.basename(path))
            if above != os.path.abspath(path) and os.path.exists(above):
                return Env.read_envfile(above, **overrides)
            warnings.warn("No envfile found.", stacklevel=2)
            return None
        for line in lines:
            try:
                tokens = shlex.split(line, comments=True)
            except ValueError:
                continue
            for token in tokens[1:] if tokens[:1] == ["export"] else tokens[:1]:
                name, has_value, value = token.partition("=")
                if has_value:
                    os.environ.setdefault(name, value.replace("\\n", "\n"))
        for name, value in overrides.items():
            os.environ.setdefault(name, value)


env = Env()
