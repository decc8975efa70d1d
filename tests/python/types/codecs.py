text = "aé€😀"
for name in ("utf-8", "UTF8", "utf-16-le", "utf-16-be", "utf-32-le", "utf_8_sig", "unicode_escape", "raw_unicode_escape"):
    data = text.encode(name)
    print(name, data, data.decode(name) == text)
print("é€".encode("cp1252"), b"\x80".decode("cp1252"), "aé".encode("latin-1"), "é".encode("iso-8859-1"), "a".encode("us-ascii"))
for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
    print(errors, "aé€".encode("ascii", errors))
for errors in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(errors, ascii(b"a\xffb\xe2\x82".decode("utf-8", errors)))
print(b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))
for work in (lambda: "\ud800".encode(), lambda: "aé".encode("ascii"), lambda: b"a\xe2\x28".decode(), lambda: b"\x80".decode("ascii"),
             lambda: "x".encode("nope"), lambda: "x".encode("ascii", "what"),
             lambda: "é".encode("ascii", "what")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
try:
    b"ab\xff".decode()
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)

# expect: utf-8 b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80' True
# expect: UTF8 b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80' True
# expect: utf-16-le b'a\x00\xe9\x00\xac =\xd8\x00\xde' True
# expect: utf-16-be b'\x00a\x00\xe9 \xac\xd8=\xde\x00' True
# expect: utf-32-le b'a\x00\x00\x00\xe9\x00\x00\x00\xac \x00\x00\x00\xf6\x01\x00' True
# expect: utf_8_sig b'\xef\xbb\xbfa\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80' True
# expect: unicode_escape b'a\\xe9\\u20ac\\U0001f600' True
# expect: raw_unicode_escape b'a\xe9\\u20ac\\U0001f600' True
# expect: b'\xe9\x80' € b'a\xe9' b'\xe9' b'a'
# expect: ignore b'a'
# expect: replace b'a??'
# expect: backslashreplace b'a\\xe9\\u20ac'
# expect: xmlcharrefreplace b'a&#233;&#8364;'
# expect: ignore 'ab'
# expect: replace 'a\ufffdb\ufffd'
# expect: backslashreplace 'a\\xffb\\xe2\\x82'
# expect: surrogateescape 'a\udcffb\udce2\udc82'
# expect: b'\xff' b'\xed\xa0\x80'
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 1: ordinal not in range(128)
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xe2 in position 1: invalid continuation byte
# expect: UnicodeDecodeError 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)
# expect: LookupError unknown encoding: nope
# expect: b'x'
# expect: LookupError unknown error handler name 'what'
# expect: utf-8 b'ab\xff' 2 3 invalid start byte
