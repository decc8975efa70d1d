"""Functions and classes that are not open to scripts: to import them is fine, to use one is refused by its name."""

import _os


def function(name):
    def refuse(*args, **kwargs):
        _os.refuse(name)

    refuse.__name__ = refuse.__qualname__ = name.rpartition(".")[2]
    return refuse


def class_(name):
    module, _, own_name = name.rpartition(".")

    def __init__(self, *args, **kwargs):
        _os.refuse(name)

    return type(own_name, (), {"__init__": __init__, "__module__": module})


def close(namespace, *names):
    """Enters a refusing function into a module for each name."""
    for name in names:
        namespace[name] = function(namespace["__name__"] + "." + name)


def close_classes(namespace, *names):
    for name in names:
        namespace[name] = class_(namespace["__name__"] + "." + name)
