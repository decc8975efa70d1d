"""Imports by name."""

import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]
__import__ = __import__


def import_module(name, package=None):
    if name.startswith("."):
        from importlib.util import resolve_name

        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for %r" % (name,))
        name = resolve_name(name, package)
    __import__(name, None, None, ["*"])
    return sys.modules[name]


def invalidate_caches():
    """Nothing is kept about folders."""


def reload(module):
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError("module %s not in sys.modules" % name, name=name)
    import _runtime

    if getattr(module, "__file__", None) is not None:
        _runtime.run_file(module, module.__file__)
    return module
