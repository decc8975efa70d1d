"""Settings from the environment or a .env file, by the rules of Starlette."""

import os
import warnings


class undefined:
    pass


class EnvironError(Exception):
    pass


class Environ:
    """os.environ that does not change after it was read."""

    def __init__(self, environ=os.environ):
        self._environ = environ
        self._has_been_read = set()

    def __getitem__(self, key):
        self._has_been_read.add(key)
        return self._environ[key]

    def __setitem__(self, key, value):
        self._hold(key, "set")
        self._environ[key] = value

    def __delitem__(self, key):
        self._hold(key, "delete")
        del self._environ[key]

    def _hold(self, key, act):
        if key in self._has_been_read:
            raise EnvironError("Attempting to %s environ['%s'], but the value has already been read." % (act, key))

    def __contains__(self, key):
        return key in self._environ

    def get(self, key, default=None):
        return self[key] if key in self._environ else default

    def __iter__(self):
        return iter(self._environ)

    def __len__(self):
        return len(self._environ)


environ = Environ()


class Config:
    def __init__(self, env_file=None, environ=environ, env_prefix="", encoding="utf-8"):
        self.environ = environ
        self.env_prefix = env_prefix
        self.file_values = {}
        if env_file is None:
            return
        if os.path.isfile(env_file):
            self.file_values = self._read_file(env_file, encoding)
        else:
            warnings.warn("Config file '%s' not found." % env_file)

    def __call__(self, key, cast=None, default=undefined):
        return self.get(key, cast, default)

    def get(self, key, cast=None, default=undefined):
        key = self.env_prefix + key
        if key in self.environ:
            return self._perform_cast(key, self.environ[key], cast)
        if key in self.file_values:
            return self._perform_cast(key, self.file_values[key], cast)
        if default is not undefined:
            return self._perform_cast(key, default, cast)
        raise KeyError("Config '%s' is missing, and has no default." % key)

    def _read_file(self, file_name, encoding):
        values = {}
        with open(file_name, encoding=encoding) as file:
            for line in file:
                line = line.strip()
                if "=" in line and not line.startswith("#"):
                    key, _, value = line.partition("=")
                    values[key.strip()] = value.strip().strip("\"'")
        return values

    def _perform_cast(self, key, value, cast=None):
        if cast is None or value is None:
            return value
        if cast is bool and isinstance(value, str):
            known = {"true": True, "1": True, "false": False, "0": False}
            if value.lower() not in known:
                raise ValueError("Config '%s' has value '%s'. Not a valid bool." % (key, value))
            return known[value.lower()]
        try:
            return cast(value)
        except (TypeError, ValueError):
            raise ValueError("Config '%s' has value '%s'. Not a valid %s." % (key, value, cast.__name__))
