"""Password hashes: "method$salt$hash"."""

import hashlib as _hashlib
import secrets as _secrets
from hmac import compare_digest as _same

from werkzeug.utils import safe_join

SALT_CHARS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
DEFAULT_PBKDF2_ITERATIONS = 1_000_000
_SCRYPT_SIZES = ("32768", "8", "1")


def gen_salt(length):
    if length <= 0:
        raise ValueError("Salt length must be at least 1.")
    return "".join(_secrets.choice(SALT_CHARS) for _ in range(length))


def _hash(method, salt, password):
    """The hash in hexadecimal, and the method with all that it was made with."""
    method, *settings = method.split(":")
    salt, password = salt.encode(), password.encode()
    if method == "scrypt":
        n, r, p = map(int, settings or _SCRYPT_SIZES)
        made = _hashlib.scrypt(password, salt=salt, n=n, r=r, p=p, maxmem=132 * n * r * p)
        return made.hex(), "scrypt:%d:%d:%d" % (n, r, p)
    if method == "pbkdf2":
        name = settings[0] if settings else "sha256"
        iterations = int(settings[1]) if len(settings) > 1 else DEFAULT_PBKDF2_ITERATIONS
        return _hashlib.pbkdf2_hmac(name, password, salt, iterations).hex(), "pbkdf2:%s:%d" % (name, iterations)
    raise ValueError("Invalid hash method '%s'." % method)


def generate_password_hash(password, method="scrypt", salt_length=16):
    salt = gen_salt(salt_length)
    made, described = _hash(method, salt, password)
    return "%s$%s$%s" % (described, salt, made)


def check_password_hash(pwhash, password):
    parts = pwhash.split("$", 2)
    return len(parts) == 3 and _same(_hash(parts[0], parts[1], password)[0], parts[2])
