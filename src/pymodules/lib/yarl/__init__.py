"""URLs as values: made of parts, read from text, and written again with their special characters as %XX."""

from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

__all__ = ("URL", "cache_clear", "cache_configure", "cache_info")
__version__ = "1.20.1"

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}
_PLAIN = "!$'()*,+&=;"
_PATH = _PLAIN + "@:/"
_FRAGMENT = _PATH + "?"
_QUERY = _FRAGMENT
_NOT_GIVEN = object()


def _written(text, plain):
    """Quoted, where what is quoted already stays so."""
    return None if text is None else quote(text, safe=plain + "%")


def _query_text(query):
    if not query:
        return ""
    if isinstance(query, str):
        return quote(query, safe=_QUERY + " ").replace(" ", "+")
    pairs = query.items() if hasattr(query, "items") else query
    return urlencode([(key, value) for key, value in pairs], doseq=True, safe="!$'()*,:@/?")


class URL:
    def __new__(cls, value="", *, encoded=False, strict=None):
        if type(value) is cls:
            return value
        if not isinstance(value, str):
            raise TypeError("Constructor parameter should be str")
        parts = urlsplit(value)
        host = parts.hostname
        keep = (lambda text, plain: text) if encoded else _written
        return cls._of(parts.scheme, keep(parts.username, _PLAIN), keep(parts.password, _PLAIN), host, parts.port,
                       keep(parts.path, _PATH), keep(parts.query, _QUERY).replace("%20", "+"),
                       keep(parts.fragment, _FRAGMENT))

    @classmethod
    def _of(cls, scheme, user, password, host, port, path, query, fragment):
        self = object.__new__(cls)
        self.scheme = scheme
        self.raw_user = user or None
        self.raw_password = password
        self.raw_host = host or None
        self.explicit_port = port
        self._path = path
        self.raw_query_string = query or ""
        self.raw_fragment = fragment or ""
        return self

    @classmethod
    def build(cls, *, scheme="", authority="", user=None, password=None, host="", port=None, path="", query=None,
              query_string="", fragment="", encoded=False):
        if authority and (user or password or host or port):
            raise ValueError('Can\'t mix "authority" with "user", "password", "host" or "port".')
        if port is not None and not isinstance(port, int):
            raise TypeError("The port is required to be int, got %s." % type(port))
        if port and not host:
            raise ValueError('Can\'t build URL with "port" but without "host".')
        if query and query_string:
            raise ValueError('Only one of "query" or "query_string" should be passed')
        if None in (scheme, authority, host, path, query_string, fragment):
            raise TypeError('NoneType is illegal for "scheme", "authority", "host", "path", "query_string", '
                            'and "fragment" args, use empty string instead.')
        if authority:
            split = urlsplit("//" + authority)
            user, password, host, port = split.username, split.password, split.hostname, split.port
        if path and (host or authority) and not path.startswith("/"):
            raise ValueError("Path in a URL with authority should start with a slash ('/') if set")

        def text(part, plain):
            return part if encoded or part is None else quote(part, safe=plain)

        return cls._of(scheme, text(user, _PLAIN), text(password, _PLAIN), host, port,
                       text(path, _PATH), _query_text(query) or text(query_string, _QUERY),
                       text(fragment, _FRAGMENT))

    def _with(self, **parts):
        old = {"scheme": self.scheme, "user": self.raw_user, "password": self.raw_password, "host": self.raw_host,
               "port": self.explicit_port, "path": self._path, "query": self.raw_query_string,
               "fragment": self.raw_fragment}
        return type(self)._of(**{**old, **parts})

    def _with_address(self, what, **parts):
        if not self.absolute:
            raise ValueError(what + " for relative URLs" if "replacement" in what else what)
        return self._with(**parts)

    # Parts, as they are meant.

    @property
    def raw_path(self):
        return self._path or ("/" if self.absolute else "")

    @property
    def user(self):
        return None if self.raw_user is None else unquote(self.raw_user)

    @property
    def password(self):
        return None if self.raw_password is None else unquote(self.raw_password)

    @property
    def host(self):
        return self.raw_host

    @property
    def port(self):
        return self.explicit_port if self.explicit_port is not None else _DEFAULT_PORTS.get(self.scheme)

    @property
    def path(self):
        return unquote(self.raw_path)

    @property
    def query(self):
        return dict(parse_qsl(self.raw_query_string, keep_blank_values=True))

    @property
    def query_string(self):
        return unquote(self.raw_query_string.replace("+", " "))

    @property
    def fragment(self):
        return unquote(self.raw_fragment)

    @property
    def parts(self):
        names = unquote(self._path).split("/")
        if names[0] == "" and (len(names) > 1 or self.absolute):
            names[0] = "/"
        return tuple(names)

    @property
    def name(self):
        return self.path.rpartition("/")[2]

    @property
    def parent(self):
        if self._path in ("", "/"):
            return self._with(query="", fragment="")
        return self._with(path=self._path.rpartition("/")[0], query="", fragment="")

    @property
    def absolute(self):
        return self.raw_host is not None

    @property
    def raw_authority(self):
        text = self.raw_user or ""
        text += "" if self.raw_password is None else ":" + self.raw_password
        text += "@" if text else ""
        host = self.raw_host or ""
        text += "[%s]" % host if ":" in host else host
        return text + ("" if self.explicit_port is None else ":%d" % self.explicit_port)

    @property
    def authority(self):
        return unquote(self.raw_authority)

    def is_absolute(self):
        return self.absolute

    # Other URLs.

    def with_scheme(self, scheme):
        return self._with_address("scheme replacement is not allowed", scheme=scheme.lower())

    def with_user(self, user):
        without = {"user": None, "password": None}
        parts = without if user is None else {"user": quote(user, safe=_PLAIN)}
        return self._with_address("user replacement is not allowed", **parts)

    def with_password(self, password):
        text = None if password is None else quote(password, safe=_PLAIN)
        return self._with_address("password replacement is not allowed", password=text)

    def with_host(self, host):
        return self._with_address("host replacement is not allowed", host=host)

    def with_port(self, port):
        return self._with_address("port replacement is not allowed", port=port)

    def with_path(self, path, *, encoded=False):
        text = path if encoded else quote(path, safe=_PATH)
        return self._with(path=text if text.startswith("/") or not self.absolute else "/" + text, query="", fragment="")

    def with_query(self, query=_NOT_GIVEN, **pairs):
        return self._with(query=_query_text(pairs if query is _NOT_GIVEN else query))

    def update_query(self, query=_NOT_GIVEN, **pairs):
        more = pairs if query is _NOT_GIVEN else query
        more = dict(parse_qsl(more, keep_blank_values=True)) if isinstance(more, str) else dict(more or {})
        return self._with(query=_query_text({**self.query, **more}))

    def with_fragment(self, fragment):
        return self._with(fragment="" if fragment is None else quote(fragment, safe=_FRAGMENT))

    def with_name(self, name):
        return self._with(path=self._path.rpartition("/")[0] + "/" + quote(name, safe=_PATH), query="", fragment="")

    def joinpath(self, *others, encoded=False):
        path = self._path.rstrip("/")
        for other in others:
            path += "/" + (other if encoded else quote(other, safe=_PATH)).lstrip("/")
        return self._with(path=path, query="", fragment="")

    def join(self, url):
        return type(self)(urljoin(str(self), str(url)))

    def origin(self):
        return self._with_address("URL should be absolute", user=None, password=None, path="", query="", fragment="")

    def relative(self):
        return self._with_address("URL should be absolute", scheme="", user=None, password=None, host=None, port=None)

    def human_repr(self):
        """For people: only what would be taken for a separator stays quoted."""
        shown = self._with(path=self.path, query=self.query_string, fragment=self.fragment)
        return str(shown)

    def __truediv__(self, name):
        return self.joinpath(name)

    def __mod__(self, query):
        return self.update_query(query)

    def __str__(self):
        text = self.scheme + ":" if self.scheme else ""
        text += "//" + self.raw_authority if self.absolute or self.raw_user else ""
        text += self._path or ("/" if self.absolute and (self.raw_query_string or self.raw_fragment) else "")
        text += "?" + self.raw_query_string if self.raw_query_string else ""
        return text + ("#" + self.raw_fragment if self.raw_fragment else "")

    def __repr__(self):
        return "URL(%r)" % str(self)

    def __bytes__(self):
        return str(self).encode("ascii")

    def __bool__(self):
        return bool(self.raw_host or self._path or self.raw_query_string or self.raw_fragment)

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, URL) else NotImplemented

    def __lt__(self, other):
        return str(self) < str(other) if isinstance(other, URL) else NotImplemented

    def __hash__(self):
        return hash(str(self))


def cache_clear():
    """Nothing is kept between calls."""


def cache_configure(**sizes):
    """Nothing is kept between calls."""


def cache_info():
    return {}
