"""Settings from the environment, or else from .env or settings.ini, by the rules of python-decouple."""

import os

_TRUE = ("y", "yes", "t", "true", "on", "1")
_FALSE = ("n", "no", "f", "false", "off", "0")


class Undefined:
    pass


undefined = Undefined()


class UndefinedValueError(Exception):
    pass


def strtobool(value):
    if isinstance(value, bool):
        return value
    if value.lower() in _TRUE:
        return True
    if value.lower() in _FALSE:
        return False
    raise ValueError("Invalid truth value: " + value.lower())


class RepositoryEmpty:
    def __init__(self, source="", encoding="UTF-8"):
        pass

    def __contains__(self, key):
        return False

    def __getitem__(self, key):
        return None


class RepositoryEnv(RepositoryEmpty):
    def __init__(self, source, encoding="UTF-8"):
        self.data = {}
        with open(source, encoding=encoding) as file:
            for line in file:
                line = line.strip()
                if not line or line.startswith("#") or "=" not in line:
                    continue
                name, _, value = line.partition("=")
                value = value.strip()
                if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
                    value = value[1:-1]
                self.data[name.strip()] = value

    def __contains__(self, key):
        return key in os.environ or key in self.data

    def __getitem__(self, key):
        return self.data[key]


class RepositoryIni(RepositoryEmpty):
    SECTION = "settings"

    def __init__(self, source, encoding="UTF-8"):
        from configparser import ConfigParser

        self.parser = ConfigParser()
        with open(source, encoding=encoding) as file:
            self.parser.read_file(file)

    def __contains__(self, key):
        return key in os.environ or self.parser.has_option(self.SECTION, key)

    def __getitem__(self, key):
        from configparser import NoOptionError

        try:
            return self.parser.get(self.SECTION, key)
        except NoOptionError:
            raise KeyError(key) from None


class Config:
    def __init__(self, repository):
        self.repository = repository

    def get(self, option, default=undefined, cast=undefined):
        if option in os.environ:
            value = os.environ[option]
        elif option in self.repository:
            value = self.repository[option]
        elif isinstance(default, Undefined):
            raise UndefinedValueError(
                "%s not found. Declare it as envvar or define a default value." % option)
        else:
            value = default
        if isinstance(cast, Undefined):
            return value
        if cast is bool:
            return bool(value) and strtobool(value) if isinstance(value, str) else bool(value)
        return cast(value)

    def __call__(self, *args, **kwargs):
        return self.get(*args, **kwargs)


class AutoConfig:
    """Looks for the file in the caller's folder and above it, when it is first asked."""

    SUPPORTED = {"settings.ini": RepositoryIni, ".env": RepositoryEnv}
    encoding = "UTF-8"

    def __init__(self, search_path=None):
        self.search_path = search_path
        self.config = None

    def _load(self, folder):
        while True:
            for name, repository in self.SUPPORTED.items():
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    return Config(repository(path, self.encoding))
            above = os.path.dirname(folder)
            if above == folder:
                return Config(RepositoryEmpty())
            folder = above

    def __call__(self, *args, **kwargs):
        if self.config is None:
            import _runtime

            start = self.search_path or os.path.dirname(os.path.abspath(_runtime.frames()[1][0]))
            self.config = self._load(os.fspath(start))
        return self.config(*args, **kwargs)


class Csv:
    def __init__(self, cast=str, delimiter=",", strip=" \t\n\r", post_process=list):
        self.cast = cast
        self.delimiter = delimiter
        self.strip = strip
        self.post_process = post_process

    def __call__(self, value):
        if value is None:
            return self.post_process()
        parts = [part.strip(self.strip) for part in value.split(self.delimiter)]
        return self.post_process(self.cast(part) for part in parts if part)


class Choices:
    def __init__(self, flat=None, cast=str, choices=None):
        self.cast = cast
        self._values = list(flat or []) + [value for value, _ in choices or []]

    def __call__(self, value):
        found = self.cast(value)
        if found not in self._values:
            raise ValueError("Value not in list: %r; valid values are %r" % (value, self._values))
        return found


config = AutoConfig()
