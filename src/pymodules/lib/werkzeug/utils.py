"""Small helpers."""

import os as _os
import re as _re
import sys as _sys


class cached_property(property):
    """Made once for each object, and kept in its dictionary."""

    def __init__(self, fget, name=None, doc=None):
        property.__init__(self, fget, doc=doc)
        self.__name__ = name or fget.__name__

    def __get__(self, obj, type=None):
        if obj is None:
            return self
        if self.__name__ not in obj.__dict__:
            obj.__dict__[self.__name__] = self.fget(obj)
        return obj.__dict__[self.__name__]

    def __set__(self, obj, value):
        obj.__dict__[self.__name__] = value

    def __delete__(self, obj):
        del obj.__dict__[self.__name__]


def import_string(import_name, silent=False):
    name = import_name.replace(":", ".")
    module, _, attribute = name.rpartition(".")
    try:
        if module:
            __import__(module)
            if hasattr(_sys.modules[module], attribute):
                return getattr(_sys.modules[module], attribute)
        __import__(name)
        return _sys.modules[name]
    except ImportError:
        if not silent:
            raise


def find_modules(import_path, include_packages=False, recursive=False):
    """The names of the modules in a package."""
    import pkgutil

    module = import_string(import_path)
    path = getattr(module, "__path__", None)
    if path is None:
        raise ValueError("%r is not a package" % import_path)
    for _, name, is_package in pkgutil.iter_modules(path):
        name = module.__name__ + "." + name
        if not is_package or include_packages:
            yield name
        if is_package and recursive:
            yield from find_modules(name, include_packages, True)


def secure_filename(filename):
    if not filename.isascii():
        import unicodedata

        filename = unicodedata.normalize("NFKD", filename).encode("ascii", "ignore").decode("ascii")
    text = filename.replace("/", " ")
    return _re.sub(r"[^A-Za-z0-9_.-]", "", "_".join(text.split())).strip("._")


def safe_join(directory, *pathnames):
    """None when a part would lead out of the folder."""
    parts = [directory or "."]
    for name in pathnames:
        name = _os.path.normpath(name) if name else name
        if _os.path.isabs(name) or name == ".." or name.startswith("../"):
            return None
        parts.append(name)
    return _os.path.join(*parts)
