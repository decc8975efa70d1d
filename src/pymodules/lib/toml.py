"""The package that read TOML before Python could."""

import tomllib as _tomllib


class TomlDecodeError(ValueError):
    pass


def loads(s, _dict=dict, decoder=None):
    try:
        return _tomllib.loads(s)
    except _tomllib.TOMLDecodeError as error:
        raise TomlDecodeError(str(error)) from None


def load(f, _dict=dict, decoder=None):
    """A path, several paths whose tables are put together, or an open file."""
    if hasattr(f, "read"):
        return loads(f.read())
    found = {}
    for path in f if isinstance(f, (list, tuple)) else [f]:
        with open(path, encoding="utf-8") as file:
            found.update(loads(file.read()))
    return found
