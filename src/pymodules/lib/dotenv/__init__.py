"""Settings from .env files, by the rules of python-dotenv."""

import os

from dotenv._parser import parse, resolve

__all__ = ["load_dotenv", "dotenv_values", "find_dotenv", "get_key", "set_key", "unset_key"]


def _callers_file():
    import _runtime

    for filename, _, _, _, names in _runtime.frames():
        if not names.get("__name__", "").startswith("dotenv"):
            return filename
    return ""


def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False):
    """The file in the caller's folder, or else in the nearest one above it; "" when there is none."""
    folder = os.getcwd() if usecwd else os.path.dirname(os.path.abspath(_callers_file()))
    while True:
        path = os.path.join(folder, filename)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    if raise_error_if_not_found:
        raise IOError("File not found")
    return ""


def _read(dotenv_path, stream, encoding):
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    if dotenv_path and os.path.isfile(dotenv_path):
        with open(dotenv_path, encoding=encoding) as file:
            return file.read()
    return stream.read() if stream is not None else ""


def _values(dotenv_path, stream, interpolate, override, encoding):
    pairs = parse(_read(dotenv_path, stream, encoding))
    return resolve(pairs, override, os.environ) if interpolate else dict(pairs)


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"):
    return _values(dotenv_path, stream, interpolate, True, encoding)


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    if os.environ.get("PYTHON_DOTENV_DISABLED", "").casefold() in ("1", "true", "t", "yes", "y"):
        return False
    values = _values(dotenv_path, stream, interpolate, override, encoding)
    for name, value in values.items():
        if value is not None and (override or name not in os.environ):
            os.environ[name] = value
    return bool(values)


def get_key(dotenv_path, key_to_get, encoding="utf-8"):
    return dotenv_values(dotenv_path, encoding=encoding).get(key_to_get)


def set_key(*args, **kwargs):
    import _os

    _os.refuse("dotenv.set_key")


def unset_key(*args, **kwargs):
    import _os

    _os.refuse("dotenv.unset_key")
