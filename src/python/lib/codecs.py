"""Texts from bytes and back by the name of an encoding."""

import io as _io

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM = BOM_UTF16 = BOM_LE
BOM_UTF32 = BOM_UTF32_LE


def encode(obj, encoding="utf-8", errors="strict"):
    if _plain(encoding) in ("rot13", "rot_13"):
        return _rotated(obj)
    if _plain(encoding) in ("hex", "hex_codec"):
        return bytes(obj).hex().encode("ascii")
    if _plain(encoding) in ("base64", "base64_codec"):
        import base64

        return base64.encodebytes(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    if _plain(encoding) in ("rot13", "rot_13"):
        return _rotated(obj)
    if _plain(encoding) in ("hex", "hex_codec"):
        return bytes.fromhex(obj.decode("ascii") if isinstance(obj, (bytes, bytearray)) else obj)
    if _plain(encoding) in ("base64", "base64_codec"):
        import base64

        return base64.decodebytes(obj)
    if _plain(encoding) in ("unicode_escape", "raw_unicode_escape"):
        obj = obj.encode("latin-1", "backslashreplace") if isinstance(obj, str) else obj
    return obj.decode(encoding, errors)


def _plain(encoding):
    return encoding.lower().replace("-", "_").replace(" ", "_")


def _rotated(text):
    made = []
    for letter in text:
        for first in "aA":
            if first <= letter <= chr(ord(first) + 25):
                letter = chr((ord(letter) - ord(first) + 13) % 26 + ord(first))
                break
        made.append(letter)
    return "".join(made)


class CodecInfo:
    def __init__(self, encode, decode, name):
        self.encode = encode
        self.decode = decode
        self.name = name

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s>" % self.name


def lookup(encoding):
    "".encode(encoding)  # an unknown name is a LookupError
    return CodecInfo(getencoder(encoding), getdecoder(encoding), encoding.lower().replace("_", "-"))


def getencoder(encoding):
    def encoder(text, errors="strict"):
        return encode(text, encoding, errors), len(text)

    return encoder


def getdecoder(encoding):
    def decoder(data, errors="strict"):
        return decode(data, encoding, errors), len(data)

    return decoder


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is not None and "b" not in mode:
        return _io.open(filename, mode, encoding=encoding, errors=errors, newline="")
    return _io.open(filename, mode)


def getreader(encoding):
    def reader(stream, errors="strict"):
        return _io.StringIO(stream.read().decode(encoding, errors))

    return reader
