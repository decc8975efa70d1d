"""Where Python 3 has what moved."""

import builtins as _builtins
import functools as _functools
import importlib as _importlib
import io as _io

range = xrange = _builtins.range
zip = _builtins.zip
map = _builtins.map
filter = _builtins.filter
input = _builtins.input
reduce = _functools.reduce
StringIO = _io.StringIO

_MODULES = {"configparser": "configparser", "queue": "queue", "builtins": "builtins", "http_client": "http.client"}
_ITERATORS = ("zip_longest", "filterfalse")


def __getattr__(name):
    if name in _MODULES:
        return _importlib.import_module(_MODULES[name])
    if name in _ITERATORS:
        return getattr(_importlib.import_module("itertools"), name)
    raise AttributeError("module 'six.moves' has no attribute " + repr(name))
