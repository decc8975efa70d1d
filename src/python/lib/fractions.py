"""Rational numbers."""

import math as _math
import numbers as _numbers
import re as _re
from decimal import Decimal as _Decimal

_TEXT = _re.compile(
    r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<whole>\d*|\d+(?:_\d+)*)"
    r"(?:(?:\s*/\s*(?P<below>\d+(?:_\d+)*))?|(?:\.(?P<part>\d*|\d+(?:_\d+)*))?(?:E(?P<exponent>[-+]?\d+(?:_\d+)*))?)\s*",
    _re.IGNORECASE,
)


class Fraction:
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            self._numerator, self._denominator = _parts_of(numerator)
            return self
        if not isinstance(numerator, (int, Fraction)) or not isinstance(denominator, (int, Fraction)):
            raise TypeError("both arguments should be Rational instances")
        above = numerator.numerator * denominator.denominator
        below = denominator.numerator * numerator.denominator
        if below == 0:
            raise ZeroDivisionError(f"Fraction({above}, 0)")
        self._numerator, self._denominator = _lowest(above, below)
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, int):
            return cls(dec)
        if not isinstance(dec, _Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return self

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction with a denominator of at most so much."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        before_above, before_below, above, below = 0, 1, 1, 0
        number, divisor = self._numerator, self._denominator
        while True:
            whole = number // divisor
            next_below = before_below + whole * below
            if next_below > max_denominator:
                break
            before_above, before_below, above, below = above, below, before_above + whole * above, next_below
            number, divisor = divisor, number - whole * divisor
        times = (max_denominator - before_below) // below
        other = Fraction(before_above + times * above, before_below + times * below)
        last = Fraction(above, below)
        return last if abs(last - self) <= abs(other - self) else other

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        nearest = self._numerator / self._denominator
        return hash(nearest) if nearest == self else hash((self._numerator, self._denominator))

    def __bool__(self):
        return self._numerator != 0

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 == self._denominator:
                return whole + whole % 2
            return whole + 1 if rest * 2 > self._denominator else whole
        unit = 10 ** abs(ndigits)
        return Fraction(round(self * unit), unit) if ndigits > 0 else Fraction(round(self / unit) * unit)

    def __pos__(self):
        return Fraction(self)

    def __neg__(self):
        return _made(-self._numerator, self._denominator)

    def __abs__(self):
        return _made(abs(self._numerator), self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # Arithmetic: of fractions and integers exactly, of floats as floats.

    def _with(self, other, exact, rough):
        if isinstance(other, (int, Fraction)):
            return exact(self, other)
        return rough(float(self), other) if isinstance(other, (float, complex)) else NotImplemented

    def _under(self, other, exact, rough):
        if isinstance(other, (int, Fraction)):
            return exact(other, self)
        return rough(other, float(self)) if isinstance(other, (float, complex)) else NotImplemented

    def __add__(self, other):
        return self._with(other, _add, lambda a, b: a + b)

    def __radd__(self, other):
        return self._under(other, _add, lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, _subtract, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._under(other, _subtract, lambda a, b: a - b)

    def __mul__(self, other):
        return self._with(other, _multiply, lambda a, b: a * b)

    def __rmul__(self, other):
        return self._under(other, _multiply, lambda a, b: a * b)

    def __truediv__(self, other):
        return self._with(other, _divide, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._under(other, _divide, lambda a, b: a / b)

    def __floordiv__(self, other):
        return self._with(other, _floor_divide, lambda a, b: a // b)

    def __rfloordiv__(self, other):
        return self._under(other, _floor_divide, lambda a, b: a // b)

    def __mod__(self, other):
        return self._with(other, _rest, lambda a, b: a % b)

    def __rmod__(self, other):
        return self._under(other, _rest, lambda a, b: a % b)

    def __divmod__(self, other):
        return self._with(other, lambda a, b: (_floor_divide(a, b), _rest(a, b)), divmod)

    def __rdivmod__(self, other):
        return self._under(other, lambda a, b: (_floor_divide(a, b), _rest(a, b)), divmod)

    def __pow__(self, other):
        if isinstance(other, Fraction):
            if other._denominator != 1:
                return float(self) ** float(other)
            other = other._numerator
        if not isinstance(other, int):
            return float(self) ** other if isinstance(other, (float, complex)) else NotImplemented
        if other >= 0:
            return _made(self._numerator**other, self._denominator**other)
        if self._numerator == 0:
            raise ZeroDivisionError(f"Fraction({self._denominator ** -other}, 0)")
        return Fraction(self._denominator**-other, self._numerator**-other)

    def __rpow__(self, other):
        if self._denominator == 1:
            return other**self._numerator
        return other ** float(self)

    # Order

    def __eq__(self, other):
        if isinstance(other, int):
            return self._denominator == 1 and self._numerator == other
        if isinstance(other, Fraction):
            return self._numerator == other._numerator and self._denominator == other._denominator
        if isinstance(other, float):
            return not (_math.isnan(other) or _math.isinf(other)) and self == Fraction(other)
        return NotImplemented

    def _order(self, other):
        """Below zero, zero or above it; None when there is no order."""
        if isinstance(other, float):
            if _math.isnan(other):
                return None
            if _math.isinf(other):
                return -other
            other = Fraction(other)
        return self._numerator * other.denominator - other.numerator * self._denominator

    def __lt__(self, other):
        if not isinstance(other, (int, float, Fraction)):
            return NotImplemented
        order = self._order(other)
        return order is not None and order < 0

    def __le__(self, other):
        if not isinstance(other, (int, float, Fraction)):
            return NotImplemented
        order = self._order(other)
        return order is not None and order <= 0

    def __gt__(self, other):
        if not isinstance(other, (int, float, Fraction)):
            return NotImplemented
        order = self._order(other)
        return order is not None and order > 0

    def __ge__(self, other):
        if not isinstance(other, (int, float, Fraction)):
            return NotImplemented
        order = self._order(other)
        return order is not None and order >= 0


def _lowest(above, below):
    common = _math.gcd(above, below)
    if below < 0:
        common = -common
    return above // common, below // common


def _made(numerator, denominator):
    """A fraction of parts that have nothing in common."""
    made = object.__new__(Fraction)
    made._numerator, made._denominator = numerator, denominator
    return made


def _parts_of(value):
    if isinstance(value, (int, Fraction)):
        return value.numerator, value.denominator
    if isinstance(value, (float, _Decimal)):
        return value.as_integer_ratio()
    if not isinstance(value, str):
        raise TypeError("argument should be a string or a Rational instance")
    found = _TEXT.fullmatch(value)
    if found is None:
        raise ValueError("Invalid literal for Fraction: " + repr(value))
    above, below = int(found["whole"] or "0"), 1
    if found["below"]:
        below = int(found["below"])
    elif found["part"] or found["exponent"]:
        part = (found["part"] or "").replace("_", "")
        above, below = above * 10 ** len(part) + int(part or "0"), 10 ** len(part)
        exponent = int(found["exponent"] or "0")
        above, below = (above * 10**exponent, below) if exponent >= 0 else (above, below * 10**-exponent)
    if found["sign"] == "-":
        above = -above
    if below == 0:
        raise ZeroDivisionError(f"Fraction({above}, 0)")
    return _lowest(above, below)


def _add(a, b):
    return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)


def _subtract(a, b):
    return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)


def _multiply(a, b):
    return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)


def _divide(a, b):
    return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)


def _floor_divide(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _rest(a, b):
    below = a.denominator * b.denominator
    return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), below)


_numbers.Rational.register(Fraction)
