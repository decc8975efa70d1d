# memoryview of bytes: what psycopg2 gives for a bytea.
import json
import zlib

view = memoryview(b'{"a": 1}')
print(bytes(view), view.tobytes(), len(view), view.nbytes)  # expect: b'{"a": 1}' b'{"a": 1}' 8 8
print(view[0], view[-1], bytes(view[1:4]), type(view[1:4]).__name__)  # expect: 123 125 b'"a"' memoryview
print(json.loads(view.tobytes()), str(view, "utf-8"))  # expect: {'a': 1} {"a": 1}
print(view == b'{"a": 1}', b'{"a": 1}' == view, view != b"", hash(view) == hash(bytes(view)))  # expect: True True True True
print(isinstance(view, memoryview), isinstance(view, bytes), isinstance(b"", memoryview))  # expect: True False False
print(view.tolist()[:3], view.hex(), memoryview(b"\x01\x02").hex(":"))  # expect: [123, 34, 97] 7b2261223a20317d 01:02
print(list(memoryview(b"ab")), b"x" + memoryview(b"y"), b"".join([memoryview(b"a"), b"b"]))  # expect: [97, 98] b'xy' b'ab'
print(zlib.decompress(memoryview(zlib.compress(b"text"))))  # expect: b'text'
print(view.readonly, view.format, view.itemsize, view.ndim, view.shape, view.obj)  # expect: True B 1 1 (8,) b'{"a": 1}'
print(repr(view).startswith("<memory at 0x"))  # expect: True
with memoryview(b"abc") as inner:
    print(inner.tobytes())  # expect: b'abc'
print(98 in memoryview(b"abc"))  # expect: True
for call in (
    lambda: memoryview("text"),
    lambda: view < b"",
    lambda: view[10],
    lambda: view.nosuch,
    lambda: memoryview(),
):
    try:
        call()
    except (TypeError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: TypeError '<' not supported between instances of 'memoryview' and 'bytes'
# expect: IndexError index out of bounds on dimension 1
# expect: AttributeError 'memoryview' object has no attribute 'nosuch'
# expect: TypeError memoryview() missing required argument 'object' (pos 1)
