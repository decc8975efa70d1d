import traceback
def f():
    raise ValueError("bad")
def g():
    f()
try:
    g()
except ValueError:
    lines = traceback.format_exc().splitlines()
    print(lines[0])
    print([l.strip() for l in lines if "in " in l and "line" in l][1].split(", ", 1)[1])
    print(lines[-1])
# expect: Traceback (most recent call last):
# expect: line 5, in g
# expect: ValueError: bad
