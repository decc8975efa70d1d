"""Versions that are compared part by part."""

import re


class Version:
    def __init__(self, vstring=None):
        if vstring is not None:
            self.parse(vstring)

    def __repr__(self):
        return type(self).__name__ + " (" + repr(str(self)) + ")"

    def __str__(self):
        return self.vstring

    def _with(self, other):
        return self.version, (type(self)(other) if isinstance(other, str) else other).version

    def __eq__(self, other):
        mine, theirs = self._with(other)
        return mine == theirs

    def __lt__(self, other):
        mine, theirs = self._with(other)
        return mine < theirs

    def __le__(self, other):
        mine, theirs = self._with(other)
        return mine <= theirs

    def __gt__(self, other):
        mine, theirs = self._with(other)
        return mine > theirs

    def __ge__(self, other):
        mine, theirs = self._with(other)
        return mine >= theirs


class LooseVersion(Version):
    def parse(self, vstring):
        self.vstring = vstring
        parts = [part for part in re.split(r"(\d+|[a-z]+|\.)", vstring) if part and part != "."]
        self.version = [int(part) if part.isdigit() else part for part in parts]


class StrictVersion(LooseVersion):
    pass
