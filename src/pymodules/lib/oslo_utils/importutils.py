"""Imports by name."""

import importlib

import _os


def import_module(import_str):
    return importlib.import_module(import_str)


def import_class(import_str):
    module, _, name = import_str.rpartition(".")
    return getattr(importlib.import_module(module), name)


def import_object(import_str, *args, **kwargs):
    return import_class(import_str)(*args, **kwargs)


def try_import(import_str, default=None):
    """A package that Limbeck does not have is not installed."""
    try:
        found = importlib.import_module(import_str)
    except ImportError:
        return default
    return default if _os.is_opaque(found) else found


def import_any(module, *modules):
    for name in (module,) + modules:
        found = try_import(name)
        if found is not None:
            return found
    raise ImportError("Unable to import any modules from the list " + str(list((module,) + modules)))
