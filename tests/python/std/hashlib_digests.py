# Digests of bytes.
import hashlib

for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]:
    hash = hashlib.new(name, b"limbeck")
    print(hash.name, hash.digest_size, hash.block_size, hash.hexdigest())
# expect: md5 16 64 f0bf1f7dbafac62996a2e109e4603e36
# expect: sha1 20 64 73f1e52d0909a6a17a964f9d18255971eb7789a9
# expect: sha224 28 64 8d50400d4f9789fe38aecded277c4ac37c39f014cf378810eb0ec65a
# expect: sha256 32 64 2dec6fe0333daa6b9086350a988e44216d1f9d259913238c460322d312b20bfb
# expect: sha384 48 128 111630e4f40f425121b0768cc328b8c622f04216cebafba587fbe6ed191ac5cb45c918e1ca1ee710164877005a61c75b
# expect: sha512 64 128 6f0bc2ee381bbc14de6c9bea2b6b322b5622eb9a641dfb17ea5ec4b6a8a0934c45ac551eea9e5d2f5029b0a54596ac1149e4b433a04c173ae090b133add207ae
# expect: sha3_224 28 144 e6c065d52094d741aa804efe9f423f161d5407b82febb12f2e410d2b
# expect: sha3_256 32 136 ab1084e4bea561ef1067e82a086612898716a80a000a1a23b879a405058b82d9
# expect: sha3_384 48 104 dcc408d54b2e42d2fdab2b9ae3c72a9584c1a42420e6620d41389e2dbcf800430516df45c7be1af975242d4f1cb04333
# expect: sha3_512 64 72 136aa593b25d4286f544f1626862558865bc6ab7915563c00bdf6962470a2d25b4811f1279fc04f409a133a4d43d74524fa1fd2d5fc43b219ef376a2aa63d377
# expect: blake2b 64 128 cfecabe50e93510d35416aff1709718637dd47d783173c732908289cc08e0ad082975ebe30f799cd9cccd32621ee5b6b66ed0258249de11112910bd8216898ee
# expect: blake2s 32 64 0d375ae34b7ae6ad56981ffd89bcc151635b40a429d51818c90b15591c6c0a8d
print(hashlib.sha256().hexdigest(), hashlib.md5(b"").hexdigest())
# expect: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 d41d8cd98f00b204e9800998ecf8427e
print(hashlib.sha256(b"a" * 1000).hexdigest(), hashlib.blake2b(b"a" * 1000).hexdigest())
# expect: 41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3 d6a69459fe93fc6b9537ed4336e5099e0dcca3e97290a412500ed7a0daffb03d80cf3650a20e0591f748e10c3c534945ee83d5f2c9722f1a68d98b8c01af23fd
print(hashlib.blake2b(b"x", digest_size=8).hexdigest(), hashlib.blake2b(b"x", key=b"secret", digest_size=16).hexdigest())
# expect: 4adf4367f96e584f f48f99ff4aceefad8dcf767ba862c0ca
print(hashlib.blake2s(b"x" * 129, salt=b"salt", person=b"me").hexdigest(), hashlib.blake2b(b"x" * 128, person=b"p").hexdigest())
# expect: bfdbb4282aae0b13d5b70b61ac9cb9fe74b13405e92f192f25eaa4f1b6b5cbff 315b3493311f76e2f13c8cd5536058f074b642b4c849cae80d2e43a6498cbd5ca6973c94bace87888fa9d01f134b7066dbcc23b626712955c81d5d2055eb14b5
piecewise = hashlib.sha1()
piecewise.update(b"lim")
copy = piecewise.copy()
piecewise.update(bytearray(b"beck"))
print(piecewise.hexdigest() == hashlib.sha1(b"limbeck").hexdigest(), copy.hexdigest() == hashlib.sha1(b"lim").hexdigest())
# expect: True True
print(hashlib.md5("ä".encode(), usedforsecurity=False).digest())
# expect: b'\x84\x19\xb7\x1c\x87\xa2%\xa2\xc7\x0bPHo\xbe\xe5E'
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex(), hashlib.pbkdf2_hmac("sha1", b"p" * 100, b"s", 2, dklen=30).hex())
# expect: 632c2812e46d4604102ba7618e9d6d7d2f8128f6266b4a03264d2a0460b7dcb3 eee56a1579287fdb17c761fca87e73810bb06a4e305e341ef22d0627919f
print("sha256" in hashlib.algorithms_guaranteed, hashlib.new("SHA256", b"x").hexdigest() == hashlib.sha256(b"x").hexdigest())
# expect: True True


def error_of(work):
    try:
        work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: hashlib.sha256("text")))  # expect: TypeError: Strings must be encoded before hashing
print(error_of(lambda: hashlib.new("nonsense")))  # expect: ValueError: unsupported hash type nonsense
print(error_of(lambda: hashlib.sha256(5)))  # expect: TypeError: object supporting the buffer API required

# scrypt: vectors of RFC 7914
print(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1).hex()[:32])  # expect: 77d6576238657b203b19ca42c18a0497
print(hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=16, dklen=16).hex())  # expect: fdbabe1c9d3472007856e7190d01e9fe
try:
    hashlib.scrypt(b"a", salt=b"b", n=15, r=8, p=1)
except ValueError as error:
    print("n" in str(error))  # expect: True
