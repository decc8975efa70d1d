from contextlib import contextmanager
@contextmanager
def tag(name):
    print("<" + name)
    try:
        yield name.upper()
    finally:
        print(name + ">")
with tag("a") as v:
    print(v)
# expect: <a
# expect: A
# expect: a>
try:
    with tag("b"):
        raise ValueError("x")
except ValueError as e:
    print(e)
# expect: <b
# expect: b>
# expect: x
