import __future__, array, atexit, binascii, calendar, contextvars, errno, gc, getpass, html, keyword, linecache, locale, numbers, platform, site, stat, statistics, struct, weakref
print(struct.pack(">IHb?", 1, 2, -3, True), struct.unpack("<hq", struct.pack("<hq", -2, 1 << 40)), struct.calcsize("@ihq"), struct.calcsize("=ihq"), struct.pack("5s", b"ab"), struct.pack("<fd", 1.5, -0.1).hex())
print(struct.unpack(">fde", struct.pack(">fde", 3.14, 1e300, 0.5)), struct.unpack("<d", struct.pack("<d", 5e-324)), struct.Struct(">H").unpack(b"\x01\x02"), list(struct.iter_unpack("B", b"ab")))
print(binascii.hexlify(b"\xffa"), binascii.unhexlify("ff61"), binascii.crc32(b"hello"), html.escape("<a href='x'>&\""), html.unescape("&lt;&#39;&#x41;&amp;&nope;&eacute;"))
print(array.array("i", [1, 2]), array.array("d", [1.5]).tobytes(), array.array("B", b"ab").tolist(), len(array.array("h")), array.array("i", [1]) + array.array("i", [2]))
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.mode("aab"), statistics.stdev([1, 2, 3, 4]), statistics.pvariance([1, 2, 3]), statistics.fmean([1, 2]), statistics.median_low([1, 2]), statistics.multimode([1, 1, 2, 2]), statistics.quantiles([1, 2, 3, 4, 5]))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.day_name[0], calendar.month_abbr[12], calendar.timegm((2024, 1, 2, 3, 4, 5)), calendar.monthcalendar(2024, 2)[0], calendar.weekday(2024, 2, 29), calendar.leapdays(2000, 2024))
print(calendar.month(2024, 2))
print(isinstance(5, numbers.Integral), isinstance(5.0, numbers.Real), isinstance(5.0, numbers.Integral), isinstance(1j, numbers.Number), isinstance("x", numbers.Number), isinstance(True, numbers.Number))
print(keyword.iskeyword("for"), keyword.iskeyword("match"), errno.ENOENT, errno.errorcode[2], stat.S_ISDIR(0o40755), stat.filemode(0o40755), gc.collect() >= 0, platform.system(), __future__.annotations is not None)
var = contextvars.ContextVar("var", default=1)
token = var.set(2)
print(var.get(), var.reset(token), var.get(), contextvars.copy_context().run(lambda: var.set(9) and var.get()), var.get())
class Thing: pass
thing = Thing()
print(weakref.ref(thing)() is thing, len(weakref.WeakValueDictionary({"a": thing})), thing in weakref.WeakSet([thing]), locale.getlocale() is not None)
for work in (lambda: struct.unpack("i", b"a"), lambda: struct.pack("B", 300), lambda: struct.pack("z", 1), lambda: struct.pack("i"), lambda: binascii.unhexlify("f"), lambda: statistics.mean([]), lambda: array.array("x"), lambda: calendar.monthrange(2024, 13)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: b'\x00\x00\x00\x01\x00\x02\xfd\x01' (-2, 1099511627776) 16 14 b'ab\x00\x00\x00' 0000c03f9a9999999999b9bf
# expect: (3.140000104904175, 1e+300, 0.5) (5e-324,) (258,) [(97,), (98,)]
# expect: b'ff61' b'\xffa' 907060870 &lt;a href=&#x27;x&#x27;&gt;&amp;&quot; <'A&&nope;é
# expect: array('i', [1, 2]) b'\x00\x00\x00\x00\x00\x00\xf8?' [97, 98] 0 array('i', [1, 2])
# expect: 2.5 2 a 1.2909944487358056 0.6666666666666666 1.5 1 [1, 2] [1.5, 3.0, 4.5]
# expect: (3, 29) False Monday Dec 1704164645 [0, 0, 0, 1, 2, 3, 4] 3 6
# expect:    February 2024
# expect: Mo Tu We Th Fr Sa Su
# expect:           1  2  3  4
# expect:  5  6  7  8  9 10 11
# expect: 12 13 14 15 16 17 18
# expect: 19 20 21 22 23 24 25
# expect: 26 27 28 29
# expect:
# expect: True True False True False True
# expect: True False 2 ENOENT True drwxr-xr-x True Linux True
# expect: 2 None 1 9 1
# expect: True 1 True True
# expect: error unpack requires a buffer of 4 bytes
# expect: error ubyte format requires 0 <= number <= 255
# expect: error bad char in struct format
# expect: error pack expected 1 items for packing (got 0)
# expect: Error Odd-length string
# expect: StatisticsError mean requires at least one data point
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: IllegalMonthError bad month number 13; must be 1-12
