"""Files that lie beside the modules of a package."""

from contextlib import contextmanager

Package = object
Resource = str


def files(anchor=None):
    from importlib import import_module
    from pathlib import Path

    if anchor is None:
        import _runtime

        names = _runtime.frames()[1][4]
        anchor = names.get("__package__") or names["__name__"]
    module = import_module(anchor) if isinstance(anchor, str) else anchor
    if getattr(module, "__file__", None):
        return Path(module.__file__).parent
    locations = list(getattr(module, "__path__", ()))
    if not locations:
        raise TypeError("%r is not a package" % (getattr(module, "__name__", module),))
    return Path(locations[0])


@contextmanager
def as_file(path):
    yield path


@contextmanager
def path(package, resource):
    yield files(package) / resource


def open_text(package, resource, encoding="utf-8", errors="strict"):
    return (files(package) / resource).open("r", encoding=encoding, errors=errors)


def open_binary(package, resource):
    return (files(package) / resource).open("rb")


def read_text(package, resource, encoding="utf-8", errors="strict"):
    return (files(package) / resource).read_text(encoding, errors)


def read_binary(package, resource):
    return (files(package) / resource).read_bytes()


def is_resource(package, name):
    return (files(package) / name).is_file()


def contents(package):
    return [entry.name for entry in files(package).iterdir()]
