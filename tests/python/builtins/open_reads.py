path = __file__
with open(path) as f:
    first = f.readline()
    rest = f.readlines()
print(first.strip(), len(rest) > 3, f.closed)  # expect: path = __file__ True True
print(open(path, encoding="utf-8").read() == first + "".join(rest))  # expect: True
print(sum(1 for line in open(path)) == len(rest) + 1, open(path, "rb").read(4))  # expect: True b'path'
try:
    f.read()
except ValueError as e:
    print(e)
# expect: I/O operation on closed file.
with open(path) as f:
    print(f.read(4), f.read(2), f.tell(), f.seek(0), f.read(4), f.mode, f.readable(), f.writable())
# expect: path  = 6 0 path r True False
