"""What code for Python 2 and 3 asks for, as it is in Python 3."""

import builtins as _builtins
import functools as _functools
import io as _io
import sys as _sys

__version__ = "1.17.0"

PY2 = False
PY3 = True
PY34 = True

string_types = (str,)
integer_types = (int,)
class_types = (type,)
text_type = str
binary_type = bytes
MAXSIZE = _sys.maxsize

unichr = chr
int2byte = _functools.partial(lambda number: bytes((number,)))
StringIO = _io.StringIO
BytesIO = _io.BytesIO
wraps = _functools.wraps
print_ = print


def b(text):
    return text.encode("latin-1")


def u(text):
    return text


def iterkeys(d, **kw):
    return iter(d.keys(**kw))


def itervalues(d, **kw):
    return iter(d.values(**kw))


def iteritems(d, **kw):
    return iter(d.items(**kw))


def viewkeys(d):
    return d.keys()


def viewvalues(d):
    return d.values()


def viewitems(d):
    return d.items()


def next(iterator, *default):
    return _builtins.next(iterator, *default)


advance_iterator = next


def callable(value):
    return _builtins.callable(value)


def ensure_text(value, encoding="utf-8", errors="strict"):
    return value.decode(encoding, errors) if isinstance(value, bytes) else value


ensure_str = ensure_text


def ensure_binary(value, encoding="utf-8", errors="strict"):
    return value.encode(encoding, errors) if isinstance(value, str) else value


def raise_from(value, from_value):
    raise value from from_value


def reraise(tp, value, tb=None):
    raise value if value is not None else tp()


def python_2_unicode_compatible(cls):
    return cls


def with_metaclass(meta, *bases):
    """A base that goes away: the class that derives from it is the metaclass's, with these bases."""

    class Vanishing(type):
        def __new__(cls, name, written_bases, namespace):
            return meta(name, bases, namespace)

    return type.__new__(Vanishing, "temporary_class", (), {})


def add_metaclass(metaclass):
    """The class, made once more by the metaclass."""

    def make(cls):
        namespace = {key: value for key, value in vars(cls).items() if key not in ("__dict__", "__weakref__")}
        return metaclass(cls.__name__, cls.__bases__, namespace)

    return make


from six import moves
