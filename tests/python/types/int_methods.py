print(int(), int("12"), int(" -7 "), int("ff", 16), int("0b101", 0), int("0x1f", 16), int("1_000"), int(3.99), int(-3.99), int(True), int("z", 36), int("٣"))
print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (7).bit_count(), (5).to_bytes(2, "big"), (-1).to_bytes(2, "little", signed=True))
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xff", "big", signed=True), (10).as_integer_ratio(), (5).real, (5).imag, (5).numerator, (5).denominator)
print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2), divmod(7, -2), 2**10, 2**-1, (-2)**3, 2**100)
print(7 / 2, 10**20 / 3, 1 << 70, (1 << 70) >> 68, -1 >> 5, 6 & 3, 6 | 3, 6 ^ 3, ~6, -(-5), +5)
print(pow(2, 10, 1000), pow(3, -1, 7), pow(2, 0.5), pow(10**20, 3, 997), abs(-3), round(15, -1), round(25, -1), round(1234, -2), round(-15, -1))
print(hex(255), hex(-255), oct(8), bin(5), bin(-5), hex(10**20), chr(8364), ord("€"))
print(10**30 == 10.0**30, 10**30 > 1e29, 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 1 == 1.0 == True, 10**400 > float("inf"))
print(hash(1) == hash(1.0) == hash(True), hash(2**61 - 1), hash(-1), hash(2**70) == hash(float(2**70)), {1: "a"}[1.0], {1, 1.0, True})
print(str(10**50), repr(-10**25), 123456789012345678901234567890 % 97, 10**30 // 7, -10**30 // 7, -10**30 % 7)
print(f"{10**20:,}", f"{-5:05}", f"{5:e}", 0xFF, 0o17, 0b11, 1_000)
class Count(int):
    pass
count = Count(5)
print(count, repr(count), count + 1, type(count + 1).__name__, type(Count(3)).__name__, Count("7"), Count(5) == 5, hash(Count(5)) == hash(5), [10, 20][Count(1)])
print(bool(0), bool(-1), True + True, True * 3, repr(True), True & False, True & 3, type(True | False).__name__, int(True), str(False), bool("x"), bool([]))
for work in (lambda: int("x"), lambda: int("1.5"), lambda: int([]), lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1 << -1,
             lambda: int("2", 2), lambda: int("1", 99), lambda: int(float("nan")), lambda: int(float("inf")), lambda: 1 + "a",
             lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: int(5, 2), lambda: pow(2, -1, 4), lambda: 0 ** -1,
             lambda: chr(-1), lambda: ord("ab"), lambda: int(""), lambda: abs("x"), lambda: divmod(1, 0), lambda: "a" * 1.5, lambda: 1 & 1.0):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: 0 12 -7 255 5 31 1000 3 -3 1 35 3
# expect: 8 0 9 3 b'\x00\x05' b'\xff\xff'
# expect: 256 -1 (10, 1) 5 0 5 1
# expect: 3 -4 1 2 -2 (-4, 1) (-4, -1) 1024 0.5 -8 1267650600228229401496703205376
# expect: 3.5 3.333333333333333e+19 1180591620717411303424 4 -1 2 7 5 -7 5 5
# expect: 24 5 1.4142135623730951 229 3 20 20 1200 -20
# expect: 0xff -0xff 0o10 0b101 -0b101 0x56bc75e2d63100000 € 8364
# expect: False True False True True False
# expect: True 0 -2 True a {1}
# expect: 100000000000000000000000000000000000000000000000000 -10000000000000000000000000 52 142857142857142857142857142857 -142857142857142857142857142858 6
# expect: 100,000,000,000,000,000,000 -0005 5.000000e+00 255 15 3 1000
# expect: 5 5 6 int Count 7 True True 20
# expect: False True 2 3 True False 1 bool 1 False True False
# expect: ValueError invalid literal for int() with base 10: 'x'
# expect: ValueError invalid literal for int() with base 10: '1.5'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: ZeroDivisionError integer division or modulo by zero
# expect: ZeroDivisionError integer modulo by zero
# expect: ZeroDivisionError division by zero
# expect: ValueError negative shift count
# expect: ValueError invalid literal for int() with base 2: '2'
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: OverflowError int too big to convert
# expect: OverflowError can't convert negative int to unsigned
# expect: TypeError int() can't convert non-string with explicit base
# expect: ValueError base is not invertible for the given modulus
# expect: ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: ValueError invalid literal for int() with base 10: ''
# expect: TypeError bad operand type for abs(): 'str'
# expect: ZeroDivisionError integer division or modulo by zero
# expect: TypeError can't multiply sequence by non-int of type 'float'
# expect: TypeError unsupported operand type(s) for &: 'int' and 'float'
