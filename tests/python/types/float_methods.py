for number in (0.1, 1.0, -0.0, 1e16, 1e15, 123456789012345.6, 1e-4, 1e-5, 1.5e300, 5e-324, 1/3, 2/3, 100.0, 1e22, 1e23, float("inf"), float("nan"), 0.1 + 0.2):
    print(number, end=" ")
print()
print(float(), float("1.5"), float(" -1e3 "), float("inf"), float("-Infinity"), float("nan"), float("1_0.5"), float(3), float("1e400"), float(".5"), float("5."))
print((1.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p+1"), (-0.0).hex(), (2.5).real, (2.5).conjugate())
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, 2), divmod(-7.5, 2), 2.0**0.5, 2**0.5, 1e308 * 10, -1.5 % float("inf"))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1.25, 1), round(1234.5678, -2), round(0.5), round(1e20), round(2.567, 1), round(5.015, 2), type(round(2.0, 0)).__name__)
print(abs(-1.5), int(1e20), int(-1.9), 1.5 == 3/2, float("nan") == float("nan"), float("nan") != float("nan"), 0.0 == -0.0, 1.0 < 2, 1 < 1.5)
print(hash(1.5), hash(0.1), hash(float("inf")), hash(-1.0), hash(1e300) == hash(int(1e300)), bool(0.0), bool(float("nan")))
print(sum([0.1] * 10), min(1.5, 1), max(1.0, 1), sorted([2.5, 1, float("-inf"), 3]))
print(f"{1.5:.0f} {2.5:.0f} {0.125:.2f} {1e6:,} {1e16} {1e16:f} {1234.5:g} {0.00001234:g} {123456789.0:g} {1.0:#g}")
print(1.0 .__repr__(), str(1e100), repr(1.7976931348623157e308), 4.35, 2.2250738585072014e-308, 9007199254740993.0)
for work in (lambda: float("x"), lambda: float(""), lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 1e200 ** 2,
             lambda: float([]), lambda: round(float("nan")), lambda: round(float("inf")), lambda: float(10**400), lambda: 1.5 + "a", lambda: 1.5 < "a",
             lambda: 1.5 & 1, lambda: float("inf").as_integer_ratio()):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: 0.1 1.0 -0.0 1e+16 1000000000000000.0 123456789012345.6 0.0001 1e-05 1.5e+300 5e-324 0.3333333333333333 0.6666666666666666 100.0 1e+22 1e+23 inf nan 0.30000000000000004 
# expect: 0.0 1.5 -1000.0 inf -inf nan 10.5 3.0 inf 0.5 5.0
# expect: False True (1, 2) 0x1.8000000000000p+0 3.0 -0x0.0p+0 2.5 2.5
# expect: 3.0 -4.0 1.5 0.5 (3.0, 1.5) (-4.0, 0.5) 1.4142135623730951 1.4142135623730951 inf inf
# expect: 2 4 -2 2.67 1.2 1200.0 0 100000000000000000000 2.6 5.01 float
# expect: 1.5 100000000000000000000 -1 True False True True True True
# expect: 1152921504606846977 230584300921369408 314159 -2 True False True
# expect: 0.9999999999999999 1 1.0 [-inf, 1, 2.5, 3]
# expect: 2 2 0.12 1,000,000.0 1e+16 10000000000000000.000000 1234.5 1.234e-05 1.23457e+08 1.00000
# expect: 1.0 1e+100 1.7976931348623157e+308 4.35 2.2250738585072014e-308 9007199254740992.0
# expect: ValueError could not convert string to float: 'x'
# expect: ValueError could not convert string to float: ''
# expect: ZeroDivisionError float division by zero
# expect: ZeroDivisionError float floor division by zero
# expect: ZeroDivisionError float modulo
# expect: ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: OverflowError (34, 'Numerical result out of range')
# expect: TypeError float() argument must be a string or a real number, not 'list'
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
# expect: OverflowError int too large to convert to float
# expect: TypeError unsupported operand type(s) for +: 'float' and 'str'
# expect: TypeError '<' not supported between instances of 'float' and 'str'
# expect: TypeError unsupported operand type(s) for &: 'float' and 'int'
# expect: OverflowError cannot convert Infinity to integer ratio
