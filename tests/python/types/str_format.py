print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2), "{{}} {{{}}}".format(1))
print("{0.real} {0.__class__.__name__} {1[0]} {1[-1]} {2[key]}".format(1, {0: "zero", "-1": "minus"}, {"key": "v"}))
print("{!r} {!s} {!a} {:>5} {:<5}| {:^5}|".format("é", "é", "é", "a", "b", "c"))
print("{:{}} {:{w}.{p}f}".format("a", 5, 3.14159, w=8, p=2), "{:{fill}{align}6}".format("x", fill="*", align="^"))
print("{:,} {:_} {:,.2f} {:+} {: } {:05d} {:<05d}|".format(1234567, 1234567, 1234567.891, 5, 5, 42, 42))
print("{:b} {:o} {:x} {:X} {:#b} {:#o} {:#x} {:#X} {:c} {:_b} {:_x}".format(5, 8, 255, 255, 5, 8, 255, 255, 97, 255, 65535 * 65536))
print("{:e} {:.2e} {:g} {:g} {:G} {:%} {:.1%} {:n} {:.3}".format(12345.678, 0.00012, 1e20, 0.0001, 1e-10, 0.256, 0.256, 10, 3.14159))
print("{:f} {:F} {:e}".format(float("inf"), float("nan"), float("-inf")), "{:z.1f} {:.1f}".format(-0.01, -0.01))
print("{:10.3}|{:.2}|{:>10}|".format("abcdef", "xyz", True), "{:d} {}".format(True, True), "{:5}|{!s:5}|".format(None if 0 else 1, None))
print("{:=+8d} {:*^+9.2f} {:0=8}".format(42, 3.14159, -42), "{:08.3f} {:+08,.1f}".format(-3.14159, 12345.6))
print("{0:{1}>{2}}".format("x", "-", 5), "{:é^5}".format("x"), "{:<3}".format("ñ") + "|")
print("{a.b[0]}".format(a=type("T", (), {"b": [7]})), "{}{}".format(*"ab"), "{x}".format(**{"x": 1}))
print("{a}".format_map({"a": 5}), "{} and {}".format("x", [1, 2]), "{0[a][b]}".format({"a": {"b": 3}}))
class Money:
    def __format__(self, spec):
        return f"<{spec}>"
print("{:abc} {}".format(Money(), Money()), f"{Money():>{5}}", format(Money(), "z"))
for work in (lambda: "{}".format(), lambda: "{} {0}".format(1), lambda: "{".format(), lambda: "}".format(), lambda: "{a}".format(),
             lambda: "{:d}".format("x"), lambda: "{:.2d}".format(1), lambda: "{:s}".format(1), lambda: "{!z}".format(1),
             lambda: "{:5}".format(None), lambda: "{:,s}".format("a"), lambda: "{0.x}".format(1), lambda: "{[0]}".format(1),
             lambda: "{:10q}".format(1.5), lambda: "{:=5}".format("a"), lambda: "{:x}".format(1.5), lambda: "{:+}".format("a"),
             lambda: "{:5}".format([1])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: 1 a None x y x 1 2 {} {1}
# expect: 1 int zero minus v
# expect: 'é' é '\xe9'     a b    |   c  |
# expect: a         3.14 **x***
# expect: 1,234,567 1_234_567 1,234,567.89 +5  5 00042 42000|
# expect: 101 10 ff FF 0b101 0o10 0xff 0XFF a 1111_1111 ffff_0000
# expect: 1.234568e+04 1.20e-04 1e+20 0.0001 1E-10 25.600000% 25.6% 10 3.14
# expect: inf NAN -inf 0.0 -0.0
# expect: abc       |xy|         1| 1 True     1|None |
# expect: +     42 **+3.14** -0000042 -003.142 +12,345.6
# expect: ----x ééxéé ñ  |
# expect: 7 ab 1
# expect: 5 x and [1, 2] 3
# expect: <abc> <> <>5> <z>
# expect: IndexError Replacement index 0 out of range for positional args tuple
# expect: ValueError cannot switch from automatic field numbering to manual field specification
# expect: ValueError Single '{' encountered in format string
# expect: ValueError Single '}' encountered in format string
# expect: KeyError 'a'
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: ValueError Precision not allowed in integer format specifier
# expect: ValueError Unknown format code 's' for object of type 'int'
# expect: ValueError Unknown conversion specifier z
# expect: TypeError unsupported format string passed to NoneType.__format__
# expect: ValueError Cannot specify ',' with 's'.
# expect: AttributeError 'int' object has no attribute 'x'
# expect: TypeError 'int' object is not subscriptable
# expect: ValueError Unknown format code 'q' for object of type 'float'
# expect: ValueError '=' alignment not allowed in string format specifier
# expect: ValueError Unknown format code 'x' for object of type 'float'
# expect: ValueError Sign not allowed in string format specifier
# expect: TypeError unsupported format string passed to list.__format__
