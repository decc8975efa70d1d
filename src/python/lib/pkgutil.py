"""The modules that a package has."""

import os
import sys
from collections import namedtuple

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


class FileFinder:
    def __init__(self, path):
        self.path = path

    def find_spec(self, fullname, target=None):
        from importlib.util import spec_from_file_location

        name = os.path.join(self.path, fullname.rpartition(".")[2])
        for candidate in (os.path.join(name, "__init__.py"), name + ".py"):
            if os.path.isfile(candidate):
                return spec_from_file_location(fullname, candidate)
        return None

    def find_module(self, fullname, path=None):
        spec = self.find_spec(fullname)
        return None if spec is None else spec.loader

    def __repr__(self):
        return "FileFinder(%r)" % (self.path,)


def get_importer(path_item):
    return FileFinder(os.fspath(path_item))


def iter_importers(fullname=""):
    for item in sys.path:
        yield get_importer(item)


def _modules_in(folder):
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    seen = set()
    for entry in entries:
        name, suffix = os.path.splitext(entry.name)
        is_package = entry.is_dir() and os.path.isfile(os.path.join(entry.path, "__init__.py"))
        if is_package:
            name = entry.name
        elif entry.is_dir() or suffix != ".py" or name == "__init__":
            continue
        if name.isidentifier() and name not in seen:
            seen.add(name)
            yield name, is_package


def iter_modules(path=None, prefix=""):
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for item in sys.path if path is None else path:
        finder = get_importer(item)
        for name, is_package in _modules_in(finder.path):
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder, prefix + name, is_package)


def walk_packages(path=None, prefix="", onerror=None):
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            yield from walk_packages(list(getattr(sys.modules[info.name], "__path__", None) or []), info.name + ".",
                                     onerror)


def extend_path(path, name):
    return path


def get_data(package, resource):
    from importlib import import_module

    module = import_module(package)
    if getattr(module, "__file__", None) is None:
        return None
    with open(os.path.join(os.path.dirname(module.__file__), *resource.split("/")), "rb") as file:
        return file.read()


def get_loader(module_or_name):
    from importlib.util import find_spec

    name = module_or_name if isinstance(module_or_name, str) else module_or_name.__name__
    spec = find_spec(name)
    return None if spec is None else spec.loader


find_loader = get_loader


def resolve_name(name):
    from importlib import import_module

    module_name, colon, attributes = name.partition(":")
    if colon:
        found = import_module(module_name)
        parts = attributes.split(".") if attributes else []
    else:
        parts = name.split(".")
        module_name = parts.pop(0)
        found = import_module(module_name)
        while parts:
            try:
                found = import_module(module_name + "." + parts[0])
            except ImportError:
                break
            module_name += "." + parts.pop(0)
    for part in parts:
        found = getattr(found, part)
    return found
