# Decimals: exact sums, one rounding for each operation, and what a context has to say.
import decimal
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal, getcontext, localcontext

print(Decimal("0.1") + Decimal("0.2"), Decimal("1.10") * 3, Decimal("10") / 4, Decimal(1) / Decimal(3))
# expect: 0.3 3.30 2.5 0.3333333333333333333333333333
print(Decimal("7.50") // 2, Decimal("-7.5") // 2, Decimal("-7.5") % 2, divmod(Decimal("7.5"), 2))
# expect: 3 -3 -1.5 (Decimal('3'), Decimal('1.5'))
print(Decimal(2) ** 10, Decimal("1.5") ** -2, Decimal(2) ** Decimal("0.5"), Decimal("2").sqrt(), Decimal("0.0400").sqrt())
# expect: 1024 0.4444444444444444444444444444 1.414213562373095048801688724 1.414213562373095048801688724 0.20
print(repr(Decimal("1.50")), str(Decimal("1.50")), Decimal(5), Decimal(-0.5), Decimal(0.1))
# expect: Decimal('1.50') 1.50 5 -0.5 0.1000000000000000055511151231257827021181583404541015625
print(Decimal("1E+3"), Decimal("1e-7"), Decimal("0.000001"), Decimal("123E5"), Decimal("-0"), Decimal("0E-10"))
# expect: 1E+3 1E-7 0.000001 1.23E+7 -0 0E-10
print(Decimal("1E+3").to_eng_string(), Decimal("123E+5").to_eng_string(), Decimal("1E-8").to_eng_string())
# expect: 1E+3 12.3E+6 10E-9
print(Decimal((1, (1, 2, 3), -2)), Decimal("12.30").as_tuple(), Decimal("Infinity"), Decimal("-inf"), Decimal("nan"))
# expect: -1.23 DecimalTuple(sign=0, digits=(1, 2, 3, 0), exponent=-2) Infinity -Infinity NaN
print(Decimal(" 1_000.5 "), Decimal(True), Decimal(10**30), Decimal("12345678901234567890.123456789"))
# expect: 1000.5 1 1000000000000000000000000000000 12345678901234567890.123456789

price = Decimal("2.675")
for rounding in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_DOWN, ROUND_UP, decimal.ROUND_CEILING, decimal.ROUND_FLOOR):
    print(rounding, price.quantize(Decimal("0.01"), rounding=rounding), (-price).quantize(Decimal(".1"), rounding))
# expect: ROUND_HALF_EVEN 2.68 -2.7
# expect: ROUND_HALF_UP 2.68 -2.7
# expect: ROUND_DOWN 2.67 -2.6
# expect: ROUND_UP 2.68 -2.7
# expect: ROUND_CEILING 2.68 -2.6
# expect: ROUND_FLOOR 2.67 -2.7
print(Decimal("2.665").quantize(Decimal("1.00"), decimal.ROUND_HALF_DOWN), Decimal("1.05").quantize(Decimal(".1"), decimal.ROUND_05UP))
# expect: 2.66 1.1
print(Decimal("5").quantize(Decimal("0.00")), Decimal("123.456").quantize(Decimal("1E+1")))  # expect: 5.00 1.2E+2
print(round(Decimal("2.5")), round(Decimal("2.675"), 2), int(Decimal("-2.9")), float(Decimal("2.5")))
# expect: 2 2.68 -2 2.5
print(Decimal("2.5").to_integral_value(), Decimal("2.50").normalize(), Decimal("1200").normalize(), Decimal("3.7").to_integral())
# expect: 2 2.5 1.2E+3 4

print(Decimal("1.0") == 1, Decimal("0.5") == 0.5, Decimal("0.1") == 0.1, Decimal("0.1") < 0.1, 2 > Decimal("1.5"))
# expect: True True False True True
print(Decimal("1") < Decimal("2"), max(Decimal("1.5"), 1), sorted([Decimal("2"), Decimal("-1"), Decimal("1.5")]))
# expect: True 1.5 [Decimal('-1'), Decimal('1.5'), Decimal('2')]
print({Decimal("1.0"): "one"}[1], hash(Decimal("2.50")) == hash(2.5), Decimal("NaN") == Decimal("NaN"))
# expect: one True False
print(sum([Decimal("1.10"), Decimal("2.20")]), abs(Decimal("-3.1")), -Decimal("3.10"), +Decimal("3.10"), bool(Decimal("0.0")))
# expect: 3.30 3.1 -3.10 3.10 False
print(Decimal("1.5").is_nan(), Decimal("Infinity").is_infinite(), Decimal("-0").is_signed(), Decimal("0").is_zero())
# expect: False True True True
print(Decimal("123.45").adjusted(), Decimal("1.5").as_integer_ratio(), Decimal("-3").copy_abs(), Decimal("3").copy_sign(Decimal("-1")))
# expect: 2 (3, 2) 3 -3
print(Decimal("1.5").max(Decimal("2")), Decimal("1.5").compare(Decimal("2")), Decimal("1.5").scaleb(2), Decimal(2).fma(3, 4))
# expect: 2 -1 1.5E+2 10

print(f"{Decimal('1234567.891'):,.2f}", f"{Decimal('0.256'):.1%}", f"{Decimal('1.5'):>8}", f"{Decimal('1234.5'):e}", f"{Decimal('5'):+.3f}")
# expect: 1,234,567.89 25.6%      1.5 1.2345e+3 +5.000
print("%s %.2f" % (Decimal("1.10"), Decimal("1.255")), "{:08.3f}".format(Decimal("-3.14159")), format(Decimal("1E+5"), "f"))
# expect: 1.10 1.25 -003.142 100000

print(getcontext().prec, getcontext().rounding)  # expect: 28 ROUND_HALF_EVEN
with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / Decimal(7), +Decimal("1.2345678"))
# expect: 0.14286 1.2346
print(Decimal(1) / Decimal(7))  # expect: 0.1428571428571428571428571429
print(Context(prec=3, rounding=ROUND_UP).divide(Decimal(1), Decimal(3)), Context(prec=3).create_decimal("1.23456"))
# expect: 0.334 1.23
with localcontext(Context(prec=4, traps=[])) as context:
    print(Decimal(1) / 0, Decimal(0) / 0, Decimal("x"), context.flags[decimal.DivisionByZero])
# expect: Infinity NaN NaN True
print(repr(Context(prec=9)))
# expect: Context(prec=9, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])


def error_of(work):
    try:
        work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: Decimal("abc")))  # expect: InvalidOperation: [<class 'decimal.ConversionSyntax'>]
print(error_of(lambda: Decimal(1) / 0))  # expect: DivisionByZero: [<class 'decimal.DivisionByZero'>]
print(error_of(lambda: Decimal(0) / 0))  # expect: InvalidOperation: [<class 'decimal.DivisionUndefined'>]
print(error_of(lambda: Decimal("1e30").quantize(Decimal("0.01"))))
# expect: InvalidOperation: [<class 'decimal.InvalidOperation'>]
print(error_of(lambda: Decimal("1.5") + 1.5))
# expect: TypeError: unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
print(error_of(lambda: Decimal("1") < Decimal("nan")))  # expect: InvalidOperation: [<class 'decimal.InvalidOperation'>]
print(error_of(lambda: Decimal([1])))  # expect: ValueError: argument must be a sequence of length 3
print(error_of(lambda: Decimal(None)))  # expect: TypeError: conversion from NoneType to Decimal is not supported
print(error_of(lambda: Decimal(-1).sqrt()))  # expect: InvalidOperation: [<class 'decimal.InvalidOperation'>]
print(error_of(lambda: int(Decimal("inf"))))  # expect: OverflowError: cannot convert Infinity to integer
print(isinstance(decimal.InvalidOperation(), ArithmeticError), issubclass(decimal.DivisionByZero, ZeroDivisionError))
# expect: True True
try:
    Decimal("1") / 0
except ZeroDivisionError as error:
    print(repr(type(error)))
# expect: <class 'decimal.DivisionByZero'>


class Money(Decimal):
    def __str__(self):
        return "$" + super().__str__()


print(Money("1.5"), repr(Money("1.5")), type(Money("1.5") + 1).__name__)  # expect: $1.5 Decimal('1.5') Decimal
