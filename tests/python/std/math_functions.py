# math: what comes out of it, exactly, and what it refuses.
import math
from decimal import Decimal

print(math.pi, math.e, math.tau, math.inf, math.nan)
# expect: 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
print(math.ceil(1.2), math.floor(-1.2), math.trunc(-1.9), math.ceil(Decimal("1.2")), math.floor(1e20), math.ceil(5), math.trunc(1e300) > 10**299)
# expect: 2 -2 -1 2 100000000000000000000 5 True
print(math.sqrt(2), math.cbrt(27), math.exp(1), math.exp2(10), math.expm1(1e-10), math.pow(2, 0.5), math.pow(0, 0))
# expect: 1.4142135623730951 3.0000000000000004 2.718281828459045 1024.0 1.00000000005e-10 1.4142135623730951 1.0
print(math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.log(10**400), math.log10(10**400), math.log2(2**2000))
# expect: 2.302585092994046 3.0 3.0 3.0 9.999999999500001e-11 921.0340371976182 400.0 2000.0
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0), math.atan(1), math.atan2(-1, -1))
# expect: 0.8414709848078965 0.5403023058681398 1.5574077246549023 1.5707963267948966 1.5707963267948966 0.7853981633974483 -2.356194490192345
print(math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5), math.degrees(math.pi), math.radians(180))
# expect: 1.1752011936438014 1.5430806348152437 0.7615941559557649 0.881373587019543 1.3169578969248166 0.5493061443340548 180.0 3.141592653589793
print(math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)), math.hypot(), math.copysign(1, -0.0), math.fabs(-2), math.fmod(-7, 3), math.remainder(7, 4))
# expect: 5.0 3.0 5.0 0.0 -1.0 2.0 -1.0 -1.0
print(math.gcd(12, 18), math.gcd(), math.gcd(-4), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.gcd(10**30, 10**20))
# expect: 6 0 4 12 1 0 100000000000000000000
print(math.factorial(20), math.factorial(25), math.comb(5, 2), math.comb(100, 50), math.perm(5, 2), math.perm(4), math.comb(2, 3), math.isqrt(99), math.isqrt(10**40))
# expect: 2432902008176640000 15511210043330985984000000 10 100891344545564193334812497256 20 24 0 9 100000000000000000000
print(math.prod([1, 2, 3]), math.prod([1.5, 2], start=2), math.prod([]), math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), sum([0.1] * 10))
# expect: 6 6.0 1 1.0 1.0 0.9999999999999999
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-12, abs_tol=1e-9))
# expect: True False True True
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.modf(-3.25), math.frexp(10), math.ldexp(0.625, 4), math.frexp(0))
# expect: True True True (-0.25, -3.0) (0.625, 4) 10.0 (0.0, 0)
print(math.nextafter(1, 2), math.ulp(1), math.ulp(0), math.erf(0.5), math.erfc(0.5), round(math.gamma(5.5), 10), round(math.lgamma(10), 10))
# expect: 1.0000000000000002 2.220446049250313e-16 5e-324 0.5204998778130465 0.4795001221869535 52.3427777846 12.8018274801
print(math.sqrt(True), math.sqrt(Decimal("4")), math.floor(True), math.exp(-1000), math.log(0.5))
# expect: 1.0 2.0 1 0.0 -0.6931471805599453


class Length:
    def __float__(self):
        return 4.0

    def __ceil__(self):
        return "up"


print(math.sqrt(Length()), math.ceil(Length()))  # expect: 2.0 up


def error_of(work):
    try:
        return work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: math.sqrt(-1)))  # expect: ValueError: math domain error
print(error_of(lambda: math.log(0)))  # expect: ValueError: math domain error
print(error_of(lambda: math.exp(1000)))  # expect: OverflowError: math range error
print(error_of(lambda: math.pow(0, -1)))  # expect: ValueError: math domain error
print(error_of(lambda: math.pow(10, 400)))  # expect: OverflowError: math range error
print(error_of(lambda: math.factorial(-1)))  # expect: ValueError: factorial() not defined for negative values
print(error_of(lambda: math.factorial(1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(error_of(lambda: math.sqrt("4")))  # expect: TypeError: must be real number, not str
print(error_of(lambda: math.floor(math.nan)))  # expect: ValueError: cannot convert float NaN to integer
print(error_of(lambda: math.ceil(math.inf)))  # expect: OverflowError: cannot convert float infinity to integer
print(error_of(lambda: math.acos(2)))  # expect: ValueError: math domain error
print(error_of(lambda: math.isqrt(-1)))  # expect: ValueError: isqrt() argument must be nonnegative
print(error_of(lambda: math.comb(-1, 1)))  # expect: ValueError: n must be a non-negative integer
print(error_of(lambda: math.fmod(1, 0)))  # expect: ValueError: math domain error
print(error_of(lambda: math.gcd(1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(error_of(lambda: math.cosh(1000)))  # expect: OverflowError: math range error
print(error_of(lambda: math.gamma(0)))  # expect: ValueError: math domain error
