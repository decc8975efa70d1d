"""Versions as PEP 440 orders them."""

import re

VERSION_PATTERN = r"""
    v?
    (?:
        (?:(?P<epoch>[0-9]+)!)?
        (?P<release>[0-9]+(?:\.[0-9]+)*)
        (?P<pre>[-_\.]?(?P<pre_l>alpha|a|beta|b|preview|pre|c|rc)[-_\.]?(?P<pre_n>[0-9]+)?)?
        (?P<post>(?:-(?P<post_n1>[0-9]+))|(?:[-_\.]?(?P<post_l>post|rev|r)[-_\.]?(?P<post_n2>[0-9]+)?))?
        (?P<dev>[-_\.]?(?P<dev_l>dev)[-_\.]?(?P<dev_n>[0-9]+)?)?
    )
    (?:\+(?P<local>[a-z0-9]+(?:[-_\.][a-z0-9]+)*))?
"""
_VERSION = re.compile(r"\s*" + VERSION_PATTERN + r"\s*", re.VERBOSE | re.IGNORECASE)
_LETTERS = {"alpha": "a", "beta": "b", "c": "rc", "pre": "rc", "preview": "rc", "rev": "post", "r": "post"}
_FIRST = (-1,)
_LAST = (2,)


class InvalidVersion(ValueError):
    pass


def _part(letter, number):
    if not letter and not number:
        return None
    letter = (letter or "post").lower()
    return _LETTERS.get(letter, letter), int(number or 0)


class Version:
    def __init__(self, version):
        match = _VERSION.fullmatch(version)
        if match is None:
            raise InvalidVersion("Invalid version: %r" % version)
        self.epoch = int(match["epoch"] or 0)
        self.release = tuple(int(part) for part in match["release"].split("."))
        self.pre = _part(match["pre_l"], match["pre_n"])
        self._post = _part(match["post_l"], match["post_n1"] or match["post_n2"])
        self._dev = _part(match["dev_l"], match["dev_n"])
        local = match["local"]
        parts = re.split(r"[-_\.]", local.lower()) if local else []
        self._local = tuple(int(part) if part.isdigit() else part for part in parts)

    @property
    def _key(self):
        release = self.release
        while release and release[-1] == 0:
            release = release[:-1]
        if self.pre is not None:
            pre = (0,) + self.pre
        else:
            pre = _FIRST if self._post is None and self._dev is not None else _LAST
        post = _FIRST if self._post is None else (0, self._post[1])
        dev = _LAST if self._dev is None else (0, self._dev[1])
        local = tuple((1, part, "") if isinstance(part, int) else (0, 0, part) for part in self._local)
        return self.epoch, release, pre, post, dev, local

    @property
    def post(self):
        return None if self._post is None else self._post[1]

    @property
    def dev(self):
        return None if self._dev is None else self._dev[1]

    @property
    def local(self):
        return ".".join(str(part) for part in self._local) or None

    @property
    def is_prerelease(self):
        return self.dev is not None or self.pre is not None

    @property
    def is_postrelease(self):
        return self.post is not None

    @property
    def is_devrelease(self):
        return self.dev is not None

    @property
    def major(self):
        return self.release[0]

    @property
    def minor(self):
        return self.release[1] if len(self.release) > 1 else 0

    @property
    def micro(self):
        return self.release[2] if len(self.release) > 2 else 0

    @property
    def base_version(self):
        return ("%d!" % self.epoch if self.epoch else "") + ".".join(str(part) for part in self.release)

    @property
    def public(self):
        return str(self).partition("+")[0]

    def __str__(self):
        text = self.base_version
        text += "" if self.pre is None else "%s%d" % self.pre
        text += "" if self.post is None else ".post%d" % self.post
        text += "" if self.dev is None else ".dev%d" % self.dev
        return text + ("" if self.local is None else "+" + self.local)

    def __repr__(self):
        return "<Version(%r)>" % str(self)

    def __hash__(self):
        return hash(self._key)

    def __eq__(self, other):
        return self._key == other._key if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self._key < other._key if isinstance(other, Version) else NotImplemented

    def __le__(self, other):
        return self._key <= other._key if isinstance(other, Version) else NotImplemented

    def __gt__(self, other):
        return self._key > other._key if isinstance(other, Version) else NotImplemented

    def __ge__(self, other):
        return self._key >= other._key if isinstance(other, Version) else NotImplemented


def parse(version):
    return Version(version)
