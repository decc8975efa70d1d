"""The kinds of hashes."""

import _crypt
import re as _re
from base64 import b64decode as _b64decode
from base64 import b64encode as _b64encode
from hashlib import pbkdf2_hmac as _pbkdf2_hmac
from hmac import compare_digest as _compare

from _random import entropy as _entropy


def _text_of(secret):
    if isinstance(secret, (bytes, bytearray)):
        return secret.decode("utf-8")
    if not isinstance(secret, str):
        raise TypeError("secret must be unicode or bytes, not " + type(secret).__name__)
    return secret


class _Handler:
    """A kind of hash; using() makes one with other settings."""

    def __init__(self, name, rounds):
        self.name = name
        self.default_rounds = self.rounds = rounds

    def using(self, rounds=None, default_rounds=None, **settings):
        for setting in settings:
            if setting not in ("relaxed", "ident", "truncate_error", "salt_size"):
                raise TypeError("using() got an unexpected keyword argument '" + setting + "'")
        made = _copy(self)
        made.rounds = rounds or default_rounds or self.rounds
        return made

    def encrypt(self, secret, **settings):
        return self.hash(secret, **settings)

    def needs_update(self, hash, secret=None):
        return self.rounds_of(hash) != self.rounds


def _copy(handler):
    made = object.__new__(type(handler))
    made.__dict__.update(handler.__dict__)
    return made


class _CryptHandler(_Handler):
    """A kind that the system's libcrypt knows."""

    def __init__(self, name, rounds, prefix, pattern, prefixes=()):
        super().__init__(name, rounds)
        self._prefix = prefix
        self._pattern = _re.compile(pattern)

    def identify(self, hash):
        return self._pattern.match(_text_of(hash)) is not None

    def rounds_of(self, hash):
        found = self._pattern.match(_text_of(hash))
        return int(found[1]) if found is not None and found.re.groups and found[1] else self.rounds

    def hash(self, secret, **settings):
        if settings:
            return self.using(**settings).hash(secret)
        return _crypt.crypt(_text_of(secret), _crypt.setting(self._prefix, self.rounds))

    def verify(self, secret, hash):
        hash = _text_of(hash)
        if not self.identify(hash):
            raise ValueError("not a valid " + self.name + " hash")
        made = _crypt.crypt(_text_of(secret), hash)
        return made is not None and _compare(made.encode(), hash.encode())


class _Pbkdf2Handler(_Handler):
    def __init__(self, name, rounds, digest):
        super().__init__(name, rounds)
        self._digest = digest
        self._ident = "$" + name.replace("_", "-") + "$" if digest != "sha1" else "$pbkdf2$"

    def identify(self, hash):
        return _text_of(hash).startswith(self._ident)

    def _parts(self, hash):
        hash = _text_of(hash)
        parts = hash[len(self._ident) :].split("$")
        if not self.identify(hash) or len(parts) != 3:
            raise ValueError("not a valid " + self.name + " hash")
        return int(parts[0]), _from_base64(parts[1]), parts[2]

    def rounds_of(self, hash):
        return self._parts(hash)[0]

    def _derive(self, secret, salt, rounds):
        return _to_base64(_pbkdf2_hmac(self._digest, _text_of(secret).encode(), salt, rounds))

    def hash(self, secret, **settings):
        if settings:
            return self.using(**settings).hash(secret)
        salt = _entropy(16)
        return f"{self._ident}{self.rounds}${_to_base64(salt)}${self._derive(secret, salt, self.rounds)}"

    def verify(self, secret, hash):
        rounds, salt, checksum = self._parts(hash)
        return _compare(self._derive(secret, salt, rounds), checksum)


class _PlaintextHandler(_Handler):
    """No hash at all: what tests are set up with, and what comes last in a list."""

    def identify(self, hash):
        return True

    def rounds_of(self, hash):
        return self.rounds

    def hash(self, secret, **settings):
        return _text_of(secret)

    def verify(self, secret, hash):
        return _compare(_text_of(secret).encode(), _text_of(hash).encode())


def _to_base64(data):
    """Base64 with '.' for '+' and without padding."""
    return _b64encode(data, b"./").rstrip(b"=").decode()


def _from_base64(text):
    return _b64decode(text.replace("+", ".") + "=" * (-len(text) % 4), b"./")


bcrypt = _CryptHandler("bcrypt", 12, "$2b$", r"\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$")
sha256_crypt = _CryptHandler("sha256_crypt", 535000, "$5$", r"\$5\$(?:rounds=(\d+)\$)?")
sha512_crypt = _CryptHandler("sha512_crypt", 656000, "$6$", r"\$6\$(?:rounds=(\d+)\$)?")
md5_crypt = _CryptHandler("md5_crypt", 0, "$1$", r"\$1\$")
pbkdf2_sha1 = _Pbkdf2Handler("pbkdf2_sha1", 131000, "sha1")
pbkdf2_sha256 = _Pbkdf2Handler("pbkdf2_sha256", 29000, "sha256")
pbkdf2_sha512 = _Pbkdf2Handler("pbkdf2_sha512", 25000, "sha512")

plaintext = _PlaintextHandler("plaintext", 0)

_HANDLERS = {handler.name: handler for handler in (
    bcrypt, sha256_crypt, sha512_crypt, md5_crypt, pbkdf2_sha1, pbkdf2_sha256, pbkdf2_sha512, plaintext)}
