"""Finding modules without running them, and running files as modules."""

import sys

import _runtime
from importlib.machinery import BuiltinImporter, ModuleSpec, SourceFileLoader


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError("no package specified for %r (required for relative module names)" % (name,))
    level = len(name) - len(name.lstrip("."))
    base = package.rsplit(".", level - 1) if level > 1 else [package]
    if len(base) < level:
        raise ImportError("attempted relative import beyond top-level package")
    rest = name[level:]
    return base[0] + "." + rest if rest else base[0]


def find_spec(name, package=None):
    fullname = resolve_name(name, package) if name.startswith(".") else name
    parent = fullname.rpartition(".")[0]
    if parent and fullname not in sys.modules and find_spec(parent) is None:
        raise ModuleNotFoundError("No module named %r" % (parent.partition(".")[0],), name=parent)
    found = _runtime.find_module(fullname)
    if found is None:
        return None
    kind, is_package, path = found
    if kind == "file":
        return spec_from_file_location(fullname, path)
    spec = ModuleSpec(fullname, BuiltinImporter if kind != "folder" else None, is_package=is_package,
                      origin="built-in" if kind != "folder" else None)
    if kind == "folder":
        spec.submodule_search_locations = [path]
    return spec


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    import os

    path = os.path.abspath(location) if location is not None else loader.get_filename(name)
    if loader is None and not path.endswith(".py"):
        return None
    spec = ModuleSpec(name, loader or SourceFileLoader(name, path), origin=path)
    spec.has_location = True
    if submodule_search_locations is not None:
        spec.submodule_search_locations = list(submodule_search_locations)
    elif os.path.basename(path) == "__init__.py":
        spec.submodule_search_locations = [os.path.dirname(path)]
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if origin is None and hasattr(loader, "get_filename"):
        return spec_from_file_location(name, loader=loader)
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def module_from_spec(spec):
    module = spec.loader.create_module(spec) if hasattr(spec.loader, "create_module") else None
    if module is None:
        module = type(sys)(spec.name)
        module.__loader__ = spec.loader
        module.__package__ = spec.parent
        module.__spec__ = spec
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        if spec.has_location:
            module.__file__ = spec.origin
    return module


class LazyLoader:
    """The module runs when it is loaded: what is lazy about it is no matter to a script."""

    def __init__(self, loader):
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
