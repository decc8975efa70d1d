"""Bytes as letters and digits."""

import _os
import binascii

_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _bytes_of(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode("ascii")
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError("argument should be a bytes-like object or ASCII string, not " + repr(type(s).__name__))


def b64encode(s, altchars=None):
    if _os.is_opaque(s):
        return s  # what is made of something that is not there decides nothing yet
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        encoded = encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes_of(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes_of(altchars), b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    return b64decode(_bytes_of(s).translate(_FROM_URL))


def encodebytes(s):
    """Lines of 76 characters."""
    lines = [binascii.b2a_base64(s[start : start + 57]) for start in range(0, len(s), 57)]
    return b"".join(lines)


def decodebytes(s):
    return binascii.a2b_base64(s)


def b32encode(s):
    missing = -len(s) % 5
    number = int.from_bytes(bytes(s) + bytes(missing), "big")
    count = (len(s) + missing) // 5 * 8
    letters = bytes(_LETTERS[number >> shift & 31] for shift in range(count * 5 - 5, -1, -5))
    padding = {0: 0, 1: 1, 2: 3, 3: 4, 4: 6}[missing]
    return letters[: count - padding] + b"=" * padding


def b32decode(s, casefold=False, map01=None):
    s = _bytes_of(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _bytes_of(map01)))
    if casefold:
        s = s.upper()
    letters = s.rstrip(b"=")
    padding = len(s) - len(letters)
    number = 0
    for letter in letters:
        digit = _LETTERS.find(letter)
        if digit < 0:
            raise binascii.Error("Non-base32 digit found")
        number = number << 5 | digit
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    decoded = (number << 5 * padding).to_bytes(len(s) // 8 * 5, "big")
    return decoded[: len(decoded) - (padding * 5 + 7) // 8] if padding else decoded


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if s != s.upper():
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)
