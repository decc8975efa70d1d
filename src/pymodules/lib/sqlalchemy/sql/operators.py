# The operators of expressions by their names, for types that look at them.
from operator import add, and_, contains, eq, floordiv, ge, getitem, gt, inv, le, lshift, lt, mod, mul, ne, neg, or_
from operator import rshift, sub, truediv


def in_op(a, b):
    return a.in_(b)


def not_in_op(a, b):
    return a.not_in(b)


def is_(a, b):
    return a.is_(b)


def is_not(a, b):
    return a.is_not(b)


def like_op(a, b, escape=None):
    return a.like(b, escape=escape)


def not_like_op(a, b, escape=None):
    return a.not_like(b, escape=escape)


def ilike_op(a, b, escape=None):
    return a.ilike(b, escape=escape)


def not_ilike_op(a, b, escape=None):
    return a.not_ilike(b, escape=escape)


def between_op(a, b, c, symmetric=False):
    return a.between(b, c, symmetric=symmetric)


def startswith_op(a, b, escape=None):
    return a.startswith(b, escape=escape)


def endswith_op(a, b, escape=None):
    return a.endswith(b, escape=escape)


def contains_op(a, b, escape=None):
    return a.contains(b, escape=escape)


def concat_op(a, b):
    return a.concat(b)


def desc_op(a):
    return a.desc()


def asc_op(a):
    return a.asc()
