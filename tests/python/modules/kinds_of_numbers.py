# numbers: which types are which kinds.
import decimal
import fractions
import numbers

for value in (1, True, 1.5, 2j, decimal.Decimal(1), fractions.Fraction(1, 2), "1"):
    kinds = (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
    print(type(value).__name__, *[kind.__name__ for kind in kinds if isinstance(value, kind)])
# expect: int Number Complex Real Rational Integral
# expect: bool Number Complex Real Rational Integral
# expect: float Number Complex Real
# expect: complex Number Complex
# expect: Decimal Number
# expect: Fraction Number Complex Real Rational
# expect: str
