# base64, binascii, hmac, secrets and zlib.
import base64
import binascii
import hashlib
import hmac
import secrets
import zlib

print(base64.b64encode(b"any carnal pleas"), base64.b64decode("YW55IGNhcm5hbA=="), base64.b64encode(b"\xfb\xff", altchars=b"-_"), base64.urlsafe_b64encode(b"\xfb\xff\xfe"))
# expect: b'YW55IGNhcm5hbCBwbGVhcw==' b'any carnal' b'-_8=' b'-__-'
print(base64.urlsafe_b64decode("-__-"), base64.b64decode(b"YW\n55"), base64.b64decode("YW-55"), base64.encodebytes(b"x" * 60), base64.decodebytes(b"eHg=\n"))
# expect: b'\xfb\xff\xfe' b'any' b'any' b'eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4\neHh4\n' b'xx'
print([base64.b32encode(b"hello"[:n]) for n in range(6)], [base64.b32decode(base64.b32encode(b"hello"[:n])) for n in range(6)], base64.b32decode("mzxw6===", casefold=True))
# expect: [b'', b'NA======', b'NBSQ====', b'NBSWY===', b'NBSWY3A=', b'NBSWY3DP'] [b'', b'h', b'he', b'hel', b'hell', b'hello'] b'foo'
print(base64.b16encode(b"\x01\xff"), base64.b16decode("01FF"), base64.standard_b64encode(b""), base64.b64encode(bytes(range(10))).decode())
# expect: b'01FF' b'\x01\xff' b'' AAECAwQFBgcICQ==
print(binascii.hexlify(b"\x01\xab"), binascii.hexlify(b"\x01\xab\xcd", "-"), binascii.hexlify(b"\x01\xab\xcd\xef\x00", ":", 2), binascii.unhexlify("01aB"), binascii.crc32(b"hello"), binascii.b2a_base64(b"x"))
# expect: b'01ab' b'01-ab-cd' b'01:abcd:ef00' b'\x01\xab' 907060870 b'eA==\n'
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.decompress(zlib.compress(b"a" * 1000)) == b"a" * 1000, zlib.decompress(zlib.compress(b"x", 9)), len(zlib.compress(b"a" * 100000)) < 500)
# expect: 907060870 103547413 True b'x' True

mac = hmac.new(b"key", b"message", hashlib.sha256)
print(mac.hexdigest(), mac.digest_size, mac.block_size, mac.name, hmac.new(b"k" * 100, digestmod="md5").hexdigest())
# expect: 6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a 32 64 hmac-sha256 73b8c29a3a45f74139dfbf40d439a712
mac.update(b" more")
print(mac.copy().hexdigest() == hmac.new(b"key", b"message more", "sha256").hexdigest(), hmac.digest(b"k", b"m", "sha1").hex())
# expect: True 772b71c8a2997e768be01d9711e4a4f34a24ef33
print(hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"), hmac.compare_digest("a", "ab"))
# expect: True False False
print(len(secrets.token_hex(8)), len(secrets.token_bytes()), len(secrets.token_urlsafe(16)), 0 <= secrets.randbelow(5) < 5, secrets.choice([7]), secrets.randbits(8) < 256, secrets.token_hex() != secrets.token_hex(), secrets.compare_digest("x", "x"))
# expect: 16 32 22 True 7 True True True


def error_of(work):
    try:
        return work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: base64.b64decode("abc")))  # expect: Error: Incorrect padding
print(error_of(lambda: base64.b64decode("a")))
# expect: Error: Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
print(error_of(lambda: base64.b64decode("a*bc", validate=True)))  # expect: Error: Only base64 data is allowed
print(error_of(lambda: base64.b64encode("text")))  # expect: TypeError: a bytes-like object is required, not 'str'
print(error_of(lambda: base64.b64decode(5)))
# expect: TypeError: argument should be a bytes-like object or ASCII string, not 'int'
print(error_of(lambda: base64.b32decode("1")))  # expect: Error: Incorrect padding
print(error_of(lambda: binascii.unhexlify("0")))  # expect: Error: Odd-length string
print(error_of(lambda: binascii.unhexlify("0g")))  # expect: Error: Non-hexadecimal digit found
print(error_of(lambda: zlib.decompress(b"nonsense")))
# expect: error: Error -3 while decompressing data: incorrect header check
print(error_of(lambda: hmac.new("key", b"x", "sha256")))
# expect: TypeError: key: expected bytes or bytearray, but got 'str'
print(error_of(lambda: hmac.new(b"key", b"x")))  # expect: TypeError: Missing required parameter 'digestmod'.
print(error_of(lambda: hmac.compare_digest("a", b"a")))  # expect: TypeError: a bytes-like object is required, not 'str'
print(error_of(lambda: secrets.randbelow(0)))  # expect: ValueError: Upper bound must be positive.
print(isinstance(binascii.Error(), ValueError))  # expect: True
