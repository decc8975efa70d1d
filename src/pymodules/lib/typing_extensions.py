"""The package `typing_extensions`: the newest names of `typing`, for older versions of Python."""

import typing
from typing import *


class deprecated:
    """@deprecated("use other()"): says so, and leaves what it decorates as it is."""

    def __init__(self, message, *, category=DeprecationWarning, stacklevel=1):
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, decorated):
        decorated.__deprecated__ = self.message
        return decorated


class Doc:
    """Annotated[int, Doc("how many")]"""

    def __init__(self, documentation):
        self.documentation = documentation

    def __repr__(self):
        return "Doc(%r)" % (self.documentation,)

    def __eq__(self, other):
        return self.documentation == other.documentation if isinstance(other, Doc) else NotImplemented

    def __hash__(self):
        return hash(self.documentation)


runtime = runtime_checkable


def disjoint_base(cls):
    return cls


def get_original_bases(cls):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


def __getattr__(name):
    return getattr(typing, name)
