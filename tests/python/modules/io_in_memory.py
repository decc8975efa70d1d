import io
f = io.StringIO("one\ntwo\nthree")
print(repr(f.readline()), f.tell(), f.read(2), f.readlines(), repr(f.read()), f.seek(0), list(f), f.getvalue().count("\n"))
out = io.StringIO()
print(out.write("hello"), out.write(" world"), file=out)
out.seek(0)
out.write("J")
print(repr(out.getvalue()), out.tell(), out.seek(0, 2), out.truncate(4), repr(out.getvalue()))
with io.StringIO() as inside:
    inside.writelines(["a", "b"])
    print("text", 1, file=inside, end="")
    print(inside.getvalue(), inside.readable(), inside.writable(), inside.seekable(), inside.isatty(), inside.closed)
print(inside.closed, isinstance(f, io.TextIOBase), isinstance(f, io.IOBase))
b = io.BytesIO(b"ab\ncd")
print(b.read(1), b.readline(), b.read(), b.seek(0), b.getvalue(), b.write(b"XY"), b.getvalue(), b.seek(-1, 2), b.read(), bytes(b.getbuffer()))
b.seek(7)
b.write(b"!")
print(b.getvalue(), io.TextIOWrapper(io.BytesIO("é\r\nb".encode()), encoding="utf-8").read(), [line for line in io.TextIOWrapper(io.BytesIO(b"x\ny"))])
print(io.SEEK_END, io.DEFAULT_BUFFER_SIZE, io.open is open, issubclass(io.UnsupportedOperation, OSError))
for work in (lambda: inside.read(), lambda: io.StringIO(b"x"), lambda: io.StringIO().write(b"x"), lambda: io.BytesIO().write("x"), lambda: io.StringIO().fileno(), lambda: io.StringIO().seek(-1)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: 'one\n' 4 tw ['o\n', 'three'] '' 0 ['one\n', 'two\n', 'three'] 2
# expect: 'Jello world5 6\n' 1 15 4 'Jell'
# expect: abtext 1 True True True False False
# expect: True True True
# expect: b'a' b'b\n' b'cd' 0 b'ab\ncd' 2 b'XY\ncd' 4 b'd' b'XY\ncd'
# expect: b'XY\ncd\x00\x00!' é
# expect: b ['x\n', 'y']
# expect: 2 8192 True True
# expect: ValueError I/O operation on closed file
# expect: TypeError initial_value must be str or None, not bytes
# expect: TypeError string argument expected, got 'bytes'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: UnsupportedOperation fileno
# expect: ValueError Negative seek position -1
