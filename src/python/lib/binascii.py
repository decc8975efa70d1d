"""Bytes as text and back."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes(data):
    return data.encode("ascii") if isinstance(data, str) else bytes(data)


def hexlify(data, sep=None, bytes_per_sep=1):
    text = bytes(data).hex() if sep is None else bytes(data).hex(sep, bytes_per_sep)
    return text.encode()


def unhexlify(hexstr):
    text = _bytes(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        return bytes(int(text[at:at + 2], 16) for at in range(0, len(text), 2))
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


b2a_hex = hexlify
a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    import base64

    return base64.b64encode(bytes(data)) + (b"\n" if newline else b"")


def a2b_base64(data, *, strict_mode=False):
    import base64

    return base64.b64decode(_bytes(data))


def _table():
    rows = []
    for index in range(256):
        value = index
        for _ in range(8):
            value = value >> 1 ^ 0xEDB88320 if value & 1 else value >> 1
        rows.append(value)
    return rows


_crc_rows = []


def crc32(data, value=0):
    if not _crc_rows:
        _crc_rows.extend(_table())
    crc = value ^ 0xFFFFFFFF
    for byte in bytes(data):
        crc = crc >> 8 ^ _crc_rows[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF
