"""Texts and bytes."""


def safe_decode(text, incoming=None, errors="strict"):
    if not isinstance(text, (str, bytes)):
        raise TypeError("%s can't be decoded" % type(text))
    return text.decode(incoming or "utf-8", errors) if isinstance(text, bytes) else text


def safe_encode(text, incoming=None, encoding="utf-8", errors="strict"):
    return safe_decode(text, incoming, errors).encode(encoding, errors)


def to_utf8(text):
    return text.encode("utf-8") if isinstance(text, str) else text


def exception_to_unicode(exc):
    return str(exc)
