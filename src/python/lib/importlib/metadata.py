"""Versions of installed packages: there are none but those that the program takes the place of."""

_VERSIONS = {"alembic": "1.19.2", "sqlalchemy": "2.0.44"}


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return "No package metadata was found for " + self.name

    @property
    def name(self):
        return self.args[0]


def version(distribution_name):
    found = _VERSIONS.get(distribution_name.lower())
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

    files = None
    requires = None


def distribution(distribution_name):
    return Distribution(distribution_name)


def metadata(distribution_name):
    return distribution(distribution_name).metadata


def distributions(**kwargs):
    return iter([Distribution(name) for name in _VERSIONS])


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
