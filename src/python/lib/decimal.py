"""Decimal arithmetic."""

from collections import namedtuple

from _decimal import *

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, traps=[])


class _Local:
    """Another context for the time of a `with`."""

    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exception):
        setcontext(self._saved)


def localcontext(ctx=None, **changes):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in changes.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError("'" + name + "' is an invalid keyword argument for this function")
        setattr(context, name, value)
    return _Local(context)
