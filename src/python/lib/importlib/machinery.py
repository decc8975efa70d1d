"""What describes a module before it runs."""

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached = None
        self.has_location = False

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    def __repr__(self):
        text = "ModuleSpec(name=%r, loader=%r" % (self.name, self.loader)
        if self.origin is not None:
            text += ", origin=%r" % (self.origin,)
        if self.submodule_search_locations is not None:
            text += ", submodule_search_locations=%r" % (self.submodule_search_locations,)
        return text + ")"

    def __eq__(self, other):
        if not isinstance(other, ModuleSpec):
            return NotImplemented
        return (self.name, self.origin) == (other.name, other.origin)

    __hash__ = None


class SourceFileLoader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        import _runtime

        _runtime.run_file(module, self.path)

    def load_module(self, fullname=None):
        import sys

        from importlib.util import module_from_spec, spec_from_file_location

        name = fullname or self.name
        module = module_from_spec(spec_from_file_location(name, self.path, loader=self))
        sys.modules[name] = module
        self.exec_module(module)
        return module

    def get_filename(self, name=None):
        return self.path

    def get_source(self, fullname=None):
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def is_package(self, fullname=None):
        return self.path.rpartition("/")[2] == "__init__.py"

    def __repr__(self):
        return "<SourceFileLoader %r at %r>" % (self.name, self.path)


class BuiltinImporter:
    """Modules that are part of the program."""

    @classmethod
    def create_module(cls, spec):
        from importlib import import_module

        return import_module(spec.name)

    @classmethod
    def exec_module(cls, module):
        pass
