"""The values that Starlette's settings are cast to."""

import collections.abc
import shlex
import urllib.parse


class Secret:
    def __init__(self, value):
        self._value = value

    def __repr__(self):
        return "Secret('**********')"

    def __str__(self):
        return self._value

    def __bool__(self):
        return bool(self._value)


class CommaSeparatedStrings(collections.abc.Sequence):
    def __init__(self, value):
        if isinstance(value, str):
            splitter = shlex.shlex(value, posix=True)
            splitter.whitespace = ","
            splitter.whitespace_split = True
            value = [item.strip() for item in splitter]
        self._items = list(value)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __iter__(self):
        return iter(self._items)

    def __repr__(self):
        return "CommaSeparatedStrings(%s)" % [item for item in self]

    def __str__(self):
        return ", ".join(repr(item) for item in self)


class URL:
    def __init__(self, url="", **components):
        self._url = url
        self._parts = urllib.parse.urlsplit(url)
        if components:
            self._url = self.replace(**components)._url
            self._parts = urllib.parse.urlsplit(self._url)

    def __getattr__(self, name):
        if name in ("scheme", "netloc", "path", "query", "fragment", "username", "password", "hostname", "port"):
            return getattr(self._parts, name)
        raise AttributeError("'URL' object has no attribute %r" % name)

    @property
    def is_secure(self):
        return self.scheme in ("https", "wss")

    def replace(self, **parts):
        names = ("username", "password", "hostname", "port")
        if any(name in parts for name in names):
            user, password, host, port = [parts.pop(name, getattr(self, name)) for name in names]
            netloc = (host or "") + (":%d" % port if port is not None else "")
            if user is not None:
                netloc = user + (":" + password if password is not None else "") + "@" + netloc
            parts["netloc"] = netloc
        return URL(urllib.parse.urlunsplit(self._parts._replace(**parts)))

    def __eq__(self, other):
        return str(self) == str(other)

    def __str__(self):
        return self._url

    def __repr__(self):
        shown = str(self.replace(password="********")) if self.password else str(self)
        return "URL(%r)" % shown
