"""Versions of installed packages: those that the program takes the place of, those that lie in the folders of sys.path,
and the project itself, which is installed wherever it runs otherwise."""

import os
import re
import sys

_VERSIONS = {
    "alembic": "1.19.2", "sqlalchemy": "2.0.44", "flask": "3.0.3", "flask-login": "0.6.3", "flask-migrate": "4.0.7",
    "flask-sqlalchemy": "3.1.1", "sqlmodel": "0.0.22", "sqlalchemy-utils": "0.41.2", "geoalchemy2": "0.15.2",
    "pgvector": "0.3.6", "alembic-utils": "0.8.4", "alembic-postgresql-enum": "1.4.0", "pydantic": "2.11.7",
    "pydantic-settings": "2.6.1", "python-dotenv": "1.0.1", "python-decouple": "3.8", "environs": "11.2.1",
    "dynaconf": "3.2.6", "starlette": "0.41.3", "pyyaml": "6.0.2", "attrs": "24.2.0", "six": "1.17.0",
}


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return "No package metadata was found for " + self.name

    @property
    def name(self):
        return self.args[0]


_UNKNOWN_VERSION = "0.0.0"


def _normalized(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def _installed(folder, wanted):
    for entry in os.listdir(folder):
        name, _, rest = entry.partition("-")
        if entry.endswith((".dist-info", ".egg-info")) and _normalized(name) == wanted:
            return rest.rpartition(".")[0].partition("-")[0] or _UNKNOWN_VERSION
    return None


def _of_pyproject(text, wanted):
    import tomllib

    parsed = tomllib.loads(text)
    for table in (parsed.get("project", {}), parsed.get("tool", {}).get("poetry", {})):
        if _normalized(table.get("name", "")) == wanted:
            return table.get("version", _UNKNOWN_VERSION)
    return None


def _of_setup(text, wanted):
    for name in re.findall(r"""\bname\s*=\s*["']?([\w.-]+)""", text):
        if _normalized(name) == wanted:
            given = re.search(r"""\bversion\s*=\s*["']?(\d[\w.+-]*)""", text)
            return given.group(1) if given else _UNKNOWN_VERSION
    return None


_DESCRIPTIONS = (("pyproject.toml", _of_pyproject), ("setup.cfg", _of_setup), ("setup.py", _of_setup))


def _described(folder, wanted):
    for file_name, read in _DESCRIPTIONS:
        path = os.path.join(folder, file_name)
        if os.path.isfile(path):
            with open(path) as file:
                found = read(file.read(), wanted)
            if found is not None:
                return found
    return None


def _search(name):
    wanted = _normalized(name)
    for folder in sys.path:
        folder = os.path.abspath(folder)
        if not os.path.isdir(folder):
            continue
        found = _installed(folder, wanted) or _described(folder, wanted)
        # A project's code may be in a folder of its own below the description: src, backend.
        found = found or _described(os.path.dirname(folder), wanted)
        if found is not None:
            return found
    return None


def version(distribution_name):
    found = _VERSIONS.get(_normalized(distribution_name)) or _search(distribution_name)
    if found is None:
        raise PackageNotFoundError(distribution_name)
    return found


class Distribution:
    def __init__(self, name):
        self.name = name
        self.version = version(name)

    @classmethod
    def from_name(cls, name):
        return cls(name)

    @property
    def metadata(self):
        return {"Name": self.name, "Version": self.version}

    @property
    def entry_points(self):
        return EntryPoints()

    files = ()
    requires = None


def distribution(distribution_name):
    return Distribution(distribution_name)


def metadata(distribution_name):
    return distribution(distribution_name).metadata


def distributions(**kwargs):
    return iter([Distribution(name) for name in _VERSIONS])


class EntryPoint:
    """`value` is "package.module:attribute.of.it"; nothing that is installed has any."""

    def __init__(self, name, value, group):
        self.name = name
        self.value = value
        self.group = group
        self.module, _, attributes = value.partition(":")
        self.attr = attributes.partition("[")[0].strip()

    def load(self):
        from importlib import import_module

        loaded = import_module(self.module)
        for name in filter(None, self.attr.split(".")):
            loaded = getattr(loaded, name)
        return loaded

    def _key(self):
        return self.name, self.value, self.group

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, EntryPoint) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return "EntryPoint(name=%r, value=%r, group=%r)" % self._key()


class EntryPoints(tuple):
    def select(self, **params):
        return EntryPoints()

    names = frozenset()
    groups = frozenset()

    def get(self, group, default=()):
        return default


def entry_points(**params):
    return EntryPoints()


def packages_distributions():
    return {name: [name] for name in _VERSIONS}


def requires(distribution_name):
    return distribution(distribution_name).requires


def files(distribution_name):
    return distribution(distribution_name).files
