"""TOML texts as dicts."""

from tomllib._reader import Reader, TOMLDecodeError

__all__ = ("loads", "load", "TOMLDecodeError")


def load(fp, /, *, parse_float=float):
    text = fp.read()
    try:
        text = text.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    if not isinstance(s, str):
        raise TypeError("Expected str object, not '%s'" % type(s).__qualname__)
    return Reader(s.replace("\r\n", "\n"), parse_float).document()
