"""URLs and addresses, as texts with parts."""

import re
import typing
import urllib.parse

from pydantic._errors import invalid

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


class UrlConstraints:
    def __init__(self, **options):
        self.options = options


def _text_of_parts(scheme, user, password, host, port, path, query, fragment):
    """What build() gave before version 2, where the argument is called `user`: a text, with its parts as they are."""
    text = scheme + "://" + user
    text += "" if password is None else ":" + password
    text += "@" + (host or "")
    text += "" if port is None else ":" + str(port)
    text += path or ""
    text += "" if query is None else "?" + query
    return text + ("" if fragment is None else "#" + fragment)


class AnyUrl:
    allowed_schemes = None
    host_required = False
    default_host = None
    default_port = None
    default_path = None

    def __init__(self, url):
        text = str(url).strip()
        match = _SCHEME.match(text)
        if match is None:
            raise invalid("url_parsing", "Input should be a valid URL, relative URL without a base", url)
        self.scheme = match[1].lower()
        if self.allowed_schemes is not None and self.scheme not in self.allowed_schemes:
            names = [repr(name) for name in self.allowed_schemes]
            expected = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]
            raise invalid("url_scheme", "URL scheme should be " + expected, url, expected_schemes=expected)
        self._split(text[match.end():], url)

    def _split(self, rest, url):
        rest, has_fragment, fragment = rest.partition("#")
        rest, has_query, query = rest.partition("?")
        self.fragment = fragment if has_fragment else None
        self.query = query if has_query else None
        authority, path = "", rest
        if rest.startswith("//"):
            authority, slash, path = rest[2:].partition("/")
            path = slash + path
        self._authority = authority
        userinfo, _, address = authority.rpartition("@")
        username, colon, password = userinfo.partition(":")
        self.username = username or None
        self.password = password if colon else None
        self._read_address(address, url)
        if not path and self.scheme in ("http", "https", "ws", "wss", "ftp"):
            path = "/"
        self.path = path or self.default_path

    def _read_address(self, address, url):
        host, _, port = address.rpartition(":") if re.search(r":\d*$", address) else (address, "", "")
        if not host and self.host_required:
            raise invalid("url_parsing", "Input should be a valid URL, empty host", url)
        if port and int(port) > 65535:
            raise invalid("url_parsing", "Input should be a valid URL, invalid port number", url)
        self.host = host or self.default_host
        self.port = int(port) if port else _DEFAULT_PORTS.get(self.scheme, self.default_port)

    def hosts(self):
        userinfo, _, addresses = self._authority.rpartition("@")
        return [{"username": self.username, "password": self.password, "host": one.partition(":")[0],
                 "port": int(one.partition(":")[2] or 0) or None} for one in addresses.split(",")]

    def unicode_string(self):
        return str(self)

    encoded_string = unicode_string

    def query_params(self):
        return urllib.parse.parse_qsl(self.query or "", keep_blank_values=True)

    @classmethod
    def build(cls, *, scheme, host=None, username=None, user=None, password=None, port=None, path=None, query=None,
              fragment=None, **options):
        if user is not None:
            return _text_of_parts(scheme, user, password, host, port, path, query, fragment)
        text = scheme + "://"
        if username is not None or password is not None:
            text += urllib.parse.quote(username or "", safe="")
            text += "" if password is None else ":" + urllib.parse.quote(password, safe="")
            text += "@"
        text += host or ""
        text += "" if port is None else ":" + str(port)
        text += "" if not path else "/" + path.lstrip("/") if not path.startswith("//") else "/" + path
        text += "" if query is None else "?" + query
        text += "" if fragment is None else "#" + fragment
        return cls(text)

    def __getattr__(self, name):
        """Before version 2 these were texts, and scripts for it use them so."""
        if name.startswith("_") or not hasattr(str, name):
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        return getattr(str(self), name)

    def __str__(self):
        text = self.scheme + ":"
        if self._authority or self.host is not None or self.scheme not in ("mailto",):
            text += "//" + self._shown_authority()
        text += self.path or ""
        text += "" if self.query is None else "?" + self.query
        return text + ("" if self.fragment is None else "#" + self.fragment)

    def _shown_authority(self):
        userinfo, at, address = self._authority.rpartition("@")
        address = address or (self.default_host or "")
        own = _DEFAULT_PORTS.get(self.scheme)
        if own is not None and address.endswith(":%d" % own):
            address = address[:-len(str(own)) - 1]
        return userinfo + at + (address.lower() if own is not None else address)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __eq__(self, other):
        return type(self) is type(other) and str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __len__(self):
        return len(str(self))

    @classmethod
    def __pydantic_validate__(cls, value):
        if type(value) is cls:
            return value
        if not isinstance(value, (str, AnyUrl)):
            raise invalid("url_type", "URL input should be a string or URL", value)
        return cls(value)


def _of(name, *schemes, **options):
    return type(name, (AnyUrl,), {"allowed_schemes": list(schemes) or None, "__module__": __name__, **options})


AnyHttpUrl = _of("AnyHttpUrl", "http", "https", host_required=True)
HttpUrl = _of("HttpUrl", "http", "https", host_required=True)
AnyWebsocketUrl = _of("AnyWebsocketUrl", "ws", "wss")
WebsocketUrl = _of("WebsocketUrl", "ws", "wss")
FileUrl = _of("FileUrl", "file")
FtpUrl = _of("FtpUrl", "ftp")
PostgresDsn = _of("PostgresDsn", "postgres", "postgresql", "postgresql+asyncpg", "postgresql+pg8000",
                  "postgresql+psycopg", "postgresql+psycopg2", "postgresql+psycopg2cffi", "postgresql+py-postgresql",
                  "postgresql+pygresql", host_required=True)
CockroachDsn = _of("CockroachDsn", "cockroachdb", "cockroachdb+psycopg2", "cockroachdb+asyncpg", host_required=True)
AmqpDsn = _of("AmqpDsn", "amqp", "amqps")
RedisDsn = _of("RedisDsn", "redis", "rediss", default_host="localhost", default_port=6379, default_path="/0")
MongoDsn = _of("MongoDsn", "mongodb", "mongodb+srv", default_port=27017)
KafkaDsn = _of("KafkaDsn", "kafka", default_host="localhost", default_port=9092)
NatsDsn = _of("NatsDsn", "nats", "tls", "ws", "wss", default_host="localhost", default_port=4222)
MySQLDsn = _of("MySQLDsn", "mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+asyncmy", "mysql+mysqldb",
               "mysql+pymysql", "mysql+cymysql", "mysql+pyodbc", default_port=3306)
MariaDBDsn = _of("MariaDBDsn", "mariadb", "mariadb+mariadbconnector", "mariadb+pymysql", default_port=3306)
ClickHouseDsn = _of("ClickHouseDsn", "clickhouse+native", "clickhouse+asynch", "clickhouse+http", "clickhouse",
                    "clickhouses", "clickhousedb", default_host="localhost", default_port=9000)
SnowflakeDsn = _of("SnowflakeDsn", "snowflake", host_required=True)
stricturl = _of

_ADDRESS = re.compile(r"[^@\s<>,;:\"\\()\[\]]+@([A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?\.)+[A-Za-z0-9-]{2,}")


class EmailStr(str):
    @classmethod
    def __pydantic_validate__(cls, value):
        if not isinstance(value, str):
            raise invalid("string_type", "Input should be a valid string", value)
        if _ADDRESS.fullmatch(value.strip()) is None:
            reason = "An email address must have an @-sign." if "@" not in value else "The email address is not valid."
            raise invalid("value_error", "value is not a valid email address: " + reason, value)
        name, _, domain = value.strip().rpartition("@")
        return name + "@" + domain.lower()


class NameEmail:
    def __init__(self, name, email):
        self.name = name
        self.email = email

    @classmethod
    def __pydantic_validate__(cls, value):
        if isinstance(value, cls):
            return value
        match = re.fullmatch(r"\s*(.*?)\s*<(.+)>\s*", value)
        email = EmailStr.__pydantic_validate__(match[2] if match else value)
        return cls(match[1] if match else email.partition("@")[0], email)

    def __str__(self):
        return "%s <%s>" % (self.name, self.email)


def _address(name):
    def check(cls, value):
        import ipaddress

        try:
            return getattr(ipaddress, name)(value)
        except ValueError:
            raise invalid("ip_any_address", "value is not a valid IPv4 or IPv6 address", value)

    return classmethod(check)


class IPvAnyAddress:
    __pydantic_validate__ = _address("ip_address")


class IPvAnyNetwork:
    __pydantic_validate__ = _address("ip_network")


class IPvAnyInterface:
    __pydantic_validate__ = _address("ip_interface")
