b = b"abc\x00\xff'\""
print(b, repr(b), len(b), b[0], b[-1], b[1:3], b[::-1], list(b"ab"), b"it's")
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes("é", "latin-1"))
print(b"a" + b"b", b"ab" * 2, b"a" in b"abc", 97 in b"abc", b"" in b"a", b"a" < b"b", b"a" == "a", b"a" == bytearray(b"a"))
print(b"abc".find(b"c"), b"abcabc".rfind(b"bc"), b"abc".index(98), b"aaa".count(b"a"), b"abc".find(99), b"x".find(b"y"))
print(b"a,b,c".split(b","), b" a  b ".split(), b"a,b".partition(b","), b"a\nb\r\n".splitlines(), b"a,b,c".rsplit(b",", 1))
print(b" x ".strip(), b"xxa".lstrip(b"x"), b"a-b".replace(b"-", b"+"), b",".join([b"a", bytearray(b"b")]))
print(b"Hello".upper(), b"Hello".lower(), b"hello world".title(), b"aB".swapcase(), b"hello".capitalize())
print(b"a1".isalnum(), b"ab".isalpha(), b"12".isdigit(), b"A".isupper(), b" ".isspace(), b"\xff".isascii())
print(b"abc".hex(), b"abcd".hex(":"), b"abcde".hex("-", 2), bytes.fromhex("61 62 6a"), b"a".center(5, b"*"), b"7".zfill(3))
print(b"abc".startswith(b"a"), b"abc".endswith((b"x", b"c")), b"pre-x".removeprefix(b"pre-"), b"abc".translate(None, b"b"))
print(b"%s %d %b %a %x" % (b"x", 5, b"y", "é", 255), b"\xc3\xa9".decode(), b"\xff".decode("latin-1"), b"\xff".decode(errors="replace"))
print(hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], sorted([b"b", b"a"]), bool(b""), b"abc".maketrans(b"a", b"b")[97])
a = bytearray(b"abc")
a[0] = 120
a.append(33)
a += b"yz"
a[1:2] = b"QQ"
a.extend([1, 2])
del a[-1]
print(a, a.pop(), a, len(a), bytearray(2), bytearray("é", "utf-8"), bytearray([1, 2]))
a.insert(0, 65)
a.remove(120)
a.reverse()
print(a, a.copy() == a, a.upper(), a.find(b"Q"), type(a.upper()).__name__, bytes(a), a * 2)
a.clear()
print(a, a == b"")
for work in (lambda: b"a" + "b", lambda: bytes([256]), lambda: bytes("é"), lambda: b"abc"[5], lambda: b"\xff".decode(),
             lambda: "a" in b"a", lambda: bytes.fromhex("6"), lambda: bytearray(b"a").append(300), lambda: hash(bytearray()),
             lambda: b"a".index(b"z"), lambda: bytes(-1), lambda: b"a".join(["x"]), lambda: "é".encode("ascii"),
             lambda: b"a".decode("nope"), lambda: bytes(1.5)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: b'abc\x00\xff\'"' b'abc\x00\xff\'"' 7 97 34 b'bc' b'"\'\xff\x00cba' [97, 98] b"it's"
# expect: b'' b'\x00\x00\x00' b'\x01\x02\xff' b'\xc3\xa9' b'x' b'\x00\x01\x02' b'\xe9'
# expect: b'ab' b'abab' True True True True False True
# expect: 2 4 1 3 2 -1
# expect: [b'a', b'b', b'c'] [b'a', b'b'] (b'a', b',', b'b') [b'a', b'b'] [b'a,b', b'c']
# expect: b'x' b'a' b'a+b' b'a,b'
# expect: b'HELLO' b'hello' b'Hello World' b'Ab' b'Hello'
# expect: True True True True True False
# expect: 616263 61:62:63:64 61-6263-6465 b'abj' b'**a**' b'007'
# expect: True True b'x' b'ac'
# expect: b"x 5 y '\\xe9' ff" é ÿ �
# expect: True 1 [b'a', b'b'] False 98
# expect: bytearray(b'xQQc!yz') 1 bytearray(b'xQQc!yz') 7 bytearray(b'\x00\x00') bytearray(b'\xc3\xa9') bytearray(b'\x01\x02')
# expect: bytearray(b'zy!cQQA') True bytearray(b'ZY!CQQA') 4 bytearray b'zy!cQQA' bytearray(b'zy!cQQAzy!cQQA')
# expect: bytearray(b'') True
# expect: TypeError can't concat str to bytes
# expect: ValueError bytes must be in range(0, 256)
# expect: TypeError string argument without an encoding
# expect: IndexError index out of range
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError unhashable type: 'bytearray'
# expect: ValueError subsection not found
# expect: ValueError negative count
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: LookupError unknown encoding: nope
# expect: TypeError cannot convert 'float' object to bytes
