print("%s %r %d %i %5d|%-5d|%05d %+d % d" % ("a", "b", 1, 2, 3, 4, 5, 6, 7))
print("%x %X %#x %o %#o %c %c" % (255, 255, 255, 8, 8, "a", 98))
print("%f %.2f %10.3f| %-10.1f| %e %E %g %G %g" % (1.5, 2.345, 3.14159, 2.5, 12345.678, 0.00012, 1e10, 1e-10, 100000.0))
print("%(a)s %(b)05.1f %%" % {"a": 1, "b": 2.25})
print("%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159))
print("%s" % (1,), "%s" % [1, 2], "%s" % {"a": 1}, "%s" % None, "%s %s" % ("x", (1, 2)))
print("%d" % 3.99, "%d" % True, "%s" % True, "%x" % -255, "%.3s|%5.2s|" % ("abcdef", "xyz"))
print("%d" % 10**30, "%x" % 10**20, "%#X" % 3000000000000000000000)
print("no args" % {}, "%c" % "é", "%r" % "é", "%a" % "é")
print("%5s|%-5s|%05s|" % ("é", "ü", "x"))
print("%f %F %e %g" % (float("inf"), float("nan"), float("-inf"), float("inf")))
print("%.0f %.0f %.0f %#.0f" % (0.5, 1.5, 2.5, 3.0))
for work in (lambda: "%d" % "a", lambda: "%s %s" % "a", lambda: "%s" % ("a", "b"), lambda: "%(a)s" % 1,
             lambda: "%(a)s" % {}, lambda: "%q" % 1, lambda: "%" % 1, lambda: "%x" % 1.5, lambda: "%c" % "ab",
             lambda: "%f" % "x", lambda: "%(a" % {"a": 1}, lambda: "%*d" % ("a", 1), lambda: "%d" % None):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: a 'b' 1 2     3|4    |00005 +6  7
# expect: ff FF 0xff 10 0o10 a b
# expect: 1.500000 2.35      3.142| 2.5       | 1.234568e+04 1.200000E-04 1e+10 1E-10 100000
# expect: 1 002.2 %
# expect:     1|2    |3.14
# expect: 1 [1, 2] {'a': 1} None x (1, 2)
# expect: 3 1 True -ff abc|   xy|
# expect: 1000000000000000000000000000000 56bc75e2d63100000 0XA2A15D09519BE00000
# expect: no args é 'é' '\xe9'
# expect:     é|ü    |    x|
# expect: inf NAN -inf inf
# expect: 0 2 2 3.
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: TypeError format requires a mapping
# expect: KeyError 'a'
# expect: ValueError unsupported format character 'q' (0x71) at index 1
# expect: ValueError incomplete format
# expect: TypeError %x format: an integer is required, not float
# expect: TypeError %c requires int or char
# expect: TypeError must be real number, not str
# expect: ValueError incomplete format key
# expect: TypeError * wants int
# expect: TypeError %d format: a real number is required, not NoneType
