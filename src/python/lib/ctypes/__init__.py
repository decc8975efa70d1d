"""Libraries of C, which are not open to scripts: names are here to be imported."""

import _closed


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _closed.class_("ctypes." + name)
