"""A database's URL with its parts, and the object that an application makes of it."""

from urllib.parse import parse_qsl, unquote, urlsplit


class DatabaseURL:
    def __init__(self, url):
        if not isinstance(url, (str, DatabaseURL)):
            raise TypeError("Invalid type for DatabaseURL. Expected str or DatabaseURL, got %s" % type(url))
        self._url = str(url)
        self.components = urlsplit(self._url)

    @property
    def scheme(self):
        return self.components.scheme

    @property
    def dialect(self):
        return self.scheme.split("+")[0]

    @property
    def driver(self):
        return self.scheme.split("+", 1)[1] if "+" in self.scheme else ""

    @property
    def userinfo(self):
        return self.components.netloc.rpartition("@")[0].encode() if self.components.username else None

    @property
    def username(self):
        return None if self.components.username is None else unquote(self.components.username)

    @property
    def password(self):
        return None if self.components.password is None else unquote(self.components.password)

    @property
    def hostname(self):
        return self.components.hostname or self.options.get("host") or self.options.get("unix_sock")

    @property
    def port(self):
        return self.components.port

    @property
    def netloc(self):
        return self.components.netloc

    @property
    def database(self):
        return unquote(self.components.path.removeprefix("/"))

    @property
    def options(self):
        return dict(parse_qsl(self.components.query))

    def replace(self, **parts):
        names = ("username", "password", "hostname", "port")
        if any(name in parts for name in names):
            user, password, host, port = [parts.pop(name, getattr(self.components, name)) for name in names]
            netloc = (host or "") + (":%d" % port if port is not None else "")
            if user is not None:
                netloc = user + (":" + password if password is not None else "") + "@" + netloc
            parts["netloc"] = netloc
        if "database" in parts:
            parts["path"] = "/" + parts.pop("database")
        if "dialect" in parts or "driver" in parts:
            dialect, driver = parts.pop("dialect", self.dialect), parts.pop("driver", self.driver)
            parts["scheme"] = dialect + "+" + driver if driver else dialect
        url = self.components._replace(**parts)
        # A path without a host keeps its slashes: sqlite:///file.
        text = url.geturl() if url.netloc else "%s://%s" % (url.scheme, url.path)
        return type(self)(text + ("?" + url.query if url.query and not url.netloc else ""))

    @property
    def obscure_password(self):
        return str(self.replace(password="********")) if self.password else self._url

    def __str__(self):
        return self._url

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.obscure_password)

    def __eq__(self, other):
        return str(self) == str(DatabaseURL(other) if isinstance(other, str) else other)


class Database:
    def __init__(self, url, *, force_rollback=False, **options):
        self.url = DatabaseURL(url)
        self.options = options
        self.is_connected = False
