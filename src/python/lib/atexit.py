"""Functions for the end of the program: they are kept, and not called, since a run may be one of many."""

_functions = []


def register(func, *args, **kwargs):
    _functions.append((func, args, kwargs))
    return func


def unregister(func):
    _functions[:] = [entry for entry in _functions if entry[0] != func]
