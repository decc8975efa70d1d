# Fractions.
from decimal import Decimal
from fractions import Fraction
import math

third = Fraction(1, 3)
print(third, repr(third), Fraction(6, -4), Fraction("3/4"), Fraction(" -1.25e1 "), Fraction(0.5), Fraction(Decimal("0.1")), Fraction(7), Fraction())
# expect: 1/3 Fraction(1, 3) -3/2 3/4 -25/2 1/2 1/10 7 0
print(third + 1, 1 - third, third * 3, third / 2, 2 / third, third ** 2, third ** -2, third + 0.5, 7 // third, Fraction(7, 2) % 1, divmod(Fraction(7, 2), 2))
# expect: 4/3 2/3 1 1/6 6 1/9 9 0.8333333333333333 21 1/2 (1, Fraction(3, 2))
print(third == Fraction(2, 6), third < 0.5, 1 > third, third != 0.3, Fraction(1, 2) == 0.5, Fraction(4, 2) == 2, sorted([third, Fraction(1, 4)]))
# expect: True True True True True True [Fraction(1, 4), Fraction(1, 3)]
print(float(third), int(Fraction(-7, 2)), round(Fraction(5, 2)), round(Fraction(7, 2)), round(third, 2), math.floor(Fraction(-7, 2)), math.ceil(Fraction(-7, 2)), math.trunc(Fraction(7, 2)))
# expect: 0.3333333333333333 -3 2 4 33/100 -4 -3 3
print(Fraction(math.pi).limit_denominator(100), third.numerator, third.denominator, third.as_integer_ratio(), abs(-third), -third, bool(Fraction(0)))
# expect: 311/99 1 3 (1, 3) 1/3 -1/3 False
print(hash(Fraction(3)) == hash(3), {Fraction(1, 2): 1}[0.5], sum([third] * 3), Fraction.from_float(0.25), Fraction.from_decimal(Decimal("1.5")), isinstance(third, Fraction))
# expect: True 1 1 1/4 3/2 True


def error_of(work):
    try:
        return work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: Fraction(1, 0)))  # expect: ZeroDivisionError: Fraction(1, 0)
print(error_of(lambda: Fraction("x")))  # expect: ValueError: Invalid literal for Fraction: 'x'
print(error_of(lambda: Fraction(1.5, 2)))  # expect: TypeError: both arguments should be Rational instances
print(error_of(lambda: third / 0))  # expect: ZeroDivisionError: Fraction(1, 0)
print(error_of(lambda: Fraction(None)))  # expect: TypeError: argument should be a string or a Rational instance
print(error_of(lambda: third + "x"))  # expect: TypeError: unsupported operand type(s) for +: 'Fraction' and 'str'
